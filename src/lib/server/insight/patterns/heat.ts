import { indexHistogram, distribution } from '#lib/domain/analysis/distribution.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { indexMean, weakestIndicators } from '#lib/domain/analysis/group-means.ts';
import { spreadOf } from '#lib/domain/analysis/spread.ts';
import { counted } from '#lib/domain/analysis/mean.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Arrangement } from '#lib/domain/profiles/arrange.ts';
import { describeCluster } from '#lib/domain/profiles/describe.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import { listScored, type ScoredAssessment, toAssessed } from '#lib/server/rounds/assessment/results.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument, roundProvince, roundRegions } from '#lib/server/rounds/round/round-content.ts';
import { arrangeRound } from './arrange-round.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

const SORTS = ['similarity', 'index', 'name'] as const;
export type HeatSort = (typeof SORTS)[number];

/** Choices in the address of the page. */
export interface HeatChoice {
	sort: HeatSort;
	/** Codes of domains of which only the index is shown. */
	folded: string[];
}

const WEAKEST = 10;

/** Reads `?sort=similarity|index|name&fold=A,B`; unknown values fall back to similarity and everything open. */
export function parseHeatChoice(search: URLSearchParams, { domains }: Instrument): HeatChoice {
	const asked = search.getAll('fold').flatMap((part) => part.split(','));
	return {
		sort: SORTS.find((sort) => sort === search.get('sort')) ?? 'similarity',
		folded: domains.map(({ code }) => code).filter((code) => asked.includes(code))
	};
}

/** Reads all levels of a round that the viewer may read, with weakest indicators, spread and clusters. */
export async function readHeat(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	choice: HeatChoice
) {
	const { instrument } = roundInstrument(db, round, 'region');
	const entries = listScored({ db, actor: viewer }, round);
	const local = entries.filter(({ region }) => region.type !== 'province');
	const assessed = local.map(toAssessed);
	const standing = counted(assessed);
	const arrangement = await arrangeRound(db, round, instrument, local);
	const grouping = roundProvince(db, round).grouping?.name[locale] ?? null;
	const levels = instrument.levels.map(({ level, name }) => ({ level, name: name[locale] }));
	return {
		...choice,
		hidden: roundRegions(db, round).length - entries.length,
		levels,
		domains: instrument.domains.map((domain) => ({
			code: domain.code,
			name: domain.name[locale],
			indicators: domain.indicators.map(({ code, name, gate }) => ({ code, name: name[locale], gate }))
		})),
		rows: sortEntries(entries, choice.sort, arrangement).map(({ region, result, answers }) => ({
			code: region.code,
			name: shortName(region),
			isProvince: region.type === 'province',
			index: result.index,
			readinessClass: result.readinessClass,
			provisional: result.provisional,
			domains: instrument.domains.map(({ code }) => result.domains[code] ?? null),
			answers: instrument.domains.map(({ indicators }) =>
				indicators.map(({ code }): AnswerValue => answers[code] ?? null)
			)
		})),
		classes: instrument.classes.map(({ code, name }) => ({ code, name: name[locale] })),
		weakest: weakestIndicators(instrument, assessed, WEAKEST).map(({ code, mean, n }) => {
			const indicator = instrument.domains.flatMap(({ indicators }) => indicators).find((each) => each.code === code)!;
			return {
				code,
				name: indicator.name[locale],
				gate: indicator.gate,
				mean,
				n,
				counts: levels.map(({ level }) => standing.filter(({ answers }) => answers[code] === level).length)
			};
		}),
		mean: indexMean(assessed),
		distribution: distribution(instrument, assessed),
		histogram: indexHistogram(instrument, assessed),
		scale: { from: levels[0]!.level, to: levels.at(-1)!.level },
		byType: spreads(local, ({ region }) => region.type),
		/** Name of the groups of regions; null = there are none. */
		grouping,
		byArea: grouping === null ? [] : spreads(local, ({ region }) => region.area),
		clusters: clustersOf(instrument, local, arrangement, locale),
		silhouette: arrangement.silhouette
	};
}
export type Heat = Awaited<ReturnType<typeof readHeat>>;

/** Regions in an order; the province stands last in each, and so do regions without an index or a class to compare. */
function sortEntries(entries: readonly ScoredAssessment[], sort: HeatSort, { order }: Arrangement): ScoredAssessment[] {
	const place = new Map(order.map((code, at) => [code, at]));
	const key = ({ region, result }: ScoredAssessment): number => {
		if (region.type === 'province') return Infinity;
		if (sort === 'similarity') return place.get(region.code) ?? Number.MAX_SAFE_INTEGER;
		return sort === 'index' ? -(result.index ?? -Number.MAX_SAFE_INTEGER) : 0;
	};
	return entries.toSorted((a, b) => {
		const [left, right] = [key(a), key(b)];
		if (left !== right) return left - right;
		const [x, y] = sort === 'name' ? [bare(a), bare(b)] : [a.region.code, b.region.code];
		return x < y ? -1 : x > y ? 1 : 0;
	});
}

/** Name for the order: without its type in front, a kabupaten before its kota. */
function bare({ region }: ScoredAssessment): string {
	return region.name.replace(/^(Kabupaten|Kota) (.*)$/, '$2 $1');
}

/** Spread of the index in each group, by name of the group; null = regions in none, which stand last. */
function spreads(entries: readonly ScoredAssessment[], groupOf: (entry: ScoredAssessment) => string | null) {
	const groups = Map.groupBy(entries, groupOf);
	return [...groups]
		.sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
		.map(([group, members]) => ({
			group,
			total: members.length,
			...spreadOf(members.map(({ result }) => (result.provisional ? null : result.index))),
			points: members
				.flatMap(({ region, result }) =>
					result.index === null || result.provisional ? [] : [{ name: shortName(region), value: result.index }]
				)
				.sort((a, b) => a.value - b.value)
		}));
}

function clustersOf(
	instrument: Instrument,
	entries: readonly ScoredAssessment[],
	{ clusters }: Arrangement,
	locale: Locale
) {
	const byCode = new Map(entries.map((entry) => [entry.region.code, entry]));
	const meansOf = (members: readonly ScoredAssessment[]) => ({
		index: meanOf(members.map(({ result }) => result.index))!,
		domains: Object.fromEntries(
			instrument.domains.map(({ code }) => [code, meanOf(members.map(({ result }) => result.domains[code] ?? null))])
		)
	});
	if (clusters.length === 0) return [];
	const all = meansOf(clusters.flat().map((code) => byCode.get(code)!));
	const nameOf = (code: string) => instrument.domains.find((domain) => domain.code === code)!.name[locale];
	return clusters.map((codes) => {
		const members = codes.map((code) => byCode.get(code)!);
		const means = meansOf(members);
		const words = describeCluster(means, all);
		return {
			members: members.map(({ region, result }) => ({
				code: region.code,
				name: shortName(region),
				index: result.index
			})),
			index: means.index,
			level: words.level,
			strong: words.strong.map(nameOf),
			weak: words.weak.map(nameOf),
			domains: instrument.domains.map(({ code }) => ({ code, mean: means.domains[code] ?? null }))
		};
	});
}

function meanOf(values: readonly (number | null)[]): number | null {
	const numbers = values.filter((value): value is number => value !== null);
	return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
