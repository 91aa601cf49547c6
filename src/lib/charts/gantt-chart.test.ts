import { expect, test } from 'vitest';
import { ganttChart, ganttHeight, type GanttOptions, type GanttRow } from './gantt-chart.ts';
import { printPaint } from './paint.ts';

const row = (change: Partial<GanttRow> = {}): GanttRow => ({
	number: '1',
	code: 'A1 → 2',
	label: 'Susun <peraturan>',
	who: 'Diskominfo',
	after: '',
	category: 0,
	letter: 'A',
	startsOn: '2026-08-03',
	endsOn: '2026-08-07',
	weekly: null,
	...change
});
const options: GanttOptions = {
	title: 'Jadwal',
	paint: printPaint,
	id: 'g',
	weeks: { first: 10, last: 19, startsOn: '2026-08-03' },
	deadline: '2026-08-30',
	most: 4,
	month: (date) => date.slice(0, 7),
	heads: { number: 'No.', step: 'Langkah', who: 'Siapa', after: 'Sesudah', week: 'Mg.', deadline: 'Tenggat' }
};
const draw = (rows: GanttRow[], change: Partial<GanttOptions> = {}) => ganttChart(rows, { ...options, ...change });

/** Bars as where they begin, how wide and high they are, and whether they are hatched. */
const bars = (svg: string) =>
	[
		...svg
			.replace(/<defs>.*<\/defs>/s, '')
			.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)" fill="([^"]+)" stroke/g)
	].map(([, x, width, height, fill]) => ({
		x: Number(x),
		width: Number(width),
		height: Number(height),
		hatched: fill!.startsWith('url(')
	}));

test('a bar lies on its days, seven times as wide for seven times as long', () => {
	const [day] = bars(draw([row({ endsOn: '2026-08-03' })]));
	const [week] = bars(draw([row({ endsOn: '2026-08-09' })]));
	expect(week!.width / day!.width).toBeCloseTo(7, 1);
	expect(week!.x).toBe(day!.x);
	expect(draw([row()])).toContain('Susun &lt;peraturan&gt;');
});

test('what lies after the deadline is hatched, also a part of a bar; without a deadline nothing is', () => {
	const rows = [
		row(),
		row({ startsOn: '2026-08-24', endsOn: '2026-09-04' }),
		row({ startsOn: '2026-09-07', endsOn: '2026-09-11' })
	];
	expect(bars(draw(rows)).map(({ hatched }) => hatched)).toEqual([false, false, true, true]);
	expect(draw(rows)).toContain('Tenggat');
	expect(bars(draw(rows, { deadline: null })).every(({ hatched }) => !hatched)).toBe(true);
	expect(draw(rows, { deadline: null })).not.toContain('Tenggat');
});

test('a step that ends on the last day is in time', () => {
	expect(bars(draw([row({ endsOn: '2026-08-30' })])).map(({ hatched }) => hatched)).toEqual([false]);
});

test('where many take a step the bar is as high as there are regions at work in the week', () => {
	const drawn = bars(draw([row({ weekly: { 10: 1, 11: 4, 12: 4, 14: 2 } })], { deadline: null }));
	expect(drawn).toHaveLength(3); // equal weeks are one bar, the week without work is a gap
	expect(drawn[1]!.height / drawn[0]!.height).toBeCloseTo(4, 1);
	expect(drawn[1]!.height / drawn[2]!.height).toBeCloseTo(2, 1);
});

test('the domain is told by a letter too, and every part of a plan has its own head', () => {
	expect(draw([row()])).toMatch(/>A<\/text>/);
	expect(draw([row()])).toContain('>Langkah</text>');
	expect(ganttHeight(3) - ganttHeight(2)).toBe(ganttHeight(2) - ganttHeight(1));
});
