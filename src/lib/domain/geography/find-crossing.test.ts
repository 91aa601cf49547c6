import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCrossing } from './find-crossing.ts';

const closed = (...points: [number, number][]) => [...points, points[0]!];
const square = (x: number, y: number, size: number) =>
	closed([x, y], [x + size, y], [x + size, y + size], [x, y + size]);

test.each([
	['a square', [square(112, -8, 1)], null],
	['a square with a hole', [square(112, -8, 1), square(112.4, -7.6, 0.2)], null],
	['a hole that touches the rim in a point', [square(0, 0, 4), closed([0, 2], [1, 1], [1, 3])], null],
	['two squares that share a side', [square(0, 0, 1), square(1, 0, 1)], null],
	['a bow tie', [closed([0, 0], [2, 2], [2, 0], [0, 2])], [1, 1]],
	['a hole that reaches over the rim', [square(0, 0, 4), square(3, 1, 2)], [4, 1]],
	['nothing', [], null]
] as const)('%s', (_name, rings, expected) => {
	expect(findCrossing(rings)).toEqual(expected);
});

test('a star-shaped ring never crosses itself; with two far corners exchanged it does', () => {
	const radii = fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 8, maxLength: 60 });
	fc.assert(
		fc.property(radii, (lengths) => {
			const points = lengths.map((length, at): [number, number] => {
				const angle = (2 * Math.PI * at) / lengths.length;
				return [length * Math.cos(angle), length * Math.sin(angle)];
			});
			expect(findCrossing([closed(...points)])).toBeNull();
			const half = Math.floor(points.length / 2);
			[points[1], points[half]] = [points[half]!, points[1]!];
			expect(findCrossing([closed(...points)])).not.toBeNull();
		})
	);
});
