import { addDays, daysBetween } from '../domain/planning/working-days.ts';
import type { Ink, Paint } from './paint.ts';
import { drawing, element, round } from './svg.ts';
import { LINE_HEIGHT, textLines, wrapText } from './text-fit.ts';

/** One step of a plan as a row of the drawing. */
export interface GanttRow {
	/** Place in the plan. */
	number: string;
	/** Indicator and level that it leads to, such as `A2 → 3`. */
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
	/** Number of regions at work on it by week, where many take it; null = one bar of full height. */
	weekly: Record<number, number> | null;
}

export interface GanttOptions {
	title: string;
	paint: Paint;
	/** First and last week shown, and the ISO date on which the first begins. */
	weeks: { first: number; last: number; startsOn: string };
	/** ISO date of the last day in time; null = none is drawn. */
	deadline: string | null;
	/** Number of regions at full height. */
	most: number;
	/** Name of the month of an ISO date. */
	month: (date: string) => string;
	heads: { number: string; step: string; who: string; after: string; week: string; deadline: string };
}

export const GANTT_WIDTH = 1000;
/** Height of a row of two lines; longer texts make it higher, so that none is cut. */
const ROW = 25;
const HEAD = 50;
const SIZE = 9.4;
const LINE = SIZE * LINE_HEIGHT;
const COLUMNS = { number: 18, code: 26, label: 74, who: 368, after: 492, plot: 540 };
const WIDTHS = { label: 285, who: 118, after: 44 };
const PLOT_RIGHT = GANTT_WIDTH - 4;
const BAR = 16;
/** Weeks from one number and line to the next: as few as there is room for. */
const STEPS = [1, 2, 4, 8, 13, 26];
const STEP_WIDTH = 17;

/** Height of a drawing with these rows, where its width is `GANTT_WIDTH`. */
export function ganttHeight(rows: readonly GanttRow[]): number {
	return rows.reduce((sum, row) => sum + rowHeight(row), HEAD + 2);
}

/** Draws steps by week: one bar each on its days, with colour and letter of its domain; where many regions take a step,
 *  as high as the number of regions at work in that week, and the code beside it names the domain. Days after the
 *  deadline are pale with an outline and stand behind a line, so that a copy in black and white shows them too. Each
 *  part of a long plan brings its own head. */
export function ganttChart(rows: readonly GanttRow[], options: GanttOptions): string {
	const { title, paint, weeks, deadline } = options;
	const days = (weeks.last - weeks.first + 1) * 7;
	const x = (date: string) => COLUMNS.plot + ((PLOT_RIGHT - COLUMNS.plot) * daysBetween(weeks.startsOn, date)) / days;
	const height = ganttHeight(rows);
	const end = deadline === null ? null : addDays(deadline, 1);
	const limit = end !== null && end > weeks.startsOn && x(end) < PLOT_RIGHT ? x(end) : null;
	const tops = rows.map((_, at) => ganttHeight(rows.slice(0, at)) - 2);
	return drawing(
		{ width: GANTT_WIDTH, height, title, font: paint.font },
		limit === null
			? ''
			: element('rect', {
					x: limit,
					y: HEAD,
					width: PLOT_RIGHT - limit,
					height: height - HEAD,
					fill: paint.bgSunken
				}),
		limit === null ? '' : deadlineLine(limit, height, options),
		head(options, x, height),
		...rows.map((row, at) =>
			drawRow(row, tops[at]!, options, { x, limit: deadline === null ? null : (limit ?? PLOT_RIGHT) })
		)
	);
}

/** Lines of the texts of a row, broken to the widths of the columns. */
function textsOf({ label, who, after }: GanttRow) {
	const lines = (text: string, width: number) =>
		text === '' ? [] : wrapText(text, width, { size: SIZE, maxLines: Infinity });
	return { label: lines(label, WIDTHS.label), who: lines(who, WIDTHS.who), after: lines(after, WIDTHS.after) };
}

function rowHeight(row: GanttRow): number {
	const most = Math.max(...Object.values(textsOf(row)).map((lines) => lines.length));
	return Math.max(ROW, most * LINE + 3);
}

type Scale = (date: string) => number;

function head({ paint, weeks, month, heads }: GanttOptions, x: Scale, height: number): string {
	const count = weeks.last - weeks.first + 1;
	const width = (PLOT_RIGHT - COLUMNS.plot) / count;
	const every = STEPS.find((step) => step * width >= STEP_WIDTH) ?? STEPS.at(-1)!;
	const style = { size: 8.6, weight: 600, fill: paint.fg2 };
	const label = (at: number, text: string, anchor?: 'end') =>
		textLines(at, HEAD - 7, [text], { ...style, ...(anchor && { anchor }) });
	const after = heads.after.split(' '); // a word a line, beside the head of the weeks
	const lines = Array.from({ length: Math.ceil(count / every) }, (_, at) => {
		const left = COLUMNS.plot + at * every * width;
		return [
			element('line', { x1: left, y1: HEAD - 4, x2: left, y2: height - 2, stroke: paint.line, 'stroke-width': 0.7 }),
			label(left + 1.5, String(weeks.first + at * every))
		].join('');
	});
	return [
		label(COLUMNS.number, heads.number, 'end'),
		label(COLUMNS.code, heads.step),
		label(COLUMNS.who, heads.who),
		textLines(COLUMNS.after, HEAD - 7 - (after.length - 1) * style.size * LINE_HEIGHT, after, style),
		months(weeks, month, x, paint),
		...lines,
		label(COLUMNS.plot - 4, heads.week, 'end'),
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
	// the first month may have only some last days here, and its name would take the place of the next one's
	if (begins.length > 1 && daysBetween(begins[0]!, begins[1]!) < 10) begins.shift();
	let free = -Infinity;
	return begins
		.map((date) => {
			const left = x(date);
			if (left < free || left > PLOT_RIGHT - 34) return '';
			free = left + 46;
			return textLines(left + 1.5, 28, [month(date)], { size: 8.6, fill: paint.fg2, halo: paint.bg });
		})
		.join('');
}

function drawRow(
	row: GanttRow,
	top: number,
	options: GanttOptions,
	{ x, limit }: { x: Scale; limit: number | null }
): string {
	const { paint } = options;
	const ink = paint.categories[row.category % paint.categories.length]!;
	const height = rowHeight(row);
	const middle = top + height / 2;
	const base = middle + SIZE * 0.36;
	const texts = textsOf(row);
	const text = (left: number, lines: string[], fill = paint.fg2) =>
		textLines(left, base - ((lines.length - 1) * LINE) / 2, lines, { size: SIZE, fill });
	const boxes = bars(row, middle, options, x);
	return [
		textLines(COLUMNS.number, base, [row.number], { size: SIZE, fill: paint.fg2, anchor: 'end' }),
		textLines(COLUMNS.code, base, [row.code], { size: SIZE, weight: 700, fill: paint.fg }),
		text(COLUMNS.label, texts.label, paint.fg),
		text(COLUMNS.who, texts.who),
		text(COLUMNS.after, texts.after),
		...outlines(boxes.flatMap((box) => split(box, limit))).map((run) => drawRun(run, ink, paint)),
		boxes[0] && !row.weekly ? letter(row.letter, boxes[0], middle, { ink, limit, paint }) : '',
		element('line', {
			x1: 0,
			y1: top + height,
			x2: GANTT_WIDTH,
			y2: top + height,
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

/** Boxes of a step: one on its days, or one for each week, as high as the number of regions at work. */
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

/** Parts of a bar before and after the deadline. */
function split(box: Box, limit: number | null): Box[] {
	if (limit === null || box.right <= limit + 0.01) return [box];
	if (box.left >= limit - 0.01) return [{ ...box, late: true }];
	return [
		{ ...box, right: limit },
		{ ...box, left: limit, late: true }
	];
}

/** Groups boxes that touch each other and are late alike, each group for one shape. */
function outlines(boxes: readonly Box[]): Box[][] {
	const runs: Box[][] = [];
	for (const box of boxes) {
		const last = runs.at(-1)?.at(-1);
		if (last && last.late === box.late && Math.abs(last.right - box.left) < 0.01) runs.at(-1)!.push(box);
		else runs.push([box]);
	}
	return runs;
}

/** Draws one shape: full colour in time, pale with a dark outline when late. */
function drawRun(run: readonly Box[], ink: Ink, paint: Paint): string {
	const { left, top, height, late } = run[0]!;
	const steps = run.map((box) => `V${round(box.top)}H${round(box.right)}`).join('');
	const d = `M${round(left)} ${round(top + height)}${steps}V${round(top + height)}Z`;
	if (!late) return element('path', { d, fill: ink.fill, stroke: ink.fill, 'stroke-width': 0.6 });
	return [
		element('path', { d, fill: paint.bg }),
		element('path', { d, fill: ink.fill, 'fill-opacity': 0.3, stroke: paint.fg2, 'stroke-width': 0.6 })
	].join('');
}

/** Draws the letter of the domain on the bar where it is wide enough, else before or behind it. */
function letter(
	sign: string,
	box: Box,
	middle: number,
	{ ink, limit, paint }: { ink: Ink; limit: number | null; paint: Paint }
): string {
	const style = { size: SIZE, weight: 700 };
	const [first] = split(box, limit);
	if (first!.right - first!.left >= 13)
		return textLines(box.left + 3, middle + 3.4, [sign], { ...style, fill: first!.late ? paint.fg : ink.text });
	const before = box.left - COLUMNS.plot > 14;
	return textLines(before ? box.left - 3 : box.right + 3, middle + 3.4, [sign], {
		...style,
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
		line(4, HEAD - 17), // not through the number of its week; a month's name interrupts it
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
