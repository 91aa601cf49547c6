import type { documentFrame } from '#lib/server/documents/write/shared/document-frame.ts';
import type { Written } from '#lib/server/documents/write/shared/passages.ts';
import type { outlinesOf } from '#lib/server/documents/write/shared/map-charts.ts';
import type { Emblems, Stamp } from '#lib/server/documents/write/types.ts';

/** Parts that the reports of regions, agencies and the province share; the document data of the PDF. */
export type Frame = Written<ReturnType<typeof documentFrame>>;

/** Facts of a copy that the data of the document lack. */
export interface WordExtras {
	/** Code and address of the PDF that this is a copy of; null = none was issued. */
	stamp: Stamp | null;
	/** Text across each page; null = none. */
	watermark: string | null;
	emblems: Emblems | undefined;
	/** The map on true boundaries; null while none are installed. */
	areas: ReturnType<typeof outlinesOf>;
}
