/** Place of a region on a drawing; y grows downward. */
export interface Place {
	code: string;
	x: number;
	y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The region that an arrow key leads to: the nearest one in that direction, where a step aside counts twice, so that
 *  the way goes along a row before leaving it. Null at the edge.
 *  @param places all regions, `from` among them or not */
export function neighbourTowards(places: readonly Place[], from: Place, direction: Direction): string | null {
	const across = direction === 'left' || direction === 'right';
	const sign = direction === 'right' || direction === 'down' ? 1 : -1;
	let [best, least] = [null as string | null, Infinity];
	for (const { code, x, y } of places) {
		const ahead = sign * (across ? x - from.x : y - from.y);
		const aside = Math.abs(across ? y - from.y : x - from.x);
		// within about 56° to either side of the direction
		if (code === from.code || ahead <= 0 || aside > ahead * 1.5) continue;
		const distance = ahead + aside * 2;
		if (distance < least) [best, least] = [code, distance];
	}
	return best;
}
