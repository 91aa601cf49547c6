/** Longitude, latitude. */
type Position = number[];

/** A stretch of border that every area along it shares. */
export interface Arc {
	points: Position[];
	/** It is a whole ring that meets no other: an island, or a kota inside one kabupaten. */
	closed: boolean;
	/** How much each point matters, as a distance in degrees; Infinity = it always stays. */
	weights: number[];
}

/** A ring as the arcs it is made of, in its own direction. */
export type CutRing = { arc: Arc; reversed: boolean }[];

const keyOf = ([x, y]: Position) => `${x},${y}`;

/** Cuts rings into arcs at the points where neighbours part, so that a border of two areas is one arc for both.
 *  @param rings closed: the last position repeats the first */
export function cutRings(rings: readonly Position[][]): { arcs: Arc[]; cut: CutRing[] } {
	const open = rings.map((ring) => ring.slice(0, -1));
	const junctions = findJunctions(open);
	const arcs = new Map<string, Arc>();
	const cut = open.map((ring): CutRing => {
		const pieces = cutAt(ring, junctions);
		return pieces.map(({ points, closed }) => {
			const [first, second, last, beforeLast] = [points[0]!, points[1]!, points.at(-1)!, points.at(-2)!].map(keyOf);
			const reversed = first! === last! ? second! > beforeLast! : first! > last!;
			const canonical = reversed ? points.toReversed() : points;
			const id = [canonical[0]!, canonical[1]!, canonical.at(-1)!].map(keyOf).join('|') + `|${points.length}`;
			let arc = arcs.get(id);
			if (!arc) arcs.set(id, (arc = { points: canonical, closed, weights: weigh(canonical, closed) }));
			if (pieces.length < 3) keepOneInside(arc); // two straight arcs would enclose nothing
			return { arc, reversed };
		});
	});
	return { arcs: [...arcs.values()], cut };
}

/** A point is a junction when the rings through it have different neighbours there. */
function findJunctions(rings: readonly Position[][]): Set<string> {
	const neighbours = new Map<string, string>();
	const junctions = new Set<string>();
	for (const ring of rings) {
		const keys = ring.map(keyOf);
		keys.forEach((key, at) => {
			const [a, b] = [keys.at(at - 1)!, keys[(at + 1) % keys.length]!];
			const pair = a < b ? `${a}|${b}` : `${b}|${a}`;
			if ((neighbours.get(key) ?? pair) !== pair) junctions.add(key);
			neighbours.set(key, pair);
		});
	}
	return junctions;
}

function cutAt(ring: Position[], junctions: ReadonlySet<string>): { points: Position[]; closed: boolean }[] {
	const starts = ring.flatMap((point, at) => (junctions.has(keyOf(point)) ? [at] : []));
	if (starts.length === 0) {
		// the same ring may begin elsewhere in the neighbour that surrounds it
		const first = ring.reduce((best, point, at) => (keyOf(point) < keyOf(ring[best]!) ? at : best), 0);
		return [{ points: [...ring.slice(first), ...ring.slice(0, first), ring[first]!], closed: true }];
	}
	return starts.map((from, n) => {
		const to = starts[n + 1] ?? starts[0]! + ring.length;
		return { points: [...ring, ...ring].slice(from, to + 1), closed: false };
	});
}

/** How far the line would move without each point (Douglas and Peucker); never more than the points that came before. */
function weigh(points: readonly Position[], closed: boolean): number[] {
	const weights = points.map(() => 0);
	const end = points.length - 1;
	weights[0] = weights[end] = Infinity;
	const stack: [from: number, to: number, limit: number][] = [[0, end, Infinity]];
	for (let next = stack.pop(); next; next = stack.pop()) {
		const [from, to, limit] = next;
		let [farthest, distance] = [0, -1];
		for (let at = from + 1; at < to; at++) {
			const away = distanceTo(points[at]!, points[from]!, points[to]!);
			if (away > distance) [farthest, distance] = [at, away];
		}
		if (farthest === 0) continue;
		const weight = Math.min(limit, distance);
		weights[farthest] = weight;
		stack.push([from, farthest, weight], [farthest, to, weight]);
	}
	if (closed) for (const at of heaviest(weights, 3)) weights[at] = Infinity;
	return weights;
}

function keepOneInside({ weights }: Arc): void {
	for (const at of heaviest(weights, 1)) weights[at] = Infinity;
}

/** Places of the heaviest points between the ends. */
function heaviest(weights: readonly number[], count: number): number[] {
	return weights
		.map((weight, at) => ({ weight, at }))
		.slice(1, -1)
		.sort((a, b) => b.weight - a.weight)
		.slice(0, count)
		.map(({ at }) => at);
}

/** Of a point to a stretch, in degrees of latitude. */
function distanceTo(point: Position, from: Position, to: Position): number {
	const squeeze = Math.cos((from[1]! * Math.PI) / 180);
	const [px, py] = [(point[0]! - from[0]!) * squeeze, point[1]! - from[1]!];
	const [dx, dy] = [(to[0]! - from[0]!) * squeeze, to[1]! - from[1]!];
	const length = dx * dx + dy * dy;
	const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
	return Math.hypot(px - share * dx, py - share * dy);
}
