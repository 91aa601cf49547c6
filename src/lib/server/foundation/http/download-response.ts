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

/** File name with one of the known endings. */
export type FileName = `${string}.${FileType}`;

/** Makes the response of a file to download that stays out of shared caches: only this person may be allowed to read
 *  it. */
export function downloadResponse(body: string | Uint8Array, name: FileName): Response {
	return toResponse(answerDownload(body, name));
}

/** Makes the same before it is written. */
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

/** Makes a name that every file system takes and no header misreads. */
export function safeName(name: string): string {
	return name.replace(/[^\w.-]/g, '_');
}
