import type { Zoom } from '../domain/geography/zoom.ts';
import type { Region } from '../domain/geography/types.ts';
import { INDEX_BREAKS, stepOf } from '../domain/analysis/map-measure.ts';
import { classStyle, type ClassLabel, type Mark } from './class-mark.ts';
import type { Ink, Paint } from './paint.ts';
import { element, escapeXml } from './svg.ts';

/** One region as a map shows it; every word is written by the caller, in the reader's language. */
export interface MapRegion {
	region: Region;
	/** Value to map; null when there is none. */
	value: number | null;
	/** The value as shown: `3,42`, `–`. */
	label: string;
	/** Code of the readiness class, null without one. */
	className: string | null;
	/** `none` = not assessed, hatched; `provisional` = may still change, dashed outline; `hidden` = not for this
	 *  reader. */
	state: 'assessed' | 'provisional' | 'none' | 'hidden';
	href?: string;
	/** Full sentence: `Kabupaten Nduga, indeks 3,42, Hampir Siap`. */
	ariaLabel: string;
	/** The reader's filter leaves it out: it stays on the map, but steps back. */
	dimmed?: boolean;
}

export interface MapOptions {
	/** Unique among the drawings of one page; prefix of the ids inside. */
	id: string;
	title: string;
	/** Colour by readiness class or by number. */
	colourBy: 'class' | 'number';
	/** Classes, the highest first. */
	classes: readonly ClassLabel[];
	/** The four borders between the five steps of a number, rising. */
	breaks?: readonly number[];
	/** The number has two sides: its colours part at the middle step, and an arrow tells the side. */
	diverging?: boolean;
	paint: Paint;
	/** Part shown; the whole map when left out. */
	zoom?: Zoom;
}

export interface RegionStyle extends Ink {
	dashed: boolean;
	hatched: boolean;
	/** Mark; null when there is no class, or nothing moved. */
	mark: Mark | null;
}

/** Fill, text colour, outline and mark of a region; all views of the map share it. */
export function regionStyle(
	{ value, className, state }: Pick<MapRegion, 'value' | 'className' | 'state'>,
	{ id, colourBy, classes, breaks = INDEX_BREAKS, diverging = false, paint }: Omit<MapOptions, 'title'>
): RegionStyle {
	if (state === 'hidden') return { fill: paint.bgSunken, text: paint.fg2, dashed: false, hatched: false, mark: null };
	const style = classStyle(paint, classes, className);
	const step = value === null ? null : stepOf(breaks, value);
	const palette = diverging ? paint.diverging : paint.ramp;
	const ink = colourBy === 'class' ? style : step === null ? null : palette[step]!;
	const dashed = state === 'provisional';
	// a region without a number is as blank as one without a class, whatever its state says
	if (!ink || (state === 'none' && colourBy === 'class'))
		return { fill: `url(#${id}-hatch)`, text: paint.fg, dashed, hatched: true, mark: null };
	const mark = diverging && colourBy === 'number' ? sideOf(step!) : (style?.share ?? null);
	return { fill: ink.fill, text: ink.text, dashed, hatched: false, mark };
}

function sideOf(step: number): Mark | null {
	return step === 2 ? null : step > 2 ? 'up' : 'down';
}

/** Draws the ground of regions that are not assessed. The lines are thin and light, so that text stays readable upon
 *  them. */
export function hatchPattern(id: string, paint: Paint): string {
	return element(
		'defs',
		{},
		element(
			'pattern',
			{ id: `${id}-hatch`, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
			element('rect', { width: 7, height: 7, fill: paint.bg }),
			element('rect', { width: 1.6, height: 7, fill: paint.line })
		)
	);
}

/** Groups the shapes of one region, as a link when it has an address, with its name for pointer and screen reader. */
export function regionGroup({ region, href, ariaLabel, dimmed }: MapRegion, ...shapes: string[]): string {
	const title = element('title', {}, escapeXml(ariaLabel));
	const common = { 'aria-label': ariaLabel, 'data-region': region.code, opacity: dimmed ? DIMMED : null };
	if (href === undefined) return element('g', { role: 'img', ...common }, title, ...shapes);
	return element('a', { href, ...common }, title, ...shapes);
}

/** Opacity of a region that the filter leaves out. */
export const DIMMED = 0.22;
