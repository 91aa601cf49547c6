import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kappaOf, type LevelPair, weightedKappa, type Weighting } from './kappa.ts';

/** Pairs from a table of counts; rows are the first person. */
function pairsOf(counts: readonly (readonly number[])[]): LevelPair[] {
	return counts.flatMap((row, i) =>
		row.flatMap((count, j) => Array.from({ length: count }, (): LevelPair => [i + 1, j + 1]))
	);
}

// Answers of 91 husbands and wives in four ordered categories: Hout, Duncan & Sobel (1987), printed in Agresti,
// Categorical Data Analysis (1990), table 2.10, and as `SexualFun` in the R package vcd.
const COUPLES = [
	[7, 7, 2, 3],
	[2, 8, 3, 7],
	[1, 5, 4, 9],
	[2, 8, 9, 14]
];

describe('published examples', () => {
	test.each([
		// The output of vcd's Kappa(SexualFun): value and ASE, the latter after Fleiss, Cohen & Everitt (1969).
		['exact', 0.1293, 0.0686],
		['linear', 0.2374, 0.07832]
	] as const)('couples, %s weights', (weighting, value, error) => {
		const kappa = weightedKappa(pairsOf(COUPLES), [1, 2, 3, 4], weighting)!;
		expect(kappa.value).toBeCloseTo(value, 4);
		expect(kappa.standardError).toBeCloseTo(error, 4);
	});

	test('three diagnoses with weights for the gravity of an error (Cohen 1968, pp. 215–216): 0.492 unweighted, 0.348', () => {
		const table = [
			[0.44, 0.07, 0.09],
			[0.05, 0.2, 0.05],
			[0.01, 0.03, 0.06]
		];
		const gravity = [
			[0, 1, 3],
			[1, 0, 6],
			[3, 6, 0]
		];
		const weights = gravity.map((row) => row.map((value) => 1 - value / 6));
		const identity = [
			[1, 0, 0],
			[0, 1, 0],
			[0, 0, 1]
		];
		expect(kappaOf(table, identity, 200)!.value).toBeCloseTo(0.492, 3);
		expect(kappaOf(table, weights, 200)!.value).toBeCloseTo(0.348, 3);
	});

	test('two categories, 50 decisions: 0.7 observed, 0.5 by chance, so 0.4 whatever the weights', () => {
		const pairs = pairsOf([
			[20, 5],
			[10, 15]
		]);
		for (const weighting of ['exact', 'linear', 'quadratic'] as const)
			expect(weightedKappa(pairs, [1, 2], weighting)!.value).toBeCloseTo(0.4, 12);
	});
});

test('by hand: levels 1 1, 2 2, 3 3 and once 1 against 3', () => {
	const pairs: LevelPair[] = [[1, 1], [2, 2], [3, 3], [1, 3]]; // prettier-ignore
	// Disagreement observed: one of four at full distance = 1/4. By chance, from the shares (1/2, 1/4, 1/4) and
	// (1/4, 1/4, 1/2): linear 1/2·(1/4·1/2 + 1/2) + 1/4·(1/4·1/2 + 1/2·1/2) + 1/4·(1/4 + 1/4·1/2) = 1/2.
	expect(weightedKappa(pairs, [1, 2, 3], 'linear')!.value).toBeCloseTo(1 - 0.25 / 0.5, 12);
	// Quadratic 1/2·(1/4·1/4 + 1/2) + 1/4·(1/4·1/4 + 1/2·1/4) + 1/4·(1/4 + 1/4·1/4) = 13/32.
	expect(weightedKappa(pairs, [1, 2, 3], 'quadratic')!.value).toBeCloseTo(1 - 0.25 / (13 / 32), 12);
});

describe('edges', () => {
	test('no pairs, or one level only: nothing that chance would not do', () => {
		expect(weightedKappa([], [1, 2, 3], 'linear')).toBeNull();
		expect(weightedKappa([[2, 2], [2, 2]], [1, 2, 3], 'linear')).toBeNull(); // prettier-ignore
	});

	test('each keeps to one level, but to another one: 0', () => {
		expect(weightedKappa([[3, 4], [3, 4]], [1, 2, 3, 4], 'linear')!.value).toBeCloseTo(0, 12); // prettier-ignore
	});
});

describe('properties', () => {
	const SCALE = [1, 2, 3, 4, 5];
	const level = fc.integer({ min: 1, max: 5 });
	const somePairs = fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 60 });
	const weighting = fc.constantFrom<Weighting>('exact', 'linear', 'quadratic');

	test('it does not matter who is first, nor in which order the pairs come', () => {
		fc.assert(
			fc.property(somePairs, weighting, (pairs, by) => {
				const kappa = weightedKappa(pairs, SCALE, by);
				const turned = weightedKappa(
					pairs.map(([a, b]): LevelPair => [b, a]),
					SCALE,
					by
				);
				const reversed = weightedKappa([...pairs].reverse(), SCALE, by);
				for (const other of [turned, reversed]) {
					expect(other === null).toBe(kappa === null);
					if (!kappa || !other) continue;
					expect(other.value).toBeCloseTo(kappa.value, 9);
					expect(other.standardError).toBeCloseTo(kappa.standardError, 6);
				}
			})
		);
	});

	test('full agreement on more than one level is 1, and nothing is above it', () => {
		fc.assert(
			fc.property(fc.array(level, { minLength: 2 }), somePairs, weighting, (levels, pairs, by) => {
				const agreed = weightedKappa(
					levels.map((value): LevelPair => [value, value]),
					SCALE,
					by
				);
				if (new Set(levels).size > 1) expect(agreed!.value).toBeCloseTo(1, 12);
				else expect(agreed).toBeNull();
				expect(weightedKappa(pairs, SCALE, by)?.value ?? 0).toBeLessThanOrEqual(1 + 1e-12);
			})
		);
	});

	// Fleiss, J. L. & Cohen, J. (1973), Educational and Psychological Measurement 33, 613–619.
	test('quadratic weights give 2·cov / (var + var + squared difference of the means)', () => {
		fc.assert(
			fc.property(somePairs, (pairs) => {
				const kappa = weightedKappa(pairs, SCALE, 'quadratic');
				const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
				const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
				const [m1, m2] = [mean(first), mean(second)];
				const v1 = mean(first.map((a) => (a - m1) ** 2));
				const v2 = mean(second.map((b) => (b - m2) ** 2));
				const covariance = mean(pairs.map(([a, b]) => (a - m1) * (b - m2)));
				const below = v1 + v2 + (m1 - m2) ** 2;
				if (below < 1e-12) expect(kappa).toBeNull();
				else expect(kappa!.value).toBeCloseTo((2 * covariance) / below, 9);
			})
		);
	});
});
