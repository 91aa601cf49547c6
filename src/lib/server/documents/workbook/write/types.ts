import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import type { EvidenceKind } from '#lib/domain/evidence/kinds.ts';
import type { PrintedPiece } from '#lib/domain/evidence/printed-piece.ts';
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import type { ReportBasis } from '#lib/server/documents/write/types.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** Facts listed of a piece of evidence; dates and instants as the round's pages have them. */
interface PieceFacts {
	title: string;
	kind: EvidenceKind;
	documentDate: string | null;
	validUntil: string | null;
	track: Track;
	late: boolean;
	addedAt: string;
	uses: { indicator: string; place: string; late: boolean }[];
	/** As on paper, for a workbook is passed on likewise. */
	file: Pick<NonNullable<PrintedPiece['file']>, 'type' | 'mark'> | null;
	host: PrintedPiece['host'];
}

/** A piece of evidence with its owner; nothing of the content of the file. */
export interface WorkbookPiece {
	region: { code: string; name: string };
	/** Name of the agency; null = the region's own. */
	agency: string | null;
	piece: PieceFacts;
}

/** Content of a workbook: the part of a round that its reader may see. Plain data: it survives JSON. */
export interface WorkbookData extends Pick<
	ReportBasis,
	'instrument' | 'adoption' | 'round' | 'results' | 'documentNumber' | 'state' | 'now'
> {
	/** Code of the region; null = the workbook is of the round. */
	region: string | null;
	/** The agencies' questionnaire, for the names of its indicators; null when agencies are not asked. */
	agencyInstrument: Instrument | null;
	/** Answers on every track, in the export's order. */
	answers: ExportedAnswer[];
	/** Plans by region code; a region without a plan is absent. */
	plans: Record<string, Plan>;
	evidence: WorkbookPiece[];
}

/** Job of the process that writes workbooks. */
export interface WorkbookJob {
	data: WorkbookData;
	locale: Locale;
}
