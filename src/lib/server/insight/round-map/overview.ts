import { indexHistogram, distribution } from '#lib/domain/analysis/distribution.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { groupMeans, indexMean } from '#lib/domain/analysis/group-means.ts';
import { breaksOf } from '#lib/domain/analysis/map-measure.ts';
import { ranking } from '#lib/domain/analysis/ranking.ts';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { type AssessmentStatus, ASSESSMENT_STATUSES } from '#lib/domain/workflow/types.ts';
import { scoreRound, type ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import { canReach, reachOf } from '#lib/server/people/access/access.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { readMapValues } from './map-values.ts';
import { roundProvince, roundRegions } from '#lib/server/rounds/round/round-content.ts';
import { measured, type OverviewChoice, type SortKey } from './overview-choice.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** One region on the map and in its table. */
export interface OverviewRow {
	region: Region;
	/** Visibility and progress: `hidden` = not for this viewer; `none` = nothing answered yet. */
	state: 'assessed' | 'provisional' | 'none' | 'hidden';
	/** Status of the assessment; null when hidden or not in the round. */
	status: AssessmentStatus | null;
	index: number | null;
	readinessClass: string | null;
	/** Completeness, 0–1; null as the status. */
	completeness: number | null;
	/** Value behind the map's colour; the index where that is the class. */
	value: number | null;
	/** Ends of the band of ranks, where the map shows the certainty of ranks. */
	band: [number, number] | null;
	/** Rank among the kabupaten and kota, by the index or level that is shown, else by the index; null without one and
	 *  for the province. */
	rank: number | null;
}

/** Reads the round as the viewer may see it. Counts and means are of the kabupaten and kota that the viewer may
 *  read, never of hidden ones, so that no hidden figure can be worked out from them. */
export function readOverview(
	{ db, actor: viewer, locale, now }: Context,
	round: Round,
	instrument: Instrument,
	choice: OverviewChoice
) {
	const { values, bands, simulation, previous } = readMapValues(db, round, choice.by, now);
	const reach = reachOf(db, viewer, 'assessment.read', round);
	const scored = new Map(scoreRound(db, round, 'region').map((entry) => [entry.region.code, entry]));
	const regions = roundRegions(db, round);
	const readable = regions.filter(({ code }) => canReach(reach, { regionCode: code, agencyId: null }));
	const results = readable.flatMap(({ code }) => scored.get(code) ?? []);
	// the analysis looks at an index: the chosen measure takes its place, if it is one
	const assessed = results.map((entry) => ({
		region: entry.region,
		score: { ...entry.result, index: measured(entry, choice.by) },
		answers: entry.answers
	}));
	const ranks = new Map(ranking(assessed).map(({ rank, result }) => [result.region.code, rank]));
	const shares = distribution(instrument, assessed);
	const rows = regions.map((region): OverviewRow => {
		const isReadable = readable.includes(region);
		const entry = isReadable ? scored.get(region.code) : undefined;
		return {
			region,
			state: isReadable ? stateOf(entry) : 'hidden',
			status: entry?.result.status ?? null,
			index: entry?.result.index ?? null,
			readinessClass: entry?.result.readinessClass ?? null,
			completeness: entry?.result.completeness ?? null,
			value: entry ? (values.get(region.code) ?? null) : null,
			band: (isReadable && bands.get(region.code)) || null,
			rank: ranks.get(region.code) ?? null
		};
	});
	const grouping = roundProvince(db, round).grouping?.name[locale] ?? null;
	const classOrder = instrument.classes.map(({ code }) => code);
	const breaks = breaksOf(choice.by.kind, shares.total);
	return {
		rows: sortRows(rows, choice, classOrder),
		breaks,
		simulation,
		previous,
		hasPrevious: findRoundBefore(db, round, 'region') !== null,
		classes: instrument.classes.map(({ code, name, meaning }) => ({
			code,
			name: name[locale],
			meaning: meaning[locale]
		})),
		distribution: shares,
		mean: indexMean(assessed),
		/** Name of the groups of regions; null = there are none. */
		grouping,
		byArea: grouping === null ? [] : groupMeans(assessed, 'area'),
		byType: groupMeans(assessed, 'type'),
		/** Distribution of the index; null for an indicator, whose levels the legend counts. */
		histogram: choice.by.kind === 'indicator' ? null : indexHistogram(instrument, assessed),
		hidden: rows.filter(({ state }) => state === 'hidden').length,
		measureName: measureName(instrument, choice, locale),
		measures: instrument.domains.map(({ code, name, indicators }) => ({
			code,
			name: name[locale],
			indicators: indicators.map((indicator) => ({ code: indicator.code, name: indicator.name[locale] }))
		}))
	};
}

/** Finds the regions whose name or code holds the searched text, the exact one alone if there is one. */
export function findRegionsByName<T extends Pick<Region, 'code' | 'name'>>(regions: readonly T[], query: string): T[] {
	const sought = query.toLowerCase().replace(/^kab\.?\s/, 'kabupaten ');
	const exact = regions.filter(({ code, name }) => code === sought || name.toLowerCase() === sought);
	return exact.length > 0
		? exact
		: regions.filter(({ code, name }) => `${name} ${code}`.toLowerCase().includes(sought));
}

function stateOf(entry: ScoredAssessment | undefined): OverviewRow['state'] {
	if (!entry || entry.result.index === null) return 'none';
	return entry.result.provisional ? 'provisional' : 'assessed';
}

function measureName(instrument: Instrument, { by }: OverviewChoice, locale: Locale): string | null {
	const named = instrument.domains.flatMap((domain) => [domain, ...domain.indicators]);
	return named.find(({ code }) => code === by.code)?.name[locale] ?? null;
}

function sortRows(
	rows: readonly OverviewRow[],
	{ sort, descending }: OverviewChoice,
	classOrder: readonly string[]
): OverviewRow[] {
	const keyOf = (row: OverviewRow) => sortValue(row, sort, classOrder);
	const direction = descending ? -1 : 1;
	return [...rows].sort((a, b) => {
		const [left, right] = [keyOf(a), keyOf(b)];
		// regions without a value stand last in either direction
		if (left === null || right === null) return Number(left === null) - Number(right === null) || byCode(a, b);
		if (left === right) return byCode(a, b);
		return left < right ? -direction : direction;
	});
}

function sortValue(row: OverviewRow, sort: SortKey, classOrder: readonly string[]): string | number | null {
	switch (sort) {
		case 'name':
			return row.region.name;
		case 'area':
			return row.region.area;
		case 'class':
			return row.readinessClass === null ? null : -classOrder.indexOf(row.readinessClass);
		case 'status':
			return row.status === null ? null : ASSESSMENT_STATUSES.indexOf(row.status);
		default:
			return row[sort];
	}
}

function byCode(a: OverviewRow, b: OverviewRow): number {
	return a.region.code < b.region.code ? -1 : 1;
}
