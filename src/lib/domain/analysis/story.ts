import type { Instrument } from '../instrument/types.ts';

import { gatesBelow } from '../scoring/score.ts';
import { groupMeans, weakestIndicators } from './group-means.ts';
import type { Assessed } from './types.ts';

/** One finding of the data, ready to be put into words. Regions are codes. */
export type Finding =
	| { kind: 'gate'; indicator: string; required: number; target: string; regions: string[]; of: number }
	| { kind: 'near'; target: string; within: number; regions: string[] }
	| { kind: 'weakest'; indicator: string; mean: number; n: number }
	| { kind: 'blank'; regions: string[]; of: number }
	| { kind: 'area'; best: string; high: number; worst: string; low: number };

/** Index points that a region near its target lacks at most. */
const NEAR = 0.2;
/** Index points between the means of groups from which on they lie apart. */
const APART = 0.2;
/** Fewest regions whose mean is a finding about a province. */
const FEWEST = 3;

/** Findings about a round, in a fixed order: the gate that holds back most regions, the regions near the target, the
 *  weakest indicator, the regions that cannot be judged yet, groups that lie apart. The province's own government is
 *  left out. The same data give the same findings.
 *  @param target code of the class that the round aims at
 *  @param most largest number of findings */
export function findStory(instrument: Instrument, results: readonly Assessed[], target: string, most = 3): Finding[] {
	const regions = results.filter(({ region }) => region.type !== 'province');
	const found = [
		heaviestGate(instrument, regions, target),
		nearTarget(instrument, regions, target),
		weakest(instrument, regions),
		blank(regions),
		areaApart(regions)
	];
	return found.filter((finding) => finding !== null).slice(0, most);
}

/** Finds the gate that holds back most regions; those without a class are left out. */
function heaviestGate(instrument: Instrument, regions: readonly Assessed[], target: string): Finding | null {
	const required = instrument.classes.find(({ code }) => code === target)?.minGate ?? null;
	if (required === null) return null;
	const judged = regions.filter(({ score }) => score.readinessClass !== null);
	const held = new Map<string, string[]>();
	for (const { region, score } of judged)
		for (const gate of gatesBelow(score.gates, required)) held.set(gate, [...(held.get(gate) ?? []), region.code]);
	const order = instrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));
	const [heaviest] = [...held].sort(
		([a, left], [b, right]) => right.length - left.length || order.indexOf(a) - order.indexOf(b)
	);
	if (!heaviest) return null;
	const [indicator, codes] = heaviest;
	return { kind: 'gate', indicator, required, target, regions: codes, of: judged.length };
}

/** Finds the regions that lack little of the target's index and nothing else, the nearest first. */
function nearTarget(instrument: Instrument, regions: readonly Assessed[], target: string): Finding | null {
	const aim = instrument.classes.find(({ code }) => code === target);
	if (!aim) return null;
	const near = regions
		.filter(
			({ score: { index, readinessClass, gates } }) =>
				readinessClass !== null &&
				index !== null &&
				index < aim.minIndex &&
				index >= aim.minIndex - NEAR &&
				gatesBelow(gates, aim.minGate).length === 0
		)
		.sort((a, b) => b.score.index! - a.score.index! || (a.region.code < b.region.code ? -1 : 1))
		.map(({ region }) => region.code);
	return near.length === 0 ? null : { kind: 'near', target, within: NEAR, regions: near };
}

function weakest(instrument: Instrument, regions: readonly Assessed[]): Finding | null {
	const [lowest] = weakestIndicators(instrument, regions, 1);
	if (!lowest || lowest.n < FEWEST) return null;
	return { kind: 'weakest', indicator: lowest.code, mean: lowest.mean!, n: lowest.n };
}

function blank(regions: readonly Assessed[]): Finding | null {
	const codes = regions.filter(({ score }) => score.readinessClass === null).map(({ region }) => region.code);
	return codes.length === 0 || codes.length === regions.length
		? null
		: { kind: 'blank', regions: codes, of: regions.length };
}

function areaApart(regions: readonly Assessed[]): Finding | null {
	const groups = groupMeans(regions, 'area')
		.filter(({ group, n }) => group !== null && n >= FEWEST)
		.sort((a, b) => b.mean! - a.mean!);
	const [best, worst] = [groups[0], groups.at(-1)];
	if (!best || !worst || best.mean! - worst.mean! < APART) return null;
	return { kind: 'area', best: best.group!, high: best.mean!, worst: worst.group!, low: worst.mean! };
}
