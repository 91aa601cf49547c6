import type { ReportJobKind } from '#lib/server/foundation/db/schema.ts';
import { type FileName, type FileType, safeName } from '#lib/server/foundation/http/download-response.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** What can be downloaded of a round: documents, and the workbook. */
export type DocumentKind = ReportJobKind | 'workbook';

const NAMES: Record<ReportLocale, Record<DocumentKind, string> & { whole: Partial<Record<DocumentKind, string>> }> = {
	id: {
		region: 'laporan',
		agency: 'laporan-opd',
		province: 'laporan',
		regions: 'laporan',
		minutes: 'berita-acara',
		plan: 'rencana-aksi',
		workbook: 'buku-kerja',
		whole: { province: 'provinsi', plan: 'provinsi', regions: 'semua-wilayah' }
	},
	en: {
		region: 'report',
		agency: 'agency-report',
		province: 'report',
		regions: 'report',
		minutes: 'minutes',
		plan: 'action-plan',
		workbook: 'workbook',
		whole: { province: 'province', plan: 'province', regions: 'all-regions' }
	}
};

/** The one name of a document, however it is made: `laporan-2026-35.78.pdf`, `report-2026-province.docx`,
 *  `laporan-2026-semua-wilayah.zip`, `berita-acara-2026-3.pdf`, `buku-kerja-2026.xlsx`.
 *  @param round code of the round */
export function documentName(
	round: string,
	{ kind, subject, locale }: { kind: DocumentKind; subject: string; locale: ReportLocale },
	type: FileType
): FileName {
	const { [kind]: word, whole } = NAMES[locale];
	const parts = [word, round, subject || whole[kind]].filter((part) => part);
	return `${safeName(parts.join('-'))}.${type}`;
}
