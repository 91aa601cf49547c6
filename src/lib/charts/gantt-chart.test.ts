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
	weeks: { first: 10, last: 19, startsOn: '2026-08-03' },
	deadline: '2026-08-30',
	most: 4,
	month: (date) => date.slice(0, 7),
	heads: { number: 'No.', step: 'Langkah', who: 'Siapa', after: 'Sesudah', week: 'Mg.', deadline: 'Tenggat' }
};
const draw = (rows: GanttRow[], change: Partial<GanttOptions> = {}) => ganttChart(rows, { ...options, ...change });

/** Shapes of bars as where they begin, how wide and at most how high they are, and whether they are pale. */
const bars = (svg: string) =>
	[...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)([^"]*)Z" fill="[^"]+"( fill-opacity="[^"]+")? stroke/g)].map(
		([, left, bottom, way, pale]) => {
			const numbers = (letter: string) =>
				[...way!.matchAll(new RegExp(`${letter}([\\d.]+)`, 'g'))].map(([, n]) => Number(n));
			return {
				x: Number(left),
				width: numbers('H').at(-1)! - Number(left),
				height: Number(bottom) - Math.min(...numbers('V')),
				heights: new Set(numbers('V')).size - 1, // without the way down
				pale: pale !== undefined
			};
		}
	);

test('a bar lies on its days, seven times as wide for seven times as long', () => {
	const [day] = bars(draw([row({ endsOn: '2026-08-03' })]));
	const [week] = bars(draw([row({ endsOn: '2026-08-09' })]));
	expect(week!.width / day!.width).toBeCloseTo(7, 1);
	expect(week!.x).toBe(day!.x);
	expect(draw([row()])).toContain('Susun &lt;peraturan&gt;');
});

test('what lies after the deadline is pale, also a part of a bar; without a deadline nothing is', () => {
	const rows = [
		row(),
		row({ startsOn: '2026-08-24', endsOn: '2026-09-04' }),
		row({ startsOn: '2026-09-07', endsOn: '2026-09-11' })
	];
	expect(bars(draw(rows)).map(({ pale }) => pale)).toEqual([false, false, true, true]);
	expect(draw(rows)).toContain('Tenggat');
	expect(bars(draw(rows, { deadline: null })).every(({ pale }) => !pale)).toBe(true);
	expect(draw(rows, { deadline: null })).not.toContain('Tenggat');
});

test('a step that ends on the last day is in time', () => {
	expect(bars(draw([row({ endsOn: '2026-08-30' })])).map(({ pale }) => pale)).toEqual([false]);
});

test('where many take a step the bar is as high as there are regions at work in the week', () => {
	const drawn = bars(draw([row({ weekly: { 10: 1, 11: 4, 12: 4, 14: 2 } })], { deadline: null }));
	expect(drawn.map(({ heights }) => heights)).toEqual([2, 1]); // one shape of two heights, a week without work, one more
	expect(drawn[0]!.height / drawn[1]!.height).toBeCloseTo(2, 1);
	const [late] = bars(draw([row({ weekly: { 13: 4, 14: 1 } })])).filter(({ pale }) => pale);
	expect(late!.height).toBeCloseTo(drawn[0]!.height / 4, 1);
});

test('the domain is told by a letter too, and every part of a plan has its own head', () => {
	expect(draw([row()])).toMatch(/>A<\/text>/);
	expect(draw([row()])).toContain('>Langkah</text>');
	const twice = [row(), row()];
	expect(ganttHeight(twice) - ganttHeight([row()])).toBe(ganttHeight([row()]) - ganttHeight([]));
});

test('no text is cut: a row grows with it, and the next one begins below', () => {
	const words = Array.from({ length: 40 }, (_, at) => `kata${at}`);
	const long = row({ label: words.join(' '), who: words.slice(0, 12).join(' '), after: '1, 2, 3, 4, 5, 6, 7, 8, 9' });
	const svg = draw([long, row({ number: '2' })]);
	const shown = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
	for (const part of [long.label, long.who, long.after]) expect(shown).toContain(part);
	expect(svg).not.toContain('…');
	const height = ganttHeight([long]) - ganttHeight([]);
	expect(height).toBeGreaterThan(ganttHeight([row()]) - ganttHeight([]));
	expect(bars(svg)).toHaveLength(2);
	const [first, second] = [...svg.matchAll(/<line x1="0" y1="([\d.]+)"[^>]*stroke-width="0.6"/g)].map(([, y]) =>
		Number(y)
	);
	expect(first).toBeCloseTo(ganttHeight([]) - 2 + height, 1);
	expect(second! - first!).toBeCloseTo(ganttHeight([row()]) - ganttHeight([]), 1);
});

test('a month is named where it begins; of one that has only some days left the next one is named', () => {
	const months = (startsOn: string) =>
		[...draw([], { weeks: { first: 1, last: 26, startsOn } }).matchAll(/>(\d{4}-\d{2})<\/text>/g)].map(
			([, month]) => month
		);
	expect(months('2026-08-03').slice(0, 2)).toEqual(['2026-08', '2026-09']);
	expect(months('2026-08-27').slice(0, 2)).toEqual(['2026-09', '2026-10']);
});
