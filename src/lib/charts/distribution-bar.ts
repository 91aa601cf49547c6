import { classMark, classStyle, type ClassLabel } from './class-mark.ts';
import { hatchPattern } from './map-region.ts';
import type { Paint } from './paint.ts';
import { drawing, element } from './svg.ts';
import { textLines, textWidth, wrapText } from './text-fit.ts';

export interface DistributionOptions {
	/** Unique among the drawings of one page; prefix of the ids inside. */
	id: string;
	title: string;
	paint: Paint;
	/** Classes, the highest first, each with its number of regions. */
	classes: readonly (ClassLabel & { count: number })[];
	/** Number of regions whose class does not count yet, and of those without one, and the words for them. */
	provisional: { label: string; count: number };
	notAssessed: { label: string; count: number };
}

const WIDTH = 720;
const BAR = 44;
const KEY = 26;

/** Draws one bar cut into the classes by their numbers of regions, from behind to ready, then provisional
 *  and not assessed; a key below tells every class, with its mark and count, the empty ones too. */
export function distributionBar(options: DistributionOptions): string {
	const { id, title, paint, classes, provisional, notAssessed } = options;
	const parts = [
		...[...classes]
			.reverse()
			.map(({ code, label, count }) => ({ label, count, style: classStyle(paint, classes, code) })),
		...(provisional.count > 0 ? [{ ...provisional, style: null, dashed: true }] : []),
		{ ...notAssessed, style: null }
	].map((part) => ({ dashed: false, ...part }));
	const ground = ({ style, dashed }: Pick<(typeof parts)[number], 'style' | 'dashed'>) => ({
		fill: style?.fill ?? (dashed ? paint.bg : `url(#${id}-hatch)`),
		'stroke-dasharray': dashed ? '5 4' : null
	});
	const total = parts.reduce((sum, { count }) => sum + count, 0);
	const shapes: string[] = [];
	let x = 1;
	for (const { count, style, dashed } of parts.filter((part) => part.count > 0)) {
		const width = (count / total) * (WIDTH - 2);
		const text = style?.text ?? paint.fg;
		const stroke = style ? paint.bg : dashed ? paint.fg : paint.lineStrong;
		shapes.push(element('rect', { x, y: 1, width, height: BAR, stroke, ...ground({ style, dashed }) }));
		const digits = textWidth(String(count), 18, 700);
		if (width >= digits + 34 && style) {
			shapes.push(
				classMark({ x: x + width / 2 - digits / 2 - 5, y: 1 + BAR / 2, radius: 7 }, style.share, text),
				textLines(x + width / 2 + 9, 1 + BAR / 2 + 6.5, [String(count)], {
					size: 18,
					weight: 700,
					anchor: 'middle',
					fill: text
				})
			);
		} else if (width >= digits + 6) {
			shapes.push(
				textLines(x + width / 2, 1 + BAR / 2 + 6.5, [String(count)], {
					size: 18,
					weight: 700,
					anchor: 'middle',
					fill: text,
					halo: style ? undefined : paint.bg
				})
			);
		}
		x += width;
	}
	const columns = 3;
	const columnWidth = WIDTH / columns;
	const key = parts.map(({ label, count, style, dashed }, i) => {
		const left = (i % columns) * columnWidth;
		const y = BAR + 26 + Math.floor(i / columns) * KEY;
		const swatch = element('rect', {
			x: left + 1,
			y: y - 10,
			width: 20,
			height: 20,
			rx: 2,
			...ground({ style, dashed }),
			stroke: style ? paint.line : dashed ? paint.fg : paint.lineStrong
		});
		const mark = style ? classMark({ x: left + 11, y, radius: 5.5 }, style.share, style.text) : '';
		const words = wrapText(`${label}: ${count}`, columnWidth - 42, { size: 13, maxLines: 1, weight: 500 });
		return swatch + mark + textLines(left + 30, y + 4.7, words, { size: 13, weight: 500, fill: paint.fg });
	});
	const height = BAR + 26 + Math.ceil(parts.length / columns) * KEY - 8;
	return drawing({ width: WIDTH, height, title, font: paint.font }, hatchPattern(id, paint), ...shapes, ...key);
}
