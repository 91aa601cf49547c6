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
