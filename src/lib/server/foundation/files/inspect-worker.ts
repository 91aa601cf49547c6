// Runs in a worker thread: a hostile file may take its time or its memory, but not the server's.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileType } from '#lib/domain/evidence/file-types.ts';
import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import { openFile, searchFile } from './inspect-file.ts';
import type { FileFault } from './opened-file.ts';

export interface InspectJob {
	path: string;
	fileName: string;
}
/** Two answers: first the type of the file, then the findings in its text; a caller may give up on the second. */
export type InspectAnswer =
	| { fault: FileFault }
	| { type: FileType; sha256: string }
	/** Suspected personal data; null when there is no text to search. */
	| { findings: Finding[] | null };

const { path, fileName } = workerData as InspectJob;
const opened = await openFile(readFileSync(path), fileName);
if ('fault' in opened) parentPort!.postMessage(opened satisfies InspectAnswer);
else {
	parentPort!.postMessage({ type: opened.type, sha256: opened.sha256 } satisfies InspectAnswer);
	parentPort!.postMessage({ findings: await searchFile(opened) } satisfies InspectAnswer);
}
