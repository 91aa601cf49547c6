import { warmWorker } from '../jobs/warm-worker.ts';
import type { ReportJob, ReportKinds, ReportLocale } from '../reports/types.ts';

/** The reports that offices edit; minutes are signed as they are. */
type WordKind = 'region' | 'province';
export type WordJob = Extract<ReportJob, { kind: WordKind }>;

const writer = warmWorker<WordJob, Uint8Array>('word/word-worker.ts');

/** The report as a Word document, from the same data as the PDF, written by a thread of its own. */
export async function renderWord<K extends WordKind>(
	kind: K,
	data: ReportKinds[K],
	locale: ReportLocale = 'id'
): Promise<Buffer> {
	const bytes = await writer.run({ kind, data, locale } as WordJob);
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
