import { type Answer, PRIVATE, toResponse } from './plain-answer.ts';

const MEDIA_TYPES = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json',
	ics: 'text/calendar; charset=utf-8',
	yaml: 'application/yaml; charset=utf-8'
} as const;

export type FileType = keyof typeof MEDIA_TYPES;

/** A file name by what stands before and after its last dot. */
export type FileName = `${string}.${FileType}`;

/** A file to download that stays out of shared caches: it may hold what only this person may read. */
export function downloadResponse(body: string | Uint8Array, name: FileName): Response {
	return toResponse(answerDownload(body, name));
}

/** The same before it is written. */
export function answerDownload(body: string | Uint8Array, name: FileName): Answer {
	const type = name.slice(name.lastIndexOf('.') + 1) as FileType;
	return {
		status: 200,
		headers: {
			'content-type': MEDIA_TYPES[type],
			'content-disposition': `attachment; filename="${safeName(name)}"`,
			'cache-control': PRIVATE
		},
		body
	};
}

/** A name that every file system takes and no header misreads. */
export function safeName(name: string): string {
	return name.replace(/[^\w.-]/g, '_');
}
