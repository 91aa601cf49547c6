import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSlots, type Facts } from './slots.ts';

const facts: Facts = {
	seed: 1,
	subject: '35.01',
	year: 2026,
	words: { wilayah: 'Kab. Pacitan' },
	agencies: 33,
	datasets: 210
};

test('years, totals and words are put in', () => {
	expect(fillSlots('{wilayah} {tahun} {tahun-1} {tahun+1} {opd} {data}', facts, 'A1@2')).toBe(
		'Kab. Pacitan 2026 2025 2027 33 210'
	);
});

test('the same slot of the same topic has one value, another topic its own', () => {
	const twice = fillSlots('{n:1-1000000} {n:1-1000000}', facts, 'A1@2').split(' ');
	expect(twice[0]).toBe(twice[1]);
	expect(fillSlots('{n:1-1000000}', facts, 'A1@3')).not.toBe(twice[0]);
});

test('an unknown slot is an error, not a gap in the text', () => {
	expect(() => fillSlots('{wilyah}', facts, 'A1@2')).toThrow('wilyah');
});

test('a counted share is true to its count and inside its range', () => {
	const ranges = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 4, max: 9 }));
	fc.assert(
		fc.property(ranges, fc.integer({ min: 26, max: 60 }), fc.integer(), ([from, width], agencies, seed) => {
			const text = fillSlots(`{opd%:${from}-${from + width}}`, { ...facts, agencies, seed }, 'B1@2');
			const [, count, total, percent] = /^(\d+) dari (\d+) OPD \((\d+) %\)$/.exec(text)!.map(Number);
			expect(total).toBe(agencies);
			expect(percent).toBeGreaterThanOrEqual(from);
			expect(percent).toBeLessThanOrEqual(from + width);
			expect(percent).toBe(Math.round((count! / agencies) * 100));
			expect(count! / agencies).toBeGreaterThanOrEqual(from / 100);
			expect(count! / agencies).toBeLessThanOrEqual((from + width) / 100);
		})
	);
});
