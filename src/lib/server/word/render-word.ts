import { warmWorker } from '../jobs/warm-worker.ts';
import type { ReportJob } from '../reports/types.ts';

/** The reports that offices edit; minutes are signed as they are. */
export type WordJob = Extract<ReportJob, { kind: 'region' | 'agency' | 'province' }>;

const writer = warmWorker<WordJob, Uint8Array>('word/word-worker.ts');

/** The report as a Word document, from the same data as the PDF, written by a thread of its own. */
export async function renderWord(job: WordJob): Promise<Buffer> {
	const bytes = await writer.run(job);
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
