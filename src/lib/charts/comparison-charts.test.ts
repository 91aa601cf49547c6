import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divergingBars } from './diverging-bars.ts';
import { printPaint, screenPaint } from './paint.ts';
import { slopeChart, spreadOut } from './slope-chart.ts';
import { spreadPlot } from './spread-plot.ts';

const HOSTILE = '<script>"Kabupaten" & Kota yang namanya sangat panjang sekali sampai tidak muat</script>';

describe('diverging bars', () => {
	const rows = [
		{ code: 'A', label: HOSTILE, value: 0.2, valueLabel: '+0,20' },
		{ code: 'B', label: 'Turun', value: -0.1, valueLabel: '−0,10' }
	];
	const options = {
		id: 'beda',
		title: HOSTILE,
		sides: ['tertinggal', 'unggul'] as [string, string],
		total: { code: '', label: 'Selisih', value: 0.1, valueLabel: '+0,10' }
	};
	test('hold a row for each part and the total, what pulls down told by hatching', () => {
		const svg = divergingBars(rows, { ...options, paint: screenPaint });
		expect(svg).not.toContain('<script');
		expect(svg.match(/url\(#beda-down\)/g)).toHaveLength(1);
		for (const label of ['+0,20', '−0,10', '+0,10']) expect(svg).toContain(label);
	});
	test('of nothing at all can be drawn', () => {
		const nothing = { ...options, total: { ...options.total, value: 0 } };
		expect(divergingBars([], { ...nothing, paint: printPaint })).not.toContain('NaN');
	});
});

describe('a spread plot', () => {
	const options = {
		title: 'x',
		paint: screenPaint,
		from: 1,
		to: 5,
		format: String,
		legend: ['a', 'b', 'c'] as [string, string, string]
	};
	const row = (
		values: number[],
		summary: { min: number; lower: number; median: number; upper: number; max: number } | null
	) => spreadPlot([{ label: HOSTILE, note: 'n', values, summary, valueLabel: '' }], options);
	const boxes = (svg: string) => svg.match(/<rect/g)!.length - 1; // one in the legend
	test('boxes five values and more, and shows every value', () => {
		const svg = row([1, 2, 3, 4, 5], { min: 1, lower: 2, median: 3, upper: 4, max: 5 });
		expect([boxes(svg), svg.match(/<circle/g)!.length - 1]).toEqual([1, 5]);
		expect(boxes(row([2, 3], { min: 2, lower: 2.25, median: 2.5, upper: 2.75, max: 3 }))).toBe(0);
		expect(row([], null)).not.toContain('NaN');
	});
});

describe('a slope chart', () => {
	const options = {
		title: 'x',
		paint: screenPaint,
		ends: ['2025', '2026'] as [string, string],
		legend: ['naik', 'tetap', 'turun'] as [string, string, string]
	};
	test('tells falling lines by dashes, and stands with one region', () => {
		const row = (from: number, to: number, direction: -1 | 0 | 1) => ({
			name: HOSTILE,
			from,
			to,
			fromLabel: '1',
			toLabel: '2',
			direction
		});
		const dashes = (svg: string) => svg.match(/stroke-dasharray/g)!.length - 1; // one in the legend
		expect(dashes(slopeChart([row(2, 3, 1), row(3, 2, -1), row(2, 2, 0)], options))).toBe(1);
		expect(slopeChart([row(2, 2, 0)], options)).not.toContain('NaN');
	});

	test('labels keep their order and never lie on each other', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 36 }), (wanted) => {
				const placed = spreadOut(wanted, 0, 540);
				const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
				for (const [rank, at] of order.entries()) {
					if (rank > 0) expect(placed[at]! - placed[order[rank - 1]!]!).toBeGreaterThan(13.99);
					expect(placed[at]).toBeGreaterThanOrEqual(0);
					expect(placed[at]).toBeLessThan(540.01);
				}
			})
		);
		expect(spreadOut([100, 300], 0, 540)).toEqual([100, 300]);
		expect(spreadOut([100, 100], 0, 540)).toEqual([93, 107]);
	});
});
