import { join } from 'node:path';
import { type DocumentFormat, isFolder, type ReportJobKind } from '#lib/domain/document/kinds.ts';

const FOLDER = 'reports';

/** Folder of finished documents. */
export function reportFolder(dataDir: string): string {
	return join(dataDir, FOLDER);
}

/** Path of the file of a job. */
export function jobFile(dataDir: string, job: { id: string; kind: ReportJobKind; format: DocumentFormat }): string {
	return join(reportFolder(dataDir), `${job.id}.${fileTypeOf(job)}`);
}

/** Path of the same file while it is written. */
export function partFile(...job: Parameters<typeof jobFile>): string {
	return `${jobFile(...job)}.part`;
}

/** Type of the file that a job makes. */
export function fileTypeOf({ kind, format }: { kind: ReportJobKind; format: DocumentFormat }): DocumentFormat | 'zip' {
	return isFolder(kind) ? 'zip' : format;
}
