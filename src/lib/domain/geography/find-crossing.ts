/** Longitude, latitude. */
type Position = readonly number[];

interface Segment {
	from: Position;
	to: Position;
	west: number;
	east: number;
	south: number;
	north: number;
}

/** Finds a place where lines of an area's rings cross each other; null when none do, as in any area that can be filled
 *  without doubt. Rings that touch in a point do not cross. Only segments that share a stretch of longitude are
 *  compared.
 *  @param rings outer and inner ones, of one area or several */
export function findCrossing(rings: readonly (readonly Position[])[]): [lon: number, lat: number] | null {
	const segments = rings.flatMap((ring) => ring.slice(1).map((to, at) => toSegment(ring[at]!, to)));
	segments.sort((a, b) => a.west - b.west);
	let open: Segment[] = [];
	for (const segment of segments) {
		open = open.filter(({ east }) => east >= segment.west);
		for (const other of open) if (cross(segment, other)) return middle(segment, other);
		open.push(segment);
	}
	return null;
}

function toSegment(from: Position, to: Position): Segment {
	const [west, east] = from[0]! < to[0]! ? [from[0]!, to[0]!] : [to[0]!, from[0]!];
	const [south, north] = from[1]! < to[1]! ? [from[1]!, to[1]!] : [to[1]!, from[1]!];
	return { from, to, west, east, south, north };
}

/** Tells whether the ends of each lie on either side of the other; a shared end lies on neither. */
function cross(a: Segment, b: Segment): boolean {
	if (a.north < b.south || b.north < a.south) return false;
	return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function side({ from, to }: Segment, point: Position): number {
	return Math.sign((to[0]! - from[0]!) * (point[1]! - from[1]!) - (to[1]! - from[1]!) * (point[0]! - from[0]!));
}

/** Middle of the box that both segments share, near enough to find the place. */
function middle(a: Segment, b: Segment): [number, number] {
	const within = (low: number, high: number) => Math.round(((low + high) / 2) * 1e4) / 1e4;
	return [
		within(Math.max(a.west, b.west), Math.min(a.east, b.east)),
		within(Math.max(a.south, b.south), Math.min(a.north, b.north))
	];
}
