/** Spread of values; the summary is null where there is none. */
export interface Spread {
	n: number;
	/** Ascending. */
	values: number[];
	summary: { min: number; lower: number; median: number; upper: number; max: number } | null;
}

/** Finds median, quartiles and range. Quartiles are interpolated between the neighbouring values (type 7 of Hyndman and
 *  Fan 1996, which spreadsheets call QUARTILE.INC).
 *  @param values numbers; null ones are left out */
export function spreadOf(values: readonly (number | null)[]): Spread {
	const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
	if (sorted.length === 0) return { n: 0, values: [], summary: null };
	return {
		n: sorted.length,
		values: sorted,
		summary: {
			min: sorted[0]!,
			lower: quantile(sorted, 0.25),
			median: quantile(sorted, 0.5),
			upper: quantile(sorted, 0.75),
			max: sorted.at(-1)!
		}
	};
}

function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
	return below + (above - below) * (place - Math.floor(place));
}
