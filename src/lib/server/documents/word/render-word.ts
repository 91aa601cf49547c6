import { processWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import { hasWord, type WordKind } from '#lib/domain/document/kinds.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { ReportJob, Stamp } from '#lib/server/documents/write/types.ts';

/** The reports that offices edit. */
export type EditableJob = ReportJob<WordKind>;

export type WordJob = EditableJob & { stamp: Stamp | null };

const writer = processWorker<WordJob, Uint8Array>('documents/word/word-worker.ts');

/** Whether the kind of a document has a Word copy. */
export function isEditable(job: ReportJob): job is EditableJob {
	return hasWord(job.kind);
}

/** Renders the report as a Word document, from the same data as the PDF, written by a process of its own.
 *  @param stamp code and address of the PDF that it is a copy of; null names none */
export async function renderWord(job: EditableJob, stamp: Stamp | null = null): Promise<Buffer> {
	const bytes = await inLane('document', () => writer.run({ ...job, stamp }));
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
