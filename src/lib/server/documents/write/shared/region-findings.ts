import { domainMeans, groupMeans, indexMean, indicatorMeans } from '#lib/domain/analysis/group-means.ts';
import { strengthsAndGaps } from '#lib/domain/analysis/strengths.ts';
import type { Explanation } from '#lib/domain/scoring/explain.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatBand } from '#lib/words/format-rank.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { assessedFindings, changeFact, classMeaning } from './assessed-findings.ts';
import { ranked } from './document-frame.ts';
import type { ReportBasis, ReportResult } from '../types.ts';

/** Calculates the figures of the whole round that every region is compared with; made once for a report. */
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

interface Found {
	result: ReportResult;
	compared: Comparison;
	explanation: Explanation;
	/** Beginning of the keys of its passages. */
	place: string;
}

/** Writes the findings on one region for every document: index, class and its blockers, change, strengths, gaps. */
export function regionFindings(basis: ReportBasis, { result, compared, explanation, place }: Found, locale: Locale) {
	const standings = strengthsAndGaps(basis.instrument, result, basis.results);
	return {
		code: result.region.code,
		name: result.region.name,
		meaning: classMeaning(basis, result, place, locale),
		...assessedFindings(basis, { result, standings, explanation, place }, locale),
		facts: facts(basis, result, compared, locale)
	};
}

function facts(basis: ReportBasis, { region, score }: ReportResult, compared: Comparison, locale: Locale) {
	const rank = compared.ranking.find(({ result }) => result.region.code === region.code)?.rank ?? null;
	return [
		changeFact(basis, { region, score }, locale),
		{
			label: say(locale).report_fact_rank({}),
			value: rank === null ? '–' : String(rank),
			note: rankNote(basis, { region, rank, compared }, locale)
		},
		{
			label: say(locale).report_fact_mean({}),
			value: formatIndex(compared.index.mean, locale),
			note: meanNote(region, compared, locale)
		}
	];
}

function rankNote(
	basis: ReportBasis,
	{ region, rank, compared }: { region: ReportResult['region']; rank: number | null; compared: Comparison },
	locale: Locale
): string {
	if (region.type === 'province') return say(locale).report_fact_rank_province({});
	if (rank === null) return say(locale).report_fact_rank_none({});
	const among = say(locale).report_fact_rank_of({ count: compared.index.n });
	const band = rankBand(basis, region.code, locale);
	return band === null ? among : `${among}; ${band}`;
}

/** Note on the mean beside the index: the mean of the region's own type, or the number of regions in it. */
function meanNote(region: ReportResult['region'], { types, index }: Comparison, locale: Locale): string {
	if (index.n === 0) return say(locale).report_fact_no_index({});
	const peers = types.find(({ group }) => group === region.type);
	if (!peers) return say(locale).report_fact_mean_of({ count: index.n });
	const name = region.type === 'kota' ? say(locale).report_col_kota({}) : say(locale).report_col_kabupaten({});
	const type = name.toLocaleLowerCase(locale);
	return peers.mean === null
		? say(locale).report_fact_type_none({ type })
		: say(locale).report_fact_type_mean({ type, mean: formatIndex(peers.mean, locale) });
}

/** Ranks that the region can have once the assumptions are varied; null where that is not known. */
function rankBand({ robustness }: ReportBasis, code: string, locale: Locale): string | null {
	const found = robustness?.regions[code];
	if (!found || Object.keys(robustness!.regions).length < 2) return null;
	const ranks = { median: formatCount(found.medianRank, locale), band: formatBand(...found.rankBand) };
	if (robustness!.groups.length === 1) return say(locale).report_rank_band_one_group(ranks);
	return say(locale).report_rank_band({
		...ranks,
		group: robustness!.groups.findIndex((group) => group.includes(code)) + 1,
		groups: robustness!.groups.length
	});
}
