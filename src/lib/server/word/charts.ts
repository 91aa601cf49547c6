import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Block } from './parts.ts';

const COLOURS = ['0F4C5C', 'A6611A'];

/** Indices by domain as a chart of Word itself, which can be edited with its numbers; nothing without an alternative text,
 *  or where nothing has a value. */
export function domainChart(
	alt: string | null,
	categories: readonly string[],
	series: readonly { name: string; values: readonly (number | null)[] }[],
	highest: number
): Block[] {
	if (alt === null || series.every(({ values }) => values.every((value) => value === null))) return [];
	return [
		new Paragraph({
			keepNext: true,
			children: [
				new ChartRun({
					type: 'column',
					categories,
					series: series.map((item, at) => ({ ...item, color: COLOURS[at] })),
					valueAxis: { minimum: 0, maximum: highest, interval: 1 },
					altText: { name: alt, description: alt }
				})
			]
		})
	];
}

/** Pixels of a bar with the room around it. */
const BAR = 16;

/** All kabupaten and kota as bars, best first: a chart of Word itself, whose figures can be edited. */
export function rankingChart(
	alt: string,
	rows: readonly { name: string; value: number | null }[],
	highest: number
): Block[] {
	const ranked = rows.filter(({ value }) => value !== null).reverse(); // Word puts the first at the bottom
	if (ranked.length === 0) return [];
	return [
		new Paragraph({
			children: [
				new ChartRun({
					type: 'bar',
					categories: ranked.map(({ name }) => name),
					series: [{ name: alt, values: ranked.map(({ value }) => value), color: COLOURS[0] }],
					legend: false,
					valueAxis: { minimum: 0, maximum: highest, interval: 1 },
					transformation: { width: 620, height: 60 + BAR * ranked.length },
					altText: { name: alt, description: alt }
				})
			]
		})
	];
}
