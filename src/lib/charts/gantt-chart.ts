import { addDays, daysBetween } from '../domain/planning/working-days.ts';
import type { Ink, Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { LINE_HEIGHT, textLines, wrapText } from './text-fit.ts';

/** One step of a plan as a row of the drawing. */
export interface GanttRow {
	/** Place in the plan. */
	number: string;
	/** What it leads to, such as `A2 → 3`. */
	code: string;
	label: string;
	who: string;
	/** Numbers of the rows that come first. */
	after: string;
	/** Place of its domain among the domains, and the letter on a bar of full height. */
	category: number;
	letter: string;
	/** ISO dates of the first and the last day. */
	startsOn: string;
	endsOn: string;
	/** How many work on it by week, where it is done by many; null = one bar of full height. */
	weekly: Record<number, number> | null;
}

export interface GanttOptions {
	title: string;
	paint: Paint;
	/** Unique among the drawings of one page. */
	id: string;
	/** First and last week shown, and the ISO date on which the first begins. */
	weeks: { first: number; last: number; startsOn: string };
	/** ISO date of the last day in time; null = none is drawn. */
	deadline: string | null;
	/** What full height means where many work on a step. */
	most: number;
	/** Of a month, from an ISO date. */
	month: (date: string) => string;
	heads: { number: string; step: string; who: string; after: string; week: string; deadline: string };
}

export const GANTT_WIDTH = 1000;
const ROW = 25;
const HEAD = 50;
const SIZE = 9.4;
const LINE = SIZE * LINE_HEIGHT;
const COLUMNS = { number: 18, code: 26, label: 80, who: 318, after: 412, plot: 476 };
const PLOT_RIGHT = GANTT_WIDTH - 4;
const BAR = 16;

/** Height of a drawing with so many rows, where its width is `GANTT_WIDTH`. */
export function ganttHeight(rows: number): number {
	return HEAD + rows * ROW + 2;
}

/** Steps by week: one bar each on its days, by the colour and the letter of its domain; where many regions take a step, as
 *  high as there are regions at work on it in that week, and the code beside it names the domain. What lies after the
 *  deadline is hatched and stands behind a line. Each part of a long plan brings its own head. */
export function ganttChart(rows: readonly GanttRow[], options: GanttOptions): string {
	const { title, paint, id, weeks, deadline } = options;
	const days = (weeks.last - weeks.first + 1) * 7;
	const x = (date: string) => COLUMNS.plot + ((PLOT_RIGHT - COLUMNS.plot) * daysBetween(weeks.startsOn, date)) / days;
	const height = ganttHeight(rows.length);
	const end = deadline === null ? null : addDays(deadline, 1);
	const limit = end !== null && end > weeks.startsOn && x(end) < PLOT_RIGHT ? x(end) : null;
	return drawing(
		{ width: GANTT_WIDTH, height, title, font: paint.font },
		element('defs', {}, ...paint.categories.map((ink, at) => hatch(`${id}-${at}`, ink, paint))),
		limit === null
			? ''
			: element('rect', {
					x: limit,
					y: HEAD,
					width: PLOT_RIGHT - limit,
					height: height - HEAD,
					fill: paint.bgSunken
				}),
		head(options, x, height),
		...rows.map((row, at) =>
			drawRow(row, HEAD + at * ROW, options, x, deadline === null ? null : (limit ?? PLOT_RIGHT))
		),
		limit === null ? '' : deadlineLine(limit, height, options)
	);
}

type Scale = (date: string) => number;

function head({ paint, weeks, month, heads }: GanttOptions, x: Scale, height: number): string {
	const count = weeks.last - weeks.first + 1;
	const width = (PLOT_RIGHT - COLUMNS.plot) / count;
	const every = Math.ceil(15 / width);
	const label = (at: number, text: string, anchor?: 'end') =>
		textLines(at, HEAD - 7, [text], { size: 8.6, weight: 600, fill: paint.fg2, ...(anchor && { anchor }) });
	const lines = Array.from({ length: count }, (_, at) => {
		const left = COLUMNS.plot + at * width;
		const marked = at % every === 0;
		return [
			element('line', {
				x1: left,
				y1: marked ? HEAD - 4 : HEAD,
				x2: left,
				y2: height - 2,
				stroke: paint.line,
				'stroke-width': marked ? 0.9 : 0.4
			}),
			marked ? label(left + 1.5, String(weeks.first + at)) : ''
		].join('');
	});
	return [
		label(COLUMNS.number, heads.number, 'end'),
		label(COLUMNS.code, heads.step),
		label(COLUMNS.who, heads.who),
		label(COLUMNS.after, heads.after),
		months(weeks, month, x, paint),
		...lines,
		textLines(COLUMNS.plot - 4, HEAD - 7, [heads.week], { size: 8.6, weight: 600, fill: paint.fg2, anchor: 'end' }),
		element('line', { x1: 0, y1: HEAD, x2: GANTT_WIDTH, y2: HEAD, stroke: paint.fg, 'stroke-width': 1 })
	].join('');
}

/** Names of months where they begin, as many as there is room for. */
function months(
	{ startsOn, first, last }: GanttOptions['weeks'],
	month: GanttOptions['month'],
	x: Scale,
	paint: Paint
): string {
	const end = addDays(startsOn, (last - first + 1) * 7);
	const begins: string[] = [];
	for (let date = startsOn; date < end; date = addDays(`${date.slice(0, 8)}01`, 32).slice(0, 8) + '01')
		begins.push(date);
	let free = -Infinity;
	return begins
		.map((date) => {
			const left = x(date);
			if (left < free || left > PLOT_RIGHT - 34) return '';
			free = left + 46;
			return textLines(left + 1.5, 28, [month(date)], { size: 8.6, fill: paint.fg2 });
		})
		.join('');
}

function drawRow(row: GanttRow, top: number, options: GanttOptions, x: Scale, limit: number | null): string {
	const { paint, id } = options;
	const at = row.category % paint.categories.length;
	const ink = paint.categories[at]!;
	const middle = top + ROW / 2;
	const base = middle + SIZE * 0.36;
	const text = (left: number, value: string, width: number, style: { weight?: number; fill?: string } = {}) => {
		const lines = wrapText(value, width, SIZE, 2, style.weight);
		return textLines(left, base - ((lines.length - 1) * LINE) / 2, lines, { size: SIZE, fill: paint.fg, ...style });
	};
	const boxes = bars(row, middle, options, x);
	return [
		textLines(COLUMNS.number, base, [row.number], { size: SIZE, fill: paint.fg2, anchor: 'end' }),
		textLines(COLUMNS.code, base, [row.code], { size: SIZE, weight: 700, fill: paint.fg }),
		text(COLUMNS.label, row.label, COLUMNS.who - COLUMNS.label - 8),
		text(COLUMNS.who, row.who, COLUMNS.after - COLUMNS.who - 6, { fill: paint.fg2 }),
		text(COLUMNS.after, row.after, COLUMNS.plot - COLUMNS.after - 6, { fill: paint.fg2 }),
		...boxes.flatMap((box) => split(box, limit).map((part) => drawBar(part, `url(#${id}-${at})`, ink, paint))),
		boxes[0] && !row.weekly ? letter(row.letter, boxes[0], middle, ink, limit, paint) : '',
		element('line', {
			x1: 0,
			y1: top + ROW,
			x2: GANTT_WIDTH,
			y2: top + ROW,
			stroke: paint.line,
			'stroke-width': 0.6
		})
	].join('');
}

interface Box {
	left: number;
	right: number;
	top: number;
	height: number;
	late?: boolean;
}

/** One bar on the step's days, or for each week one as high as there are regions at work. */
function bars({ startsOn, endsOn, weekly }: GanttRow, middle: number, { weeks, most }: GanttOptions, x: Scale): Box[] {
	if (!weekly) {
		const left = x(startsOn);
		return [{ left, right: Math.max(left + 2, x(addDays(endsOn, 1))), top: middle - BAR / 2, height: BAR }];
	}
	const boxes: Box[] = [];
	for (const [week, count] of Object.entries(weekly)) {
		const left = x(addDays(weeks.startsOn, (Number(week) - weeks.first) * 7));
		const right = x(addDays(weeks.startsOn, (Number(week) - weeks.first + 1) * 7));
		const height = Math.max(2.6, (BAR * count) / most);
		const last = boxes.at(-1);
		if (last && last.height === height && Math.abs(last.right - left) < 0.01) last.right = right;
		else boxes.push({ left, right, top: middle + BAR / 2 - height, height });
	}
	return boxes;
}

/** A bar in its parts before and after the deadline. */
function split(box: Box, limit: number | null): Box[] {
	if (limit === null || box.right <= limit + 0.01) return [box];
	if (box.left >= limit - 0.01) return [{ ...box, late: true }];
	return [
		{ ...box, right: limit },
		{ ...box, left: limit, late: true }
	];
}

function drawBar({ left, right, top, height, late }: Box, hatched: string, ink: Ink, paint: Paint): string {
	return element('rect', {
		x: left,
		y: top,
		width: right - left,
		height,
		fill: late ? hatched : ink.fill,
		stroke: late ? paint.fg2 : ink.fill,
		'stroke-width': 0.6
	});
}

/** The letter of the domain on the bar where it is wide and high enough, else before or behind it. */
function letter(sign: string, box: Box, middle: number, ink: Ink, limit: number | null, paint: Paint): string {
	const isPlain = limit === null || box.left + 12 <= limit;
	if (isPlain && box.right - box.left >= 13 && box.height >= 11)
		return textLines(box.left + 3, middle + 3.4, [sign], { size: SIZE, weight: 700, fill: ink.text });
	const before = box.left - COLUMNS.plot > 14;
	return textLines(before ? box.left - 3 : box.right + 3, middle + 3.4, [sign], {
		size: SIZE,
		weight: 700,
		fill: paint.fg,
		halo: paint.bg,
		...(before && { anchor: 'end' as const })
	});
}

function deadlineLine(at: number, height: number, { paint, heads }: GanttOptions): string {
	const isLeft = at < COLUMNS.plot + 60;
	const line = (y1: number, y2: number) =>
		element('line', { x1: at, y1, x2: at, y2, stroke: paint.fg, 'stroke-width': 1.6 });
	return [
		line(4, HEAD - 17), // not through the number of its week
		line(HEAD - 4, height - 2),
		textLines(isLeft ? at + 4 : at - 4, 12, [heads.deadline], {
			size: 8.6,
			weight: 700,
			fill: paint.fg,
			halo: paint.bg,
			...(isLeft ? {} : { anchor: 'end' as const })
		})
	].join('');
}

function hatch(id: string, { fill }: Ink, { bg }: Paint): string {
	return element(
		'pattern',
		{ id, width: 4.5, height: 4.5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
		element('rect', { width: 4.5, height: 4.5, fill: bg }),
		element('rect', { width: 2, height: 4.5, fill })
	);
}
