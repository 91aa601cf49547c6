import { processWorker, sharedAmong } from '#lib/server/foundation/jobs/job-worker.ts';
import { PDFS_AT_ONCE, threadsOfPdf } from './pdfs-at-once.ts';
import type { Emblems, ReportJob, ReportKinds, Stamp } from '#lib/server/documents/write/types.ts';
import type { EmblemPlace, ReportKind, ReportLocale } from '#lib/domain/document/kinds.ts';

/** What is asked of the compiler: a document, or whether a picture can be drawn. */
export type CompileJob = (ReportJob & { stamp: Stamp | null }) | { kind: 'picture'; picture: NonNullable<Emblem> };

type Emblem = Emblems[EmblemPlace];

const compiler = sharedAmong(
	Array.from({ length: PDFS_AT_ONCE }, (_, at) =>
		processWorker<CompileJob, Uint8Array>('documents/print/compile-worker.ts', undefined, {
			RAYON_NUM_THREADS: String(threadsOfPdf(at)) // Typst's threads
		})
	)
);

/** The report as a tagged PDF (PDF/UA-1), laid out and compiled by a process of its own.
 *  @param stamp what the document can be checked by; null prints none
 *  @throws Error when the compiler refuses the document */
export async function renderPdf<K extends ReportKind>(
	kind: K,
	data: ReportKinds[K],
	locale: ReportLocale = 'id',
	stamp: Stamp | null = null
): Promise<Buffer> {
	const pdf = await compiler.run({ kind, data, locale, stamp } as CompileJob);
	return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
}

/** Whether a picture can be drawn in a report. */
export async function canDraw(picture: NonNullable<Emblem>): Promise<boolean> {
	return compiler.run({ kind: 'picture', picture }).then(
		() => true,
		() => false
	);
}
