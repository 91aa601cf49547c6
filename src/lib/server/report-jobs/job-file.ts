import { join } from 'node:path';
import type { ReportJobKind } from '../db/schema.ts';

const FOLDER = 'reports';

/** Where finished documents are kept. */
export function reportFolder(dataDir: string): string {
	return join(dataDir, FOLDER);
}

/** The file of a job. */
export function jobFile(dataDir: string, { id, kind }: { id: string; kind: ReportJobKind }): string {
	return join(reportFolder(dataDir), `${id}.${kind === 'regions' ? 'zip' : 'pdf'}`);
}
