import type { Instrument } from '../instrument/types.ts';
import type { Assessed, Mean, Scope } from './types.ts';
import { counted, inScope, meanOf } from './mean.ts';

export interface GroupMean extends Mean {
	/** Name of the group or code of the region type; null = regions that belong to no group. */
	group: string | null;
	/** Regions in the group, those too that do not count in the mean. */
	total: number;
}

/** Mean index of each group of the province or region type, groups in alphabetical order, the one without a name
 *  last. */
export function groupMeans(results: readonly Assessed[], by: 'area' | 'type', scope: Scope = {}): GroupMean[] {
	const groups = new Map<string | null, Assessed[]>();
	for (const result of inScope(results, scope)) {
		const group = result.region[by];
		groups.set(group, [...(groups.get(group) ?? []), result]);
	}
	return [...groups]
		.sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
		.map(([group, members]) => ({
			group,
			total: members.length,
			...meanOf(counted(members, scope).map(({ score }) => score.index))
		}));
}

/** Mean index of all regions that count. */
export function indexMean(results: readonly Assessed[], scope: Scope = {}): Mean {
	return meanOf(counted(results, scope).map(({ score }) => score.index));
}

export interface CodedMean extends Mean {
	code: string;
}

/** Mean level of every indicator across the regions, in the instrument's order. */
export function indicatorMeans(instrument: Instrument, results: readonly Assessed[], scope: Scope = {}): CodedMean[] {
	const regions = counted(results, scope);
	return instrument.domains
		.flatMap((domain) => domain.indicators)
		.map(({ code }) => ({ code, ...meanOf(regions.map(({ answers }) => answers[code])) }));
}

/** Mean index of every domain across the regions, in the instrument's order. */
export function domainMeans(instrument: Instrument, results: readonly Assessed[], scope: Scope = {}): CodedMean[] {
	const regions = counted(results, scope);
	return instrument.domains.map(({ code }) => ({ code, ...meanOf(regions.map(({ score }) => score.domains[code])) }));
}

/** The indicators with the lowest mean, lowest first, ties in the instrument's order; those nobody answered are left
 *  out. */
export function weakestIndicators(
	instrument: Instrument,
	results: readonly Assessed[],
	count: number,
	scope: Scope = {}
): CodedMean[] {
	return indicatorMeans(instrument, results, scope)
		.filter(({ mean }) => mean !== null)
		.sort((a, b) => a.mean! - b.mean!)
		.slice(0, count);
}
