import { availableParallelism } from 'node:os';
import type { Locale } from '#lib/domain/locale.ts';
import { processWorker, sharedAmong } from '#lib/server/foundation/jobs/job-worker.ts';
import { DOCUMENTS_OF_ONE, inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { Emblems, ReportJob, ReportKinds, Stamp } from '#lib/server/documents/write/types.ts';
import type { EmblemPlace, ReportKind } from '#lib/domain/document/kinds.ts';

/** Job of the compiler: a document, or the question whether a picture can be drawn. */
export type CompileJob = (ReportJob & { stamp: Stamp | null }) | { kind: 'picture'; picture: NonNullable<Emblem> };

type Emblem = Emblems[EmblemPlace];

const compiler = sharedAmong(
	Array.from({ length: DOCUMENTS_OF_ONE }, (_, at) =>
		processWorker<CompileJob, Uint8Array>('documents/print/compile-worker.ts', undefined, {
			RAYON_NUM_THREADS: String(threadsOfPdf(at)) // Typst's threads
		})
	)
);

/** Threads that one of the compilers may use. The first works alone except for folders, and a long report takes a
 *  fifth less on two; in the others more threads than cores made a folder slower. */
function threadsOfPdf(at: number): number {
	const cores = availableParallelism();
	return at === 0 ? cores : Math.floor(cores / DOCUMENTS_OF_ONE);
}

/** Renders the report as a tagged PDF (PDF/UA-1), laid out and compiled by a process of its own.
 *  @param stamp code and address that the document can be checked by; null prints none
 *  @throws Error when the compiler refuses the document */
export async function renderPdf<K extends ReportKind>(
	kind: K,
	data: ReportKinds[K],
	locale: Locale = 'id',
	stamp: Stamp | null = null
): Promise<Buffer> {
	const pdf = await inLane('document', () => compiler.run({ kind, data, locale, stamp } as CompileJob));
	return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
}

/** Whether a picture can be drawn in a report. */
export async function canDraw(picture: NonNullable<Emblem>): Promise<boolean> {
	return inLane('document', () => compiler.run({ kind: 'picture', picture })).then(
		() => true,
		() => false
	);
}
