import { Worker } from 'node:worker_threads';
import type { FileType } from '#lib/domain/evidence/file-types.ts';
import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import { workerFile } from '#lib/server/foundation/jobs/carriers.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { FileFault } from './opened-file.ts';
import type { InspectAnswer, InspectJob } from './inspect-worker.ts';

/** Result of the inspection of a file. */
export interface Inspected {
	type: FileType;
	sha256: string;
	/** Suspected personal data; null when there was no text to search, or it took too long. */
	findings: Finding[] | null;
}

const MOST_MS = 30_000;
const MOST_MEGABYTES = 512;

/** Inspects a file in a thread of its own, with bounded time and memory; those of one person one after the other.
 *  @param person id of the sender
 *  @returns type, hash and findings, or the reason why the file is not taken; `unreadable` when the thread gave out
 *  before its first answer */
export function inspect(path: string, fileName: string, person?: string): Promise<Inspected | { fault: FileFault }> {
	return inLane('inspect', () => inspectNow({ path, fileName }), person);
}

function inspectNow(job: InspectJob): Promise<Inspected | { fault: FileFault }> {
	return new Promise((resolve) => {
		const worker = new Worker(workerFile('foundation/files/inspect-worker.ts'), {
			workerData: job,
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES }
		});
		let known: Pick<Inspected, 'type' | 'sha256'> | null = null;
		const end = (outcome: Inspected | { fault: FileFault }) => {
			clearTimeout(timer);
			resolve(outcome);
			void worker.terminate();
		};
		const giveUp = () => end(known ? { ...known, findings: null } : { fault: 'unreadable' });
		const timer = setTimeout(giveUp, MOST_MS);
		worker.on('message', (answer: InspectAnswer) => {
			if ('fault' in answer) end(answer);
			else if ('type' in answer) known = answer;
			else end({ ...known!, findings: answer.findings });
		});
		worker.on('error', giveUp);
		worker.on('exit', giveUp);
	});
}
