import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { textLines, textWidth, wrapText } from './text-fit.ts';

/** A share of the work, 0–1, at the end of a day; days of the round, 0 = the first. */
export interface CurvePoint {
	day: number;
	share: number;
}

export interface SCurve {
	plan: readonly CurvePoint[];
	done: readonly CurvePoint[];
	/** Forecast from today on; empty when nothing can be foreseen. */
	forecast: readonly { day: number; low: number; middle: number; high: number }[];
	today: number;
	/** Last day of the round. */
	deadline: number;
}

export interface SCurveOptions {
	title: string;
	paint: Paint;
	labels: { plan: string; done: string; forecast: string; band: string; today: string; deadline: string };
	/** Label of a day below the axis: `5 Okt`. */
	formatDay: (day: number) => string;
	/** Label of a share beside the axis: `50%`. */
	formatShare: (share: number) => string;
}

const WIDTH = 720;
const PLOT = { left: 48, right: 704, top: 72, bottom: 330 };
const HEIGHT = 372;
/** Lengths of the round after which a forecast is cut off: the sentence beside it names the date. */
const LONGEST = 2;

/** Draws the work done against the plan: plan dashed, done solid, forecast dotted in its band, with lines at today and
 *  at the deadline. The lines differ in form, not in colour alone. */
export function sCurve(curve: SCurve, options: SCurveOptions): string {
	const { title, paint, labels, formatDay, formatShare } = options;
	const end = Math.max(curve.deadline, Math.min(curve.forecast.at(-1)?.day ?? 0, LONGEST * (curve.deadline + 1)));
	const x = (day: number) => PLOT.left + ((day + 1) / (end + 1)) * (PLOT.right - PLOT.left);
	const y = (share: number) => PLOT.bottom - Math.min(1, share) * (PLOT.bottom - PLOT.top);
	const shown = curve.forecast.filter(({ day }) => day <= end);
	const line = (points: readonly CurvePoint[]) => points.map(({ day, share }) => [x(day), y(share)] as const);
	const marks = [
		{ day: curve.deadline, label: labels.deadline },
		...(curve.today >= 0 && curve.today <= end ? [{ day: curve.today, label: labels.today }] : [])
	];
	return drawing(
		{ width: WIDTH, height: HEIGHT, title, font: paint.font },
		...[0, 0.25, 0.5, 0.75, 1].map((share) => drawLevel(y(share), formatShare(share), paint)),
		...weekTicks(end).map((day) => drawTick(x(day - 1), formatDay(day), paint)),
		drawBand(shown, x, y, paint),
		...marks.map(({ day, label }, i) => drawMark(x(day), label, i, paint)),
		path(line(curve.plan), { stroke: paint.fg2, 'stroke-width': 1.75, 'stroke-dasharray': '7 5' }),
		path(line(shown.map(({ day, middle }) => ({ day, share: middle }))), {
			stroke: paint.accent,
			'stroke-width': 2.5,
			'stroke-dasharray': '1 5',
			'stroke-linecap': 'round'
		}),
		path(line(curve.done), { stroke: paint.accent, 'stroke-width': 3.5, 'stroke-linejoin': 'round' }),
		drawKey(labels, shown.length > 0, paint)
	);
}

function path(points: readonly (readonly [number, number])[], attributes: Record<string, string | number>): string {
	if (points.length < 2) return '';
	return element('path', { d: `M${points.map(written).join('L')}`, fill: 'none', ...attributes });
}

function written([x, y]: readonly [number, number]): string {
	return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function drawBand(
	forecast: SCurve['forecast'],
	x: (day: number) => number,
	y: (share: number) => number,
	paint: Paint
): string {
	if (forecast.length < 2) return '';
	const high = forecast.map(({ day, high }) => [x(day), y(high)] as const);
	const low = forecast.map(({ day, low }) => [x(day), y(low)] as const).reverse();
	return element('path', {
		d: `M${[...high, ...low].map(written).join('L')}Z`,
		fill: paint.accent,
		'fill-opacity': 0.16,
		stroke: paint.accent,
		'stroke-width': 0.75,
		'stroke-opacity': 0.6
	});
}

function drawLevel(y: number, label: string, paint: Paint): string {
	return (
		element('line', { x1: PLOT.left, y1: y, x2: PLOT.right, y2: y, stroke: paint.line, 'stroke-width': 1 }) +
		textLines(PLOT.left - 8, y + 4, [label], { size: 11.5, anchor: 'end', fill: paint.fg2 })
	);
}

/** Days at which a week begins, at most ten of them, evenly apart. */
function weekTicks(end: number): number[] {
	const weeks = Math.floor(end / 7);
	const every = Math.max(1, Math.ceil(weeks / 9));
	return Array.from({ length: Math.floor(weeks / every) + 1 }, (_, i) => i * every * 7);
}

function drawTick(x: number, label: string, paint: Paint): string {
	return (
		element('line', { x1: x, y1: PLOT.bottom, x2: x, y2: PLOT.bottom + 5, stroke: paint.lineStrong }) +
		textLines(x, PLOT.bottom + 20, [label], { size: 11.5, anchor: 'middle', fill: paint.fg2 })
	);
}

/** Draws a line through the plot with its label above it, on the side where there is room, each on a row of its own. */
function drawMark(x: number, label: string, row: number, paint: Paint): string {
	const bottom = PLOT.top - 6 - row * 16;
	const atEnd = x + textWidth(label, 12, 600) + 6 > PLOT.right;
	return (
		element('line', {
			x1: x,
			y1: bottom - 8,
			x2: x,
			y2: PLOT.bottom,
			stroke: paint.fg,
			'stroke-width': row === 0 ? 1.75 : 1
		}) +
		textLines(x + (atEnd ? -6 : 6), bottom, [label], {
			size: 12,
			weight: 600,
			anchor: atEnd ? 'end' : 'start',
			fill: paint.fg,
			halo: paint.bg
		})
	);
}

function drawKey(labels: SCurveOptions['labels'], hasForecast: boolean, paint: Paint): string {
	const y = 14;
	const sample = (x: number, attributes: Record<string, string | number>) =>
		element('line', { x1: x, y1: y - 4, x2: x + 26, y2: y - 4, ...attributes });
	const entries: [string, (x: number) => string][] = [
		[labels.done, (x) => sample(x, { stroke: paint.accent, 'stroke-width': 3.5 })],
		[labels.plan, (x) => sample(x, { stroke: paint.fg2, 'stroke-width': 1.75, 'stroke-dasharray': '7 5' })],
		...(hasForecast
			? ([
					[
						labels.forecast,
						(x) =>
							sample(x, {
								stroke: paint.accent,
								'stroke-width': 2.5,
								'stroke-dasharray': '1 5',
								'stroke-linecap': 'round'
							})
					],
					[
						labels.band,
						(x) =>
							element('rect', {
								x,
								y: y - 10,
								width: 26,
								height: 12,
								fill: paint.accent,
								'fill-opacity': 0.16,
								stroke: paint.accent,
								'stroke-width': 0.75
							})
					]
				] satisfies [string, (x: number) => string][])
			: [])
	];
	const width = WIDTH / entries.length;
	return entries
		.map(
			([label, draw], i) =>
				draw(i * width) +
				textLines(i * width + 34, y, wrapText(label, width - 42, { size: 12, maxLines: 1 }), {
					size: 12,
					fill: paint.fg
				})
		)
		.join('');
}
