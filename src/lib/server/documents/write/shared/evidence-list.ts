import type { Instrument } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PrintedPiece } from '#lib/domain/evidence/printed-piece.ts';
import { formatDay, formatFileSize, formatShare } from '../number-format.ts';
import { type Passage, passage } from './passages.ts';
import type { EvidenceTally, ProvinceReport, RegionReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** The appendix of a report that names the evidence behind its answers, by domain and indicator; null where it is not
 *  listed. A piece stands under every indicator that it is named for. */
export function evidenceList(
	{ instrument, official, evidence }: Pick<RegionReport, 'instrument' | 'official' | 'evidence'>,
	locale: ReportLocale
) {
	if (!evidence) return null;
	const o = { locale };
	const unused = evidence.filter(({ uses }) => uses.length === 0);
	const rows = (indicator: string) =>
		evidence.flatMap((piece) => {
			const use = piece.uses.find((candidate) => candidate.indicator === indicator);
			return use ? [pieceRow(piece, indicator, use.place, locale)] : [];
		});
	return {
		sentences: sentences(instrument, official, evidence, locale),
		groups: [
			...instrument.domains.map(({ code, name, indicators }) => ({
				title: `${code} ${name[locale]}`,
				rows: indicators.flatMap((indicator) => rows(indicator.code))
			})),
			{ title: m.report_evidence_unused({}, o), rows: unused.map((piece) => pieceRow(piece, '–', '', locale)) }
		].filter((group) => group.rows.length > 0),
		labels: {
			title: m.report_evidence_title({}, o),
			col_code: m.report_col_code({}, o),
			col_piece: m.report_evidence_col_piece({}, o),
			col_kind: m.report_evidence_col_kind({}, o),
			col_date: m.report_evidence_col_date({}, o),
			col_size: m.report_evidence_col_size({}, o),
			col_mark: m.report_evidence_col_mark({}, o)
		}
	};
}

function sentences(
	{ domains }: Instrument,
	official: RegionReport['official'],
	evidence: readonly PrintedPiece[],
	locale: ReportLocale
): Passage[] {
	const o = { locale };
	if (evidence.length === 0) return [passage('evidence.none', m.report_evidence_none({}, o))];
	const named = new Set(evidence.flatMap(({ uses }) => uses.map(({ indicator }) => indicator)));
	const answered = domains.flatMap(({ indicators }) => indicators).filter(({ code }) => code in official);
	const bare = answered.filter(({ code }) => !named.has(code)).map(({ code }) => code);
	return [
		passage('evidence.count', countSentence(evidence.length, answered.length, bare.length, locale)),
		...(bare.length > 0 ? [passage('evidence.bare', m.report_evidence_bare({ codes: bare.join(', ') }, o))] : []),
		passage('evidence.mark', m.report_evidence_mark({}, o))
	];
}

function countSentence(pieces: number, answered: number, bare: number, locale: ReportLocale): string {
	const o = { locale };
	if (answered === 0) return m.report_evidence_unanswered({ pieces }, o);
	if (answered === bare) return m.report_evidence_count_none({ pieces }, o);
	return m.report_evidence_count({ pieces, supported: answered - bare, answered }, o);
}

function pieceRow(
	{ title, kind, documentDate, file, host }: PrintedPiece,
	code: string,
	place: string,
	locale: ReportLocale
) {
	const o = { locale };
	return {
		code,
		title,
		place,
		kind: m[`evidence_kind_${kind}`]({}, o),
		form: file ? m[`evidence_type_${file.type}`]({}, o) : m.report_evidence_link({ host: host ?? '–' }, o),
		date: documentDate === null ? '–' : formatDay(documentDate, locale),
		size: file ? formatFileSize(file.size, locale) : '–',
		mark: file?.mark ?? '–'
	};
}

/** The appendix of the province's report: how far each region's answers stand on evidence, none of it named; null where it
 *  is not counted. */
export function evidenceTable({ results, evidenceTally }: ProvinceReport, locale: ReportLocale) {
	if (!evidenceTally) return null;
	const o = { locale };
	const share = ({ answered, supported }: EvidenceTally) =>
		answered === 0 ? '–' : formatShare(supported / answered, locale);
	const any = Object.values(evidenceTally).some(({ pieces }) => pieces > 0);
	return {
		sentences: [
			any
				? passage('evidence.tally', m.report_evidence_tally({}, o))
				: passage('evidence.none', m.report_evidence_tally_none({}, o))
		],
		rows: (any ? results : []).map(({ region }) => {
			const tally = evidenceTally[region.code] ?? { pieces: 0, answered: 0, supported: 0 };
			return {
				name: region.name,
				pieces: String(tally.pieces),
				answered: String(tally.answered),
				supported: String(tally.supported),
				share: share(tally)
			};
		}),
		labels: {
			title: m.report_evidence_tally_title({}, o),
			table: m.report_evidence_tally_table({}, o),
			col_region: m.report_col_region({}, o),
			col_pieces: m.report_evidence_col_pieces({}, o),
			col_answered: m.report_evidence_col_answered({}, o),
			col_supported: m.report_evidence_col_supported({}, o),
			col_share: m.report_col_share({}, o)
		}
	};
}
