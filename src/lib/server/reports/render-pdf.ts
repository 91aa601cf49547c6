import { warmWorker } from '../jobs/warm-worker.ts';
import type { ReportJob, ReportKind, ReportKinds, ReportLocale } from './types.ts';

const compiler = warmWorker<ReportJob, Uint8Array>('reports/compile-worker.ts');

/** The report as a tagged PDF (PDF/UA-1), laid out and compiled by a thread of its own.
 *  @throws Error when the compiler refuses the document */
export async function renderPdf<K extends ReportKind>(
	kind: K,
	data: ReportKinds[K],
	locale: ReportLocale = 'id'
): Promise<Buffer> {
	const pdf = await compiler.run({ kind, data, locale } as ReportJob);
	return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
}
