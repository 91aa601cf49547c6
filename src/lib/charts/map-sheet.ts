import { regionMark } from './class-mark.ts';
import { hatchPattern, regionStyle, type MapOptions, type MapRegion } from './map-region.ts';
import { element, escapeXml } from './svg.ts';
import { textLines, wrapText } from './text-fit.ts';

export interface SheetEntry {
	label: string;
	meaning: string;
	count: number;
	sample: Pick<MapRegion, 'value' | 'className' | 'state'>;
}

export interface SheetOptions {
	/** Finding of the map, as its heading. */
	title: string;
	/** Round and measure. */
	subtitle: string;
	/** A drawing of `regionMap`. */
	map: string;
	legendTitle: string;
	entries: readonly SheetEntry[];
	/** Lines at the foot: source, state, date. */
	foot: readonly string[];
	/** Sentence at the top when the data are a sample; null = they are real. */
	sample: string | null;
	options: MapOptions;
	/** `data:` address of the typeface, so that the file shows the same everywhere. */
	fontAddress: string;
}

/** Landscape A4, in units of its own. */
const [WIDTH, HEIGHT, MARGIN] = [1600, 1131, 60];
const LEGEND_LEFT = 1205;
const MAP = { x: MARGIN, y: 168, width: LEGEND_LEFT - MARGIN - 40, height: 820 };

/** Draws the map as a sheet that stands by itself: heading, map, legend with counts, source, state and date, with
 *  colours and typeface inside. For print and for other programs. */
export function mapSheet(sheet: SheetOptions): string {
	const { title, subtitle, map, legendTitle, entries, foot, sample, options, fontAddress } = sheet;
	const { paint } = options;
	const face = `@font-face{font-family:"${paint.font}";font-weight:200 800;src:url(${fontAddress}) format("woff2")}`;
	const headings = wrapText(title, WIDTH - 2 * MARGIN, { size: 34, maxLines: 2, weight: 700 });
	const footLines = foot.flatMap((line) => wrapText(line, WIDTH - 2 * MARGIN, { size: 14.5, maxLines: 2 }));
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
			width: WIDTH,
			height: HEIGHT,
			role: 'img',
			'aria-label': title,
			'font-family': `${paint.font}, sans-serif`
		},
		element('title', {}, escapeXml(title)),
		element('style', {}, face),
		element('rect', { width: WIDTH, height: HEIGHT, fill: paint.bg }),
		textLines(MARGIN, 66, [subtitle], { size: 18, weight: 500, fill: paint.fg2 }),
		sample === null
			? ''
			: textLines(WIDTH - MARGIN, 66, [sample], { size: 18, weight: 700, anchor: 'end', fill: paint.fg }),
		textLines(MARGIN, 106, headings, { size: 34, weight: 700, fill: paint.fg }),
		map.replace('<svg ', `<svg x="${MAP.x}" y="${MAP.y}" width="${MAP.width}" height="${MAP.height}" `),
		hatchPattern(options.id, paint),
		drawLegend(legendTitle, entries, options),
		textLines(MARGIN, HEIGHT - 36 - (footLines.length - 1) * 17.7, footLines, { size: 14.5, fill: paint.fg2 })
	);
}

function drawLegend(title: string, entries: readonly SheetEntry[], options: MapOptions): string {
	const { paint } = options;
	const right = WIDTH - MARGIN;
	let y = MAP.y + 18;
	const heading = wrapText(title, right - LEGEND_LEFT, { size: 20, maxLines: 2, weight: 700 });
	const parts = [textLines(LEGEND_LEFT, y, heading, { size: 20, weight: 700, fill: paint.fg })];
	y += heading.length * 25 + 6;
	for (const { label, meaning, count, sample } of entries) {
		const [words, more] = [
			wrapText(upperFirst(label), 230, { size: 16, maxLines: 2, weight: 600 }),
			wrapText(meaning, 268, { size: 13, maxLines: 6 })
		];
		parts.push(
			drawSwatch(LEGEND_LEFT, y, sample, options),
			textLines(LEGEND_LEFT + 56, y + 18, words, { size: 16, weight: 600, fill: paint.fg }),
			textLines(right, y + 18, [String(count)], { size: 19, weight: 700, anchor: 'end', fill: paint.fg }),
			textLines(LEGEND_LEFT + 56, y + 18 + words.length * 19.5, meaning === '' ? [] : more, {
				size: 13,
				fill: paint.fg2
			})
		);
		y += Math.max(38, 10 + words.length * 19.5 + (meaning === '' ? 0 : more.length * 15.9) + 14);
	}
	return parts.join('');
}

function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function drawSwatch(x: number, y: number, sample: SheetEntry['sample'], options: MapOptions): string {
	const { paint } = options;
	const style = regionStyle(sample, options);
	const provisional = sample.state === 'provisional';
	return [
		element('rect', {
			x,
			y,
			width: 42,
			height: 28,
			rx: 3,
			fill: provisional ? paint.bg : style.fill,
			stroke: provisional ? paint.fg : paint.lineStrong,
			'stroke-width': provisional ? 2 : 1,
			'stroke-dasharray': provisional ? '5 4' : null
		}),
		style.mark === null ? '' : regionMark({ x: x + 21, y: y + 14, radius: 8.5 }, style.mark, style.text)
	].join('');
}
