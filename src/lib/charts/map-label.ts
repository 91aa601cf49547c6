import { regionMark } from './class-mark.ts';
import { project, type Window } from './map-frame.ts';
import { DIMMED, regionStyle, type MapOptions, type MapRegion } from './map-region.ts';
import { element } from './svg.ts';
import { textLines } from './text-fit.ts';
import { tileAbbreviation } from './tile-abbreviations.ts';

/** Least height that a thumb hits, in units of the drawing. */
const HIT_HEIGHT = 26;
/** Distance of a label from its kota above which a line ties them, in units of the drawing. */
const FAR = 9;

/** Draws letters and mark at the middle of a region, or the mark alone. A kota's letters stand in a rounded box, like
 *  its tile, with a larger field to press, and a line ties them to its place when they stand beside it. */
export function drawLabel(
	area: MapRegion,
	main: Window,
	options: MapOptions & { labels: 'letters' | 'marks'; markSize?: number }
): string {
	const { paint, labels } = options;
	const { mark, dashed, text } = regionStyle(area, options);
	const { code, type, lon, lat } = area.region;
	const [pointX, pointY] = project(main, lon, lat);
	const isKota = type === 'kota';
	// a kota's label is in its group, which steps back as a whole
	const dim = area.dimmed && !isKota ? { opacity: DIMMED } : {};
	if (labels === 'marks') {
		const sign = mark === null ? '' : regionMark({ x: pointX, y: pointY, radius: options.markSize ?? 3.2 }, mark, text);
		return 'opacity' in dim ? element('g', dim, sign) : sign;
	}
	const [x, y] = project(main, ...labelPlace(area.region));
	const size = isKota ? 9 : 11;
	const width = (isKota ? 30 : 34) + (mark === null ? 0 : 10);
	const height = isKota ? 14 : 16;
	const box = element('rect', {
		x: x - width / 2,
		y: y - height / 2,
		width,
		height,
		rx: isKota ? height / 2 : 2,
		fill: paint.halo.fill,
		'fill-opacity': isKota ? null : 0.86,
		stroke: isKota ? paint.halo.text : null,
		'stroke-width': isKota ? 0.8 : null,
		// the box may cover all of a small kota, so it has the outline of the area
		'stroke-dasharray': isKota && dashed ? '3 2' : null
	});
	const shift = mark === null ? 0 : 5.5;
	const letters = textLines(x - shift, y + size * 0.36, [tileAbbreviation(area.region)], {
		size,
		weight: 700,
		anchor: 'middle',
		fill: paint.halo.text
	});
	const sign =
		mark === null
			? ''
			: regionMark({ x: x + width / 2 - (isKota ? 9 : 8), y, radius: isKota ? 3.4 : 4 }, mark, paint.halo.text);
	// marked, so that a zooming page can keep labels from growing as the areas do
	const label = (...parts: string[]) => element('g', { ...dim, 'data-label': code }, ...parts);
	if (!isKota) return label(box, letters, sign);
	return tie({ x, y }, { pointX, pointY }, paint.halo.text) + label(hitField(x, y, width), box, letters, sign);
}

function tie(
	{ x, y }: { x: number; y: number },
	{ pointX, pointY }: { pointX: number; pointY: number },
	colour: string
): string {
	if (Math.hypot(x - pointX, y - pointY) < FAR) return '';
	return (
		element('line', { x1: x, y1: y, x2: pointX, y2: pointY, stroke: colour, 'stroke-width': 0.9 }) +
		element('circle', { cx: pointX, cy: pointY, r: 1.8, fill: colour })
	);
}

function hitField(x: number, y: number, width: number): string {
	const field = { x: x - width / 2 - 3, y: y - HIT_HEIGHT / 2, width: width + 6, height: HIT_HEIGHT };
	return element('rect', { ...field, fill: 'none', 'pointer-events': 'all' });
}

/** Place of the letters of a region in degrees: beside its middle where a small kota and the kabupaten around it would
 *  not both read. */
export function labelPlace({ label, lon, lat }: MapRegion['region']): readonly [lon: number, lat: number] {
	return label ? [label.lon, label.lat] : [lon, lat];
}
