// Sentences are written by rules that branch on the data (none, one, some, all, ties, nothing before); numbers with
// their nouns are messages with plural forms (`messages/*/sentences.json`), names are joined by `joinNames`.
// `report-text.test.ts` checks every text of generated rounds for grammar and counts the claims again.

import type { ReportKind, TextKind } from '#lib/domain/document/kinds.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { agencyDocument, agencyDraft } from './agency/agency-document.ts';
import { minutesDocument } from './minutes/minutes-document.ts';
import { planDocument, planDraft } from './plan/plan-document.ts';
import { provinceDocument, provinceDraft } from './province/province-document.ts';
import { regionDocument, regionDraft } from './region/region-document.ts';
import type { ReportJob, ReportKinds } from './types.ts';

type Writer<K extends ReportKind> = (data: ReportKinds[K], locale: Locale) => object;

const WRITERS: { [K in ReportKind]: Writer<K> } = {
	region: regionDocument,
	agency: agencyDocument,
	province: provinceDocument,
	minutes: minutesDocument,
	plan: planDocument
};

const DRAFTS: { [K in TextKind]: Writer<K> } = {
	region: regionDraft,
	agency: agencyDraft,
	province: provinceDraft,
	plan: planDraft
};

/** Writes all parts that a template prints, as plain data in one language. */
export function writeDocument<K extends ReportKind>({ kind, data, locale }: ReportJob<K>): object {
	return WRITERS[kind](data, locale);
}

/** Writes the same from the data alone, with its passages still to be told apart. */
export function writeDraft<K extends TextKind>(kind: K, data: ReportKinds[K], locale: Locale): object {
	return DRAFTS[kind](data, locale);
}
