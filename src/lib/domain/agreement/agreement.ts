import type { AnswerValue } from '../scoring/types.ts';
import { type LevelPair, weightedKappa } from './kappa.ts';

/** Answers of two people to the same question; `na` = it does not apply. */
export interface DoubleValue {
	first: NonNullable<AnswerValue>;
	second: NonNullable<AnswerValue>;
}

/** Fewest pairs of levels with a kappa; below it the number would mislead. */
export const FEWEST_PAIRS = 10;

export interface Agreement {
	/** Questions that both answered. */
	n: number;
	/** Questions among them to which both gave a level; kappa stands on these. */
	levels: number;
	/** Questions of which only one of the two says that they do not apply. */
	applicability: number;
	/** Share with the same answer, 0 to 1, "does not apply" being one; null without questions. */
	same: number | null;
	/** Share of the pairs of levels that differ by one level at most; null without pairs. */
	near: number | null;
	/** Mean of second − first in levels: above 0, the second person is milder; null without pairs. */
	shift: number | null;
	/** Kappa with linear weights, the headline; null with `why`. */
	kappa: number | null;
	/** Its 95 % interval; null where it cannot be given (no kappa, or full agreement, whose standard error is 0). */
	interval: { low: number; high: number } | null;
	/** Kappa with quadratic weights, for comparison with the literature. */
	quadratic: number | null;
	/** Reason for the missing kappa: too few pairs, or one level only, which chance would agree on. */
	why: 'few' | 'one_level' | null;
}

const Z_95 = 1.959963984540054;

/** Measures how far two people agree on the same questions.
 *  @param scale the levels of the instrument, ascending
 *  @see docs/agreement.md */
export function agreementOf(values: readonly DoubleValue[], scale: readonly number[]): Agreement {
	const pairs = values.flatMap(({ first, second }): LevelPair[] =>
		typeof first === 'number' && typeof second === 'number' ? [[first, second]] : []
	);
	const differences = pairs.map(([first, second]) => second - first);
	const enough = pairs.length >= FEWEST_PAIRS;
	const linear = enough ? weightedKappa(pairs, scale, 'linear') : null;
	return {
		n: values.length,
		levels: pairs.length,
		applicability: values.filter(({ first, second }) => (first === 'na') !== (second === 'na')).length,
		same: shareOf(values, ({ first, second }) => first === second),
		near: shareOf(differences, (difference) => Math.abs(difference) <= 1),
		shift: pairs.length === 0 ? null : differences.reduce((total, value) => total + value, 0) / pairs.length,
		kappa: linear?.value ?? null,
		interval:
			linear && linear.standardError > 1e-9
				? {
						low: Math.max(-1, linear.value - Z_95 * linear.standardError),
						high: Math.min(1, linear.value + Z_95 * linear.standardError)
					}
				: null,
		quadratic: enough ? (weightedKappa(pairs, scale, 'quadratic')?.value ?? null) : null,
		why: !enough ? 'few' : linear === null ? 'one_level' : null
	};
}

/** Agreement of each group, weakest first: by kappa, then those without one by their share of the same answers. */
export function agreementBy<T extends DoubleValue>(
	values: readonly T[],
	key: (value: T) => string,
	scale: readonly number[]
): { key: string; agreement: Agreement; values: T[] }[] {
	const groups = new Map<string, T[]>();
	for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
	return [...groups]
		.map(([name, members]) => ({ key: name, agreement: agreementOf(members, scale), values: members }))
		.sort((a, b) => weakness(a.agreement, b.agreement) || (a.key < b.key ? -1 : 1));
}

/** Compares two groups, the weaker first; a group with a kappa stands before one with too few pairs for it. */
function weakness(a: Agreement, b: Agreement): number {
	if (a.kappa !== null && b.kappa !== null) return a.kappa - b.kappa;
	if (a.kappa !== null || b.kappa !== null) return a.kappa === null ? 1 : -1;
	return (a.same ?? 1) - (b.same ?? 1) || (a.near ?? 1) - (b.near ?? 1);
}

/** Distance of two answers, in levels; infinite where only one of them is "does not apply".
 *  @returns 0 = the same */
export function distance({ first, second }: DoubleValue): number {
	if (first === second) return 0;
	return typeof first === 'number' && typeof second === 'number' ? Math.abs(first - second) : Infinity;
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
	return items.length === 0 ? null : items.filter(holds).length / items.length;
}
