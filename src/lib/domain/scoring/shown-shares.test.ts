import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownShares } from './shown-shares.ts';

test.each([
	['thirds', [1, 1, 1], [0.334, 0.333, 0.333]],
	['38 regions: each rounded for itself they are 100.1 %', [5, 19, 8, 6], [0.132, 0.5, 0.21, 0.158]],
	['a part of one in five thousand is still there', [0.9998, 0.0002], [0.999, 0.001]],
	['nothing stays nothing', [3, 0], [1, 0]],
	['without anything', [0, 0], [0, 0]],
	['no parts', [], []]
])('%s', (_name, parts, shown) => {
	expect(shownShares(parts)).toEqual(shown);
});

test('of any counts add up to 1 and stray less than a thousandth, but for parts that would be shown as nothing', () => {
	const anyCounts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 9 });
	fc.assert(
		fc.property(
			anyCounts.filter((counts) => counts.some((count) => count > 0)),
			(counts) => {
				const shown = shownShares(counts);
				const total = counts.reduce((sum, count) => sum + count, 0);
				expect(shown.reduce((sum, share) => sum + Math.round(share * 1000), 0)).toBe(1000);
				const small = counts.filter((count) => count > 0 && count / total < 0.001).length;
				for (const [at, count] of counts.entries()) {
					expect(shown[at]! > 0).toBe(count > 0);
					if (small === 0) expect(Math.abs(shown[at]! - count / total)).toBeLessThan(0.001);
				}
			}
		)
	);
});
