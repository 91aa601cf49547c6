import { expect, test } from 'vitest';
import { intervalChart, type IntervalRow, intervalStart } from './interval-chart.ts';
import { printPaint } from './paint.ts';

const row = (change: Partial<IntervalRow>): IntervalRow => ({
	code: 'A1',
	label: 'Kebijakan',
	value: 0.6,
	interval: { low: 0.4, high: 0.8 },
	valueLabel: '0,60',
	...change
});
const draw = (rows: IntervalRow[]) =>
	intervalChart(rows, { title: 'Kesepahaman', paint: printPaint, from: 0, format: String, axisLabel: 'kappa' });

test('the scale begins at 0, and lower in halves where something is below', () => {
	expect(intervalStart([row({})])).toBe(0);
	expect(intervalStart([row({}), row({ interval: { low: -0.1, high: 0.2 } })])).toBe(-0.5);
	expect(intervalStart([row({ value: -0.9, interval: null })])).toBe(-1);
});

test('a value has a point and its interval two ends; without a value only the reason is written', () => {
	expect(draw([row({})]).match(/<circle/g)).toHaveLength(1);
	expect(draw([row({})]).match(/stroke-width="2"/g)).toHaveLength(3);
	expect(draw([row({ interval: null })])).not.toContain('stroke-width="2"');
	const none = draw([row({ value: null, interval: null, valueLabel: 'terlalu sedikit <n>' })]);
	expect(none).not.toContain('<circle');
	expect(none).toContain('terlalu sedikit &lt;n&gt;');
});
