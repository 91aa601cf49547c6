import type { documentFrame } from '#lib/server/documents/write/shared/document-frame.ts';
import type { Written } from '#lib/server/documents/write/shared/passages.ts';
import type { outlinesOf } from '#lib/server/documents/write/shared/map-charts.ts';
import type { Emblems, Stamp } from '#lib/server/documents/write/types.ts';

/** What region and province share; the document data of the PDF. */
export type Frame = Written<ReturnType<typeof documentFrame>>;

/** What the data of a document do not say of it. */
export interface WordExtras {
	/** Of the PDF that this is a copy of; null = none was issued. */
	stamp: Stamp | null;
	/** Across each page; null = nothing. */
	watermark: string | null;
	emblems: Emblems | undefined;
	/** The map on true boundaries; null while none are installed. */
	areas: ReturnType<typeof outlinesOf>;
}
