import { factsOf, type ReportJobKind } from '#lib/domain/document/kinds.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { type FileName, type FileType, safeName } from '#lib/server/foundation/http/download-response.ts';

/** Downloads of a round: documents, and the workbook. */
export type DocumentKind = ReportJobKind | 'workbook';

const WORKBOOK = { fileName: { id: 'buku-kerja', en: 'workbook' }, whole: null };

/** Composes the one name of a document, however it is made: `laporan-2026-99.78.pdf`, `report-2026-province.docx`,
 *  `laporan-2026-semua-wilayah.zip`, `berita-acara-2026-3.pdf`, `buku-kerja-2026.xlsx`.
 *  @param round code of the round */
export function documentName(
	round: string,
	{ kind, subject, locale }: { kind: DocumentKind; subject: string; locale: Locale },
	type: FileType
): FileName {
	const { fileName, whole } = kind === 'workbook' ? WORKBOOK : factsOf(kind);
	const parts = [fileName[locale], round, subject || whole?.[locale]].filter((part) => part);
	return `${safeName(parts.join('-'))}.${type}`;
}
