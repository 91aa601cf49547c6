import { domainMeans, groupMeans, indexMean, indicatorMeans } from '#lib/domain/analysis/group-means.ts';
import { type Standing, strengthsAndGaps } from '#lib/domain/analysis/strengths.ts';
import type { Indicator } from '#lib/domain/instrument/types.ts';
import type { Explanation } from '#lib/domain/scoring/explain.ts';
import { formatBelow, formatDifference, formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { className, classTone, predicateName, ranked } from './document-frame.ts';
import { formatCompleteness, formatCount, formatShare } from './number-format.ts';
import { type Passage, passage } from './passages.ts';
import type { ReportBasis, ReportLocale, ReportResult } from './types.ts';

/** Numbers of the whole round that every region is compared with; made once for a report. */
export function comparison(basis: ReportBasis) {
	return {
		index: indexMean(basis.results),
		types: groupMeans(basis.results, 'type'),
		domains: new Map(domainMeans(basis.instrument, basis.results).map((item) => [item.code, item.mean])),
		indicators: new Map(indicatorMeans(basis.instrument, basis.results).map((item) => [item.code, item.mean])),
		ranking: ranked(basis)
	};
}
export type Comparison = ReturnType<typeof comparison>;

/** Every indicator by its code. */
export function indicatorsByCode(basis: ReportBasis): Map<string, Indicator> {
	return new Map(
		basis.instrument.domains.flatMap((domain) => domain.indicators).map((indicator) => [indicator.code, indicator])
	);
}

/** What is said of one region wherever it is shown: index, class and what blocks the next, change, strengths, gaps.
 *  @param place what the keys of its passages begin with */
export function regionFindings(
	basis: ReportBasis,
	result: ReportResult,
	compared: Comparison,
	locale: ReportLocale,
	explanation: Explanation,
	place: string
) {
	const o = { locale };
	const { score, region } = result;
	const byCode = indicatorsByCode(basis);
	const standings = strengthsAndGaps(basis.instrument, result, basis.results);
	const gaps = standings.gaps.length > 0 ? standings.gaps : standings.largestOpen;
	const say = (standing: Standing) => ({
		code: standing.indicator,
		name: byCode.get(standing.indicator)!.name[locale],
		level: standing.level,
		text:
			standing.mean === null
				? m.report_level({ level: standing.level }, o)
				: m.report_level_against_mean({ level: standing.level, mean: formatIndex(standing.mean, locale) }, o)
	});
	const readinessClass = basis.instrument.classes.find(({ code }) => code === score.readinessClass);
	return {
		code: region.code,
		name: region.name,
		index: formatIndex(score.index, locale),
		predicate: predicateName(basis, score.predicate, locale),
		class: className(basis, score.readinessClass, locale),
		tone: classTone(basis, score.readinessClass),
		meaning: passage(`${place}.meaning`, readinessClass?.meaning[locale] ?? missingClass(result, locale)),
		provisional:
			score.provisional && score.index !== null
				? m.report_provisional({ completeness: formatCompleteness(score.completeness, locale) }, o)
				: null,
		blockers: blockers(basis, explanation, `${place}.next`, locale),
		facts: facts(basis, result, compared, locale),
		strengths: standings.strengths.map(say),
		gaps: gaps.map(say)
	};
}

/** Why there is no class: too few answers, or none that has a level. */
function missingClass({ score }: ReportResult, locale: ReportLocale): string {
	return score.completeness < 0.5
		? m.report_no_class({ half: formatShare(0.5, locale) }, { locale })
		: m.report_no_class_no_level({}, { locale });
}

/** What keeps the region out of the next better class, as sentences; one sentence when it is in the best. */
function blockers(basis: ReportBasis, { score, classes }: Explanation, place: string, locale: ReportLocale): Passage[] {
	const o = { locale };
	if (score.index === null) return [];
	const position = classes.findIndex(({ code }) => code === score.readinessClass);
	if (position === 0) {
		const best = Object.keys(score.gates).length > 0 ? m.report_best_class_gates({}, o) : m.report_best_class({}, o);
		return [passage(`${place}.best`, best)];
	}
	const next = classes[(position < 0 ? classes.length : position) - 1];
	if (!next) return [];
	const minIndex = basis.instrument.classes.find(({ code }) => code === next.code)!.minIndex;
	const lines: Passage[] = [];
	if (next.indexShort) {
		const exact = formatBelow(score.index, minIndex, locale);
		const asked = { class: className(basis, next.code, locale), required: formatIndex(minIndex, locale) };
		const short = formatDifference(minIndex, score.index, locale).replace('+', '');
		lines.push(
			passage(
				`${place}.index`,
				exact === null
					? m.report_blocked_by_index({ ...asked, short }, o)
					: m.report_just_blocked_by_index({ ...asked, exact }, o)
			)
		);
	}
	for (const gate of next.gates) {
		const name = indicatorsByCode(basis).get(gate.indicator)!.name[locale];
		const named = { class: className(basis, next.code, locale), code: gate.indicator, name, required: gate.required };
		lines.push(
			passage(
				`${place}.${gate.indicator}`,
				gate.level === null
					? m.report_blocked_by_unanswered(named, o)
					: m.report_blocked_by_gate({ ...named, level: gate.level }, o)
			)
		);
	}
	return lines;
}

function facts(basis: ReportBasis, { region, score }: ReportResult, compared: Comparison, locale: ReportLocale) {
	const o = { locale };
	const before = basis.previous?.scores[region.code]?.index ?? null;
	const rank = compared.ranking.find(({ result }) => result.region.code === region.code)?.rank ?? null;
	return [
		{
			label: m.report_fact_change({}, o),
			value: formatDifference(score.index, before, locale),
			note:
				before === null || !basis.previous
					? m.report_fact_no_previous({}, o)
					: m.report_fact_previous({ round: basis.previous.name, index: formatIndex(before, locale) }, o)
		},
		{
			label: m.report_fact_rank({}, o),
			value: rank === null ? '–' : String(rank),
			note: rankNote(basis, region, rank, compared, locale)
		},
		{
			label: m.report_fact_mean({}, o),
			value: formatIndex(compared.index.mean, locale),
			note: meanNote(region, compared, locale)
		}
	];
}

function rankNote(
	basis: ReportBasis,
	region: ReportResult['region'],
	rank: number | null,
	compared: Comparison,
	locale: ReportLocale
): string {
	if (region.type === 'province') return m.report_fact_rank_province({}, { locale });
	if (rank === null) return m.report_fact_rank_none({}, { locale });
	const among = m.report_fact_rank_of({ count: compared.index.n }, { locale });
	const band = rankBand(basis, region.code, locale);
	return band === null ? among : `${among}; ${band}`;
}

/** What the mean beside it is to be read with: that of the region's own type, or how many it is made of. */
function meanNote(region: ReportResult['region'], { types, index }: Comparison, locale: ReportLocale): string {
	const o = { locale };
	if (index.n === 0) return m.report_fact_no_index({}, o);
	const peers = types.find(({ group }) => group === region.type);
	if (!peers) return m.report_fact_mean_of({ count: index.n }, o);
	const name = region.type === 'kota' ? m.report_col_kota({}, o) : m.report_col_kabupaten({}, o);
	const type = name.toLocaleLowerCase(locale);
	return peers.mean === null
		? m.report_fact_type_none({ type }, o)
		: m.report_fact_type_mean({ type, mean: formatIndex(peers.mean, locale) }, o);
}

/** Where the rank lies once the assumptions are varied; null where that is not known. */
function rankBand({ robustness }: ReportBasis, code: string, locale: ReportLocale): string | null {
	const found = robustness?.regions[code];
	if (!found || Object.keys(robustness!.regions).length < 2) return null;
	const [from, to] = found.rankBand;
	const ranks = { median: formatCount(found.medianRank, locale), band: from === to ? String(from) : `${from}–${to}` };
	if (robustness!.groups.length === 1) return m.report_rank_band_one_group(ranks, { locale });
	return m.report_rank_band(
		{
			...ranks,
			group: robustness!.groups.findIndex((group) => group.includes(code)) + 1,
			groups: robustness!.groups.length
		},
		{ locale }
	);
}
