import type { Instrument } from '../instrument/types.ts';
import type { Assessed, Scope } from './types.ts';
import { counted, inScope } from './mean.ts';

export interface Share {
	code: string;
	/** Regions in it. */
	count: number;
}

export interface Distribution {
	/** Number of regions looked at = Σ counts + provisional + notAssessed, for classes and for predicates. */
	total: number;
	/** Every class of the instrument in its order (highest first), empty ones too. */
	classes: Share[];
	predicates: Share[];
	/** Regions that have a class and are in no count, because it is provisional. */
	provisional: number;
	/** Regions without class and predicate: no index, or under half of the weight answered. */
	notAssessed: number;
}

/** Counts the regions in each readiness class and predicate. */
export function distribution(instrument: Instrument, results: readonly Assessed[], scope: Scope = {}): Distribution {
	const regions = inScope(results, scope);
	const stands = counted(results, scope);
	const share = (code: string, key: 'readinessClass' | 'predicate'): Share => ({
		code,
		count: stands.filter((region) => region.score[key] === code).length
	});
	const withClass = regions.filter(({ score }) => score.readinessClass !== null);
	return {
		total: regions.length,
		classes: instrument.classes.map(({ code }) => share(code, 'readinessClass')),
		predicates: instrument.predicates.map(({ code }) => share(code, 'predicate')),
		provisional: withClass.filter((region) => !stands.includes(region)).length,
		notAssessed: regions.length - withClass.length
	};
}

export interface Bin {
	/** The bin holds from ≤ index < to; the last one holds `to` as well. */
	from: number;
	to: number;
	count: number;
}

/** Counts the indices in bins of equal width over the instrument's levels.
 *  @param width width of a bin in index points, above 0
 *  @throws RangeError when the width is not positive */
export function indexHistogram(
	instrument: Instrument,
	results: readonly Assessed[],
	width = 0.25,
	scope: Scope = {}
): Bin[] {
	if (!(width > 0)) throw new RangeError('width must be positive');
	const levels = instrument.levels.map(({ level }) => level);
	const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
	const bins = Array.from({ length: Math.max(1, Math.round((highest - lowest) / width)) }, (_, i) => ({
		from: lowest + i * width,
		to: lowest + (i + 1) * width,
		count: 0
	}));
	for (const { score } of counted(results, scope)) {
		if (score.index === null) continue;
		const bin = bins.find((candidate) => score.index! < candidate.to) ?? bins.at(-1)!;
		bin.count += 1;
	}
	return bins;
}
