/** Measures that a map can be coloured by. `gap` = the region's own levels minus its assessor's; `waiting` = days in a
 *  status that somebody has to end; `rank` = width of the band that 90 % of the simulated ranks lie in. */
export const MEASURE_KINDS = [
	'class',
	'index',
	'domain',
	'indicator',
	'change',
	'gap',
	'completeness',
	'waiting',
	'rank'
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Borders of the predicates, so that a coloured index tells the predicate. */
export const INDEX_BREAKS: readonly number[] = [1.8, 2.6, 3.5, 4.2];
/** Levels are whole numbers, so their colours change halfway between two. */
const LEVEL_BREAKS: readonly number[] = [1.5, 2.5, 3.5, 4.5];
/** Changes of less than a tenth of a point count as none. */
const CHANGE_BREAKS: readonly number[] = [-0.5, -0.1, 0.1, 0.5];
/** Shares of 1; the last step is a complete assessment. */
const SHARE_BREAKS: readonly number[] = [0.25, 0.5, 0.75, 1];
/** Days. */
const WAITING_BREAKS: readonly number[] = [1, 7, 14, 28];
/** Shares of the ranking that a band may span. */
const RANK_SHARES: readonly number[] = [0.05, 0.13, 0.26, 0.4];

/** The four rising borders between the five colours of a number; a border belongs to the step above.
 *  @param ranked number of regions in the ranking */
export function breaksOf(kind: MeasureKind, ranked: number): readonly number[] {
	switch (kind) {
		case 'indicator':
			return LEVEL_BREAKS;
		case 'change':
		case 'gap':
			return CHANGE_BREAKS;
		case 'completeness':
			return SHARE_BREAKS;
		case 'waiting':
			return WAITING_BREAKS;
		case 'rank':
			return RANK_SHARES.map((share, at) => Math.max(at + 1, Math.round(share * ranked)));
		default:
			return INDEX_BREAKS;
	}
}

/** Tells whether a measure has two sides, below and above zero. */
export function isDiverging(kind: MeasureKind): boolean {
	return kind === 'change' || kind === 'gap';
}

/** Tells whether a measure is an index or a level, which charts of the index can show in its place. */
export function isIndexLike(kind: MeasureKind): kind is 'class' | 'index' | 'domain' | 'indicator' {
	return kind === 'class' || kind === 'index' || kind === 'domain' || kind === 'indicator';
}

/** The step of a number, 0 the lowest. */
export function stepOf(breaks: readonly number[], value: number): number {
	return breaks.filter((border) => value >= border).length;
}

interface Coloured {
	state: 'assessed' | 'provisional' | 'none' | 'hidden';
	value: number | null;
	readinessClass: string | null;
}

/** The entry of the legend that a region belongs to: its class or step (`2`), `provisional` where that does not count,
 *  `none` without one, `hidden` when it is not for this reader. The filter in the address lists them. */
export function legendKey({ state, value, readinessClass }: Coloured, kind: MeasureKind, breaks: readonly number[]) {
	if (state === 'hidden') return 'hidden';
	const own = kind === 'class' ? readinessClass : value === null ? null : String(stepOf(breaks, value));
	if (own === null) return 'none';
	return state === 'provisional' && isIndexLike(kind) ? 'provisional' : own;
}

/** Tells whether a region passes the filter; an empty one lets all through. */
export function passes(key: string, filter: readonly string[]): boolean {
	return filter.length === 0 || filter.includes(key);
}

type Answers = Readonly<Record<string, number | 'na' | null | undefined>>;

/** Mean of the region's own level minus its assessor's over the indicators that have both; null where none has. */
export function levelGap(self: Answers, assessor: Answers): number | null {
	const gaps = Object.entries(assessor).flatMap(([code, level]) => {
		const own = self[code];
		return typeof level === 'number' && typeof own === 'number' ? [own - level] : [];
	});
	return gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}
