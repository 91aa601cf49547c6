/** Work left on a region that is not assessed yet. */
export interface Load {
	code: string;
	/** Work left for the assessor, in regions' work (see WORK_SHARES), above 0. */
	work: number;
	/** Ids of those appointed, who share it evenly; empty = nobody. */
	assessors: readonly string[];
	/** An assessor has scored something here, so the region stays with its assessors. */
	begun: boolean;
}

/** One region that changes hands. */
export interface Move {
	code: string;
	to: string;
}

/** Days that a move must spare the busier of the two: for less nobody should have to find their way anew. */
const LEAST_GAIN = 1;
/** Pace in place of none, so that less work still counts as better. */
const NO_PACE = 1e-9;

/** Days that each assessor needs for the work left, by id; Infinity for one with work and without pace.
 *  @param pace work a week, by id */
export function daysNeeded(loads: readonly Load[], pace: ReadonlyMap<string, number>): Map<string, number> {
	const work = new Map([...pace.keys()].map((id) => [id, 0]));
	for (const load of loads)
		for (const id of load.assessors) work.set(id, (work.get(id) ?? 0) + load.work / load.assessors.length);
	const daysOf = (id: string, left: number) =>
		left === 0 ? 0 : (pace.get(id) ?? 0) > 0 ? (left / pace.get(id)!) * 7 : Infinity;
	return new Map([...work].map(([id, left]) => [id, daysOf(id, left)]));
}

/** Finds moves that even out the days that assessors need. Regions without an assessor go first, the largest first,
 *  each to the assessor who would be through with it soonest. Then, as long as one helps, the single move or the
 *  exchange of two regions is made that leaves the longest days shortest (then the second longest, and so on). A begun
 *  pair never moves, nobody without a pace is given anything, the longest days never grow by a move. No optimum is
 *  promised; docs/forecast.md tells the distance to it.
 *  @param pace work a week, by id of everyone who may be given regions */
export function suggestMoves(loads: readonly Load[], pace: ReadonlyMap<string, number>): Move[] {
	const able = [...pace].flatMap(([id, weekly]) => (weekly > 0 ? [id] : [])).sort();
	const sorted = loads.toSorted((a, b) => (a.code < b.code ? -1 : 1));
	const ids = [...pace.keys(), ...loads.flatMap(({ assessors }) => assessors)];
	const speed = new Map(ids.map((id) => [id, Math.max(pace.get(id) ?? 0, NO_PACE)]));
	let current = sorted;
	if (able.length > 0)
		for (const { code } of sorted.filter(({ assessors }) => assessors.length === 0).toSorted((a, b) => b.work - a.work))
			current = best(
				able.map((id) => assign(current, code, id)),
				speed
			)!;
	for (let next: Load[] | null = current; next; next = improve(current, able, speed)) current = next;
	return sorted.flatMap(({ code, assessors }, i) =>
		assessors.join() === current[i]!.assessors.join() ? [] : [{ code, to: current[i]!.assessors[0]! }]
	);
}

function improve(current: Load[], able: readonly string[], pace: ReadonlyMap<string, number>): Load[] | null {
	const before = daysNeeded(current, pace);
	const helpful = neighbours(current, able).filter(
		(neighbour) => gain(before, daysNeeded(neighbour, pace)) >= LEAST_GAIN
	);
	return best(helpful, pace);
}

function assign(loads: readonly Load[], code: string, id: string): Load[] {
	return loads.map((load) => (load.code === code ? { ...load, assessors: [id] } : load));
}

/** Every single move and every exchange of two regions. */
function neighbours(loads: readonly Load[], able: readonly string[]): Load[][] {
	const movable = loads.filter(({ begun }) => !begun);
	const moves = movable.flatMap(({ code, assessors }) =>
		able.filter((id) => assessors.join() !== id).map((id) => assign(loads, code, id))
	);
	const alone = movable.filter(
		({ assessors: [id, second] }) => id !== undefined && second === undefined && able.includes(id)
	);
	const exchanges = alone.flatMap((one, i) =>
		alone
			.slice(i + 1)
			.filter((other) => one.assessors[0] !== other.assessors[0])
			.map((other) => assign(assign(loads, one.code, other.assessors[0]!), other.code, one.assessors[0]!))
	);
	return [...moves, ...exchanges];
}

/** Days that the busiest of those whose days changed gains. */
function gain(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
	const changed = [...before.keys()].filter((id) => before.get(id) !== after.get(id));
	return Math.max(...changed.map((id) => before.get(id)!)) - Math.max(...changed.map((id) => after.get(id)!));
}

/** Finds the first assignment whose busiest assessors have least to do; null without any. */
function best(assignments: readonly Load[][], pace: ReadonlyMap<string, number>): Load[] | null {
	let chosen: Load[] | null = null;
	let least: number[] = [];
	for (const assignment of assignments) {
		const days = [...daysNeeded(assignment, pace).values()].sort((a, b) => b - a);
		if (chosen === null || isLess(days, least)) [chosen, least] = [assignment, days];
	}
	return chosen;
}

function isLess(days: readonly number[], than: readonly number[]): boolean {
	const place = days.findIndex((value, i) => Math.abs(value - than[i]!) > 1e-9);
	return place >= 0 && days[place]! < than[place]!;
}
