import type { Document } from 'docx';
import type { Locale } from '#lib/domain/locale.ts';
import type { WordKind } from '#lib/domain/document/kinds.ts';
import { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import type { ReportJob, ReportKinds } from '#lib/server/documents/write/types.ts';
import { provinceWord } from './province-word.ts';
import { regionWord } from './region-word.ts';
import type { WordExtras } from './written-frame.ts';

type WordWriter<K extends WordKind> = (data: ReportKinds[K], locale: Locale, extras: WordExtras) => Document;

const WORD_WRITERS: { [K in WordKind]: WordWriter<K> } = {
	region: (data, locale, extras) => regionWord(regionDocument(data, locale), locale, extras),
	agency: (data, locale, extras) => regionWord(agencyDocument(data, locale), locale, extras),
	province: (data, locale, extras) => provinceWord(provinceDocument(data, locale), locale, extras)
};

/** Composes a report as a Word document, from the document data of its PDF. */
export function writeWord<K extends WordKind>({ kind, data, locale }: ReportJob<K>, extras: WordExtras): Document {
	return WORD_WRITERS[kind](data, locale, extras);
}
