import type { Instrument } from '#lib/domain/instrument/types.ts';
import { say } from '#lib/words/say.ts';
import type { PrintedPiece } from '#lib/domain/evidence/printed-piece.ts';
import { formatDay } from '#lib/words/format-date.ts';
import { formatFileSize } from '#lib/words/format-size.ts';
import { formatShare } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { type Passage, passage } from './passages.ts';
import type { EvidenceTally, ProvinceReport, RegionReport } from '../types.ts';

/** Lists the evidence behind the answers of a report, by domain and indicator; null where it is not listed. A piece
 *  stands under every indicator that it is named for. */
export function evidenceList(
	{ instrument, official, evidence }: Pick<RegionReport, 'instrument' | 'official' | 'evidence'>,
	locale: Locale
) {
	if (!evidence) return null;
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
			{ title: say(locale).report_evidence_unused({}), rows: unused.map((piece) => pieceRow(piece, '–', '', locale)) }
		].filter((group) => group.rows.length > 0),
		labels: {
			title: say(locale).report_evidence_title({}),
			col_code: say(locale).report_col_code({}),
			col_piece: say(locale).report_evidence_col_piece({}),
			col_kind: say(locale).report_evidence_col_kind({}),
			col_date: say(locale).report_evidence_col_date({}),
			col_size: say(locale).report_evidence_col_size({}),
			col_mark: say(locale).report_evidence_col_mark({})
		}
	};
}

function sentences(
	{ domains }: Instrument,
	official: RegionReport['official'],
	evidence: readonly PrintedPiece[],
	locale: Locale
): Passage[] {
	if (evidence.length === 0) return [passage('evidence.none', say(locale).report_evidence_none({}))];
	const named = new Set(evidence.flatMap(({ uses }) => uses.map(({ indicator }) => indicator)));
	const answered = domains.flatMap(({ indicators }) => indicators).filter(({ code }) => code in official);
	const bare = answered.filter(({ code }) => !named.has(code)).map(({ code }) => code);
	return [
		passage('evidence.count', countSentence(evidence.length, answered.length, bare.length, locale)),
		...(bare.length > 0
			? [passage('evidence.bare', say(locale).report_evidence_bare({ codes: bare.join(', ') }))]
			: []),
		passage('evidence.mark', say(locale).report_evidence_mark({}))
	];
}

function countSentence(pieces: number, answered: number, bare: number, locale: Locale): string {
	if (answered === 0) return say(locale).report_evidence_unanswered({ pieces });
	if (answered === bare) return say(locale).report_evidence_count_none({ pieces });
	return say(locale).report_evidence_count({ pieces, supported: answered - bare, answered });
}

function pieceRow(
	{ title, kind, documentDate, file, host }: PrintedPiece,
	code: string,
	place: string,
	locale: Locale
) {
	return {
		code,
		title,
		place,
		kind: say(locale)[`evidence_kind_${kind}`]({}),
		form: file
			? say(locale)[`evidence_type_${file.type}`]({})
			: say(locale).report_evidence_link({ host: host ?? '–' }),
		date: documentDate === null ? '–' : formatDay(documentDate, locale),
		size: file ? formatFileSize(file.size, locale) : '–',
		mark: file?.mark ?? '–'
	};
}

/** Counts the evidence behind each region's answers in the province's report, without naming any; null where it is
 *  not counted. */
export function evidenceTable({ results, evidenceTally }: ProvinceReport, locale: Locale) {
	if (!evidenceTally) return null;
	const share = ({ answered, supported }: EvidenceTally) =>
		answered === 0 ? '–' : formatShare(supported / answered, locale);
	const any = Object.values(evidenceTally).some(({ pieces }) => pieces > 0);
	return {
		sentences: [
			any
				? passage('evidence.tally', say(locale).report_evidence_tally({}))
				: passage('evidence.none', say(locale).report_evidence_tally_none({}))
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
			title: say(locale).report_evidence_tally_title({}),
			table: say(locale).report_evidence_tally_table({}),
			col_region: say(locale).report_col_region({}),
			col_pieces: say(locale).report_evidence_col_pieces({}),
			col_answered: say(locale).report_evidence_col_answered({}),
			col_supported: say(locale).report_evidence_col_supported({}),
			col_share: say(locale).report_col_share({})
		}
	};
}
