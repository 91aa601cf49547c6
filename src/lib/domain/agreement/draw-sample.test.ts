import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawableIndicator, type DrawableRegion, drawSample } from './draw-sample.ts';
import { randomFor } from './seeded-chance.ts';

const ASSESSORS = ['a', 'b', 'c', 'd'];
/** Forty regions, ten of each assessor, every fourth a kota. */
const REGIONS = Array.from({ length: 40 }, (_, at): DrawableRegion => ({
	code: `35.${String(at).padStart(2, '0')}`,
	type: at % 4 === 3 ? 'kota' : 'kabupaten',
	assessors: [ASSESSORS[Math.floor(at / 10)]!]
}));
/** Forty indicators in five domains, five of them gates. */
const INDICATORS = Array.from({ length: 40 }, (_, at): DrawableIndicator => ({
	code: `I${at}`,
	domain: 'ABCDE'[Math.floor(at / 8)]!,
	gate: at % 8 === 0
}));
const draw = (seed: string, regions: number, indicators: number) =>
	drawSample(
		{ regions: REGIONS, indicators: INDICATORS, assessors: ASSESSORS },
		{ regions, indicators },
		randomFor(seed)
	);
const count = (values: readonly string[]) => values.map((value) => values.filter((other) => other === value).length);

describe('a drawn sample', () => {
	test('is the same for the same seed and another for another', () => {
		expect(draw('satu', 12, 10)).toEqual(draw('satu', 12, 10));
		expect(draw('dua', 12, 10)).not.toEqual(draw('satu', 12, 10));
	});

	test('takes the assessors in charge and the types in turns', () => {
		const { regions } = draw('satu', 12, 10);
		const chosen = REGIONS.filter(({ code }) => regions.some((region) => region.code === code));
		expect(count(chosen.map(({ assessors }) => assessors[0]!))).toEqual(chosen.map(() => 3));
		expect(chosen.filter(({ type }) => type === 'kota').length).toBeGreaterThanOrEqual(4);
	});

	test('has twice the gates that they are among all, and the rest from every domain', () => {
		const { indicators } = draw('satu', 12, 16);
		const chosen = INDICATORS.filter(({ code }) => indicators.includes(code));
		expect(chosen.filter(({ gate }) => gate)).toHaveLength(4); // 5 of 40, so 2 of 16, twice
		const others = chosen.filter(({ gate }) => !gate).map(({ domain }) => domain);
		expect(Math.max(...count(others)) - Math.min(...count(others))).toBeLessThanOrEqual(1);
		expect(new Set(others).size).toBe(5);
	});

	test('nobody scores a region that is theirs, and the load is even', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (seed, wanted) => {
				const { regions } = draw(seed, wanted, 5);
				expect(regions).toHaveLength(wanted);
				expect(new Set(regions.map(({ code }) => code)).size).toBe(wanted);
				for (const { code, second } of regions)
					expect(REGIONS.find((region) => region.code === code)!.assessors).not.toContain(second);
				const loads = ASSESSORS.map((id) => regions.filter(({ second }) => second === id).length);
				expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
			})
		);
	});
});

test('a region that nobody else could score is not drawn', () => {
	const regions: DrawableRegion[] = [
		{ code: '35.01', type: 'kabupaten', assessors: ['a', 'b'] },
		{ code: '35.02', type: 'kabupaten', assessors: ['a'] }
	];
	const wanted = { regions: 5, indicators: 99 };
	expect(drawSample({ regions, indicators: INDICATORS, assessors: ['a', 'b'] }, wanted, randomFor('x'))).toEqual({
		regions: [{ code: '35.02', second: 'b' }],
		indicators: INDICATORS.map(({ code }) => code)
	});
	expect(drawSample({ regions, indicators: INDICATORS, assessors: [] }, wanted, randomFor('x')).regions).toEqual([]);
});
