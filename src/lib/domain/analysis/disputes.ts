import type { Indicator, Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import type { Answers, AnswerValue, Score } from '../scoring/types.ts';

/** Answers to one indicator before the plenary; null = none. */
export interface Standpoints {
	self: AnswerValue;
	assessor: AnswerValue;
	/** Answer of the second assessor of a double-scored sample. */
	second: AnswerValue;
}

/** Reason for which a difference goes to the plenary; a message key's ending. */
export type DisputeCause = 'applicability' | 'levels' | 'gate' | 'class' | 'predicate' | 'second';

/** Change of the result if another view than the assessor's held. */
export interface DisputeEffect {
	/** Index points; exact scores, unrounded difference. */
	index: number;
	/** Codes before and after; null = the same. */
	readinessClass: { from: string | null; to: string | null } | null;
	predicate: { from: string | null; to: string | null } | null;
}

export interface Difference extends Standpoints {
	indicator: string;
	/** Causes; empty = a small difference, which follows the assessor unless somebody puts it on the agenda. */
	causes: DisputeCause[];
	/** Effect of the view that would change most. */
	effect: DisputeEffect;
}

/** Levels from which on a difference goes to the plenary whatever it changes. */
const WIDE = 2;

/** Finds the indicators on which another view differs from the assessor's, in the instrument's order.
 *
 *  A difference is disputed, so that the plenary decides, when it is one from the region's own answer by two levels or
 *  more or on whether the indicator applies, when it is on a gate, when the other view would change class or predicate,
 *  or when a second assessor scored differently. The rest is small. The effect is that of one indicator alone, all
 *  others as the assessor has them.
 *  @param raised indicators that are listed although all say the same
 *  @see docs/agreement.md */
export function findDifferences(
	instrument: Instrument,
	said: Readonly<Record<string, Standpoints>>,
	raised: ReadonlySet<string> = new Set()
): Difference[] {
	const base: Answers = Object.fromEntries(
		Object.entries(said).map(([code, { self, assessor }]) => [code, assessor ?? self])
	);
	const before = score(instrument, base);
	return instrument.domains
		.flatMap(({ indicators }) => indicators)
		.flatMap((indicator) => {
			const views = said[indicator.code];
			if (!views || views.assessor === null) return [];
			const others = [views.self, views.second].filter((value) => value !== null && value !== views.assessor);
			if (others.length === 0 && !raised.has(indicator.code)) return [];
			const effects = others.map((value) => effectOf(before, score(instrument, { ...base, [indicator.code]: value })));
			return [
				{
					indicator: indicator.code,
					...views,
					causes: causesOf(indicator, views, effects),
					effect: effects.sort(byEffect)[0] ?? NO_EFFECT
				}
			];
		});
}

const NO_EFFECT: DisputeEffect = { index: 0, readinessClass: null, predicate: null };

function causesOf(
	{ gate }: Indicator,
	{ self, assessor, second }: Standpoints,
	effects: readonly DisputeEffect[]
): DisputeCause[] {
	const differs = self !== null && self !== assessor;
	const bothLevels = typeof self === 'number' && typeof assessor === 'number';
	const holds: Record<DisputeCause, boolean> = {
		class: effects.some(({ readinessClass }) => readinessClass !== null),
		predicate: effects.some(({ predicate }) => predicate !== null),
		gate: gate && differs,
		applicability: differs && !bothLevels,
		levels: bothLevels && Math.abs(self - assessor) >= WIDE,
		second: second !== null && second !== assessor
	};
	return (Object.keys(holds) as DisputeCause[]).filter((cause) => holds[cause]);
}

function effectOf(before: Score, after: Score): DisputeEffect {
	const change = (from: string | null, to: string | null) => (from === to ? null : { from, to });
	return {
		index: (after.index ?? 0) - (before.index ?? 0),
		readinessClass: change(before.readinessClass, after.readinessClass),
		predicate: change(before.predicate, after.predicate)
	};
}

/** Compares two effects, the largest first: a change of class, then of predicate, then index points. */
export function byEffect(a: DisputeEffect, b: DisputeEffect): number {
	return (
		Number(b.readinessClass !== null) - Number(a.readinessClass !== null) ||
		Number(b.predicate !== null) - Number(a.predicate !== null) ||
		Math.abs(b.index) - Math.abs(a.index)
	);
}
