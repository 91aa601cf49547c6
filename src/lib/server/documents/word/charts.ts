import { Paragraph } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import type { RadarData } from '#lib/server/documents/write/shared/radar-charts.ts';
import { TONES } from './class-tones.ts';
import type { Block } from './parts.ts';

const COLOURS = ['0F4C5C', 'A6611A'];
const QUIET = 'C9C4B6';
/** Pixels of a bar with the room around it. */
const BAR = 16;
const WIDTH = 620;

// The charts are Word's own: an office can change them with their figures.

/** Draws the domains of one subject against a mean, or of two groups, as in the PDF. */
export function radarChart({ alt, axes, series }: RadarData & { alt: string }, highest: number): Block[] {
	return chart({
		type: 'radar',
		categories: axes.map(({ code }) => code), // names would leave no room for the drawing; the table below has them
		series: series.map((item, at) => ({ ...item, color: COLOURS[at] })),
		markers: true,
		valueAxis: { minimum: 0, maximum: highest, interval: 1 },
		transformation: { width: 440, height: 360 },
		altText: { name: alt, description: alt }
	});
}

/** Draws bars from the top down; nothing where none has a value.
 *  @param rows `tone` gives the colour of a class; without it the bar stands for none
 *  @param numberFormat format of the figures at the bars; Word writes them with the comma or point of its reader */
export function barChart(
	alt: string,
	rows: readonly { name: string; value: number | null; tone?: number | null }[],
	highest: number,
	numberFormat: '0' | '0.00'
): Block[] {
	const drawn = rows.filter(({ value }) => value !== null).reverse(); // Word puts the first at the bottom
	if (drawn.length === 0) return [];
	const colourOf = (tone: number | null | undefined) =>
		tone === undefined ? COLOURS[0] : tone === null ? QUIET : TONES[tone]!.fill;
	return chart({
		type: 'bar',
		categories: drawn.map(({ name }) => name),
		series: [
			{
				name: alt,
				values: drawn.map(({ value }) => value),
				color: COLOURS[0],
				colors: drawn.map(({ tone }) => colourOf(tone))
			}
		],
		gapWidth: 40,
		legend: false,
		dataLabels: { value: true, numberFormat },
		valueAxis: { minimum: 0, maximum: highest },
		transformation: { width: WIDTH, height: 70 + BAR * drawn.length },
		altText: { name: alt, description: alt }
	});
}

function chart(options: ChartRunOptions): Block[] {
	return [new Paragraph({ keepNext: true, children: [new ChartRun(options)] })];
}
