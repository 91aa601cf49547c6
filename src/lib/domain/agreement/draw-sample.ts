import type { RegionType } from '../geography/types.ts';
import { type Random, shuffled } from './seeded-chance.ts';

/** A region whose self-assessment can be read. */
export interface DrawableRegion {
	code: string;
	type: RegionType;
	/** Ids of the assessors in charge: the first ones. */
	assessors: readonly string[];
}

export interface DrawableIndicator {
	code: string;
	domain: string;
	gate: boolean;
}

export interface Wanted {
	regions: number;
	/** Number in each region; the same ones everywhere, so that every indicator gets as many pairs as there are
	 *  regions. */
	indicators: number;
}

export interface DrawnSample {
	/** Regions in the order of their codes, each with the person who scores it a second time. */
	regions: { code: string; second: string }[];
	/** Codes in the instrument's order. */
	indicators: string[];
}

/** Draws regions × indicators to be scored twice, and the people who score them.
 *
 *  Regions: the assessors in charge take turns, and within one's regions the types (kabupaten, kota, province) take
 *  turns, each in drawn order, so that every assessor is looked at and no type is left out by chance. Indicators: gates
 *  get twice their share, because a class hangs on them; the domains take turns in giving the rest. The second assessor
 *  of a region is not in charge of it; the one with the fewest regions so far is taken, then the one who was paired
 *  least often with the first, then by lot. Regions that nobody else could score are not drawn.
 *  @param assessors ids of all who may score
 *  @param random the only source of luck: the same numbers draw the same sample */
export function drawSample(
	{
		regions,
		indicators,
		assessors
	}: { regions: readonly DrawableRegion[]; indicators: readonly DrawableIndicator[]; assessors: readonly string[] },
	wanted: Wanted,
	random: Random
): DrawnSample {
	const scorable = regions.filter((region) => assessors.some((id) => !region.assessors.includes(id)));
	const drawn = inTurns(shuffled(scorable, random), (region) => region.assessors[0] ?? '', byTypeInTurns).slice(
		0,
		wanted.regions
	);
	const seconds = appoint(drawn, shuffled(assessors, random));
	return {
		regions: drawn.map(({ code }) => ({ code, second: seconds.get(code)! })).sort((a, b) => (a.code < b.code ? -1 : 1)),
		indicators: drawIndicators(indicators, wanted.indicators, random)
	};
}

const byTypeInTurns = (regions: readonly DrawableRegion[]) => inTurns(regions, ({ type }) => type);

function drawIndicators(indicators: readonly DrawableIndicator[], wanted: number, random: Random): string[] {
	const count = Math.min(wanted, indicators.length);
	const order = shuffled(indicators, random);
	const gates = order.filter(({ gate }) => gate);
	const others = inTurns(
		order.filter(({ gate }) => !gate),
		({ domain }) => domain
	);
	const share = Math.round((2 * count * gates.length) / indicators.length);
	const ofGates = Math.max(count - others.length, Math.min(gates.length, count, share));
	const chosen = new Set([...gates.slice(0, ofGates), ...others.slice(0, count - ofGates)].map(({ code }) => code));
	return indicators.map(({ code }) => code).filter((code) => chosen.has(code));
}

function appoint(regions: readonly DrawableRegion[], assessors: readonly string[]): Map<string, string> {
	const load = new Map(assessors.map((id) => [id, 0]));
	const pairs = new Map<string, number>();
	const seconds = new Map<string, string>();
	// Regions with the fewest candidates choose first, or the last ones might be left with the busiest only.
	const free = (region: DrawableRegion) => assessors.filter((id) => !region.assessors.includes(id));
	for (const region of [...regions].sort((a, b) => free(a).length - free(b).length)) {
		const pairOf = (id: string) => `${region.assessors[0] ?? ''} ${id}`;
		const rank = (id: string) => load.get(id)! * 1000 + (pairs.get(pairOf(id)) ?? 0);
		const second = free(region).reduce((best, id) => (rank(id) < rank(best) ? id : best));
		seconds.set(region.code, second);
		load.set(second, load.get(second)! + 1);
		pairs.set(pairOf(second), (pairs.get(pairOf(second)) ?? 0) + 1);
	}
	while (evenOut(regions, assessors, seconds));
	return seconds;
}

/** Hands regions on along a chain, from a person who has two more than another to that one; false when none has. */
function evenOut(regions: readonly DrawableRegion[], assessors: readonly string[], seconds: Map<string, string>) {
	const loadOf = (id: string) => [...seconds.values()].filter((second) => second === id).length;
	for (const heavy of assessors) {
		// The link by which each person is reached from the heavy one: the giver and the region handed on.
		const reached = new Map<string, { from: string; region: string } | null>([[heavy, null]]);
		for (const from of reached.keys())
			for (const region of regions.filter(({ code }) => seconds.get(code) === from))
				for (const id of assessors)
					if (!reached.has(id) && !region.assessors.includes(id)) reached.set(id, { from, region: region.code });
		const light = [...reached.keys()].find((id) => loadOf(id) + 2 <= loadOf(heavy));
		if (light === undefined) continue;
		for (let to = light, step = reached.get(to); step; to = step.from, step = reached.get(to))
			seconds.set(step.region, to);
		return true;
	}
	return false;
}

/** Groups give one item each in turn until all are given.
 *  @param arrange how the items of a group follow one another */
function inTurns<T>(
	items: readonly T[],
	group: (item: T) => string,
	arrange: (members: readonly T[]) => readonly T[] = (members) => members
): T[] {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(group(item), [...(groups.get(group(item)) ?? []), item]);
	const queues = [...groups.values()].map(arrange);
	const longest = Math.max(0, ...queues.map(({ length }) => length));
	return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue.slice(turn, turn + 1))).flat();
}
