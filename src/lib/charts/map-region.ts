import { scaleThreshold } from 'd3-scale';
import type { Region } from '../domain/geography/types.ts';
import { classStyle, type ClassLabel, type ClassStyle } from './class-mark.ts';
import type { Ink, Paint } from './paint.ts';
import { element, escapeXml } from './svg.ts';

/** One region as a map shows it; every word is written by the caller, in the reader's language. */
export interface MapRegion {
	region: Region;
	/** What is mapped; null when there is none. */
	value: number | null;
	/** The value as shown: `3,42`, `–`. */
	label: string;
	/** Code of the readiness class, null without one. */
	className: string | null;
	/** `none` = not assessed, hatched; `provisional` = may still change, dashed outline; `hidden` = not for this reader. */
	state: 'assessed' | 'provisional' | 'none' | 'hidden';
	href?: string;
	/** Full sentence: `Kabupaten Malang, indeks 3,42, Hampir Siap`. */
	ariaLabel: string;
}

export interface MapOptions {
	/** Unique among the drawings of one page; prefix of the ids inside. */
	id: string;
	title: string;
	/** Colour by readiness class or by number. */
	colourBy: 'class' | 'number';
	/** Highest first. */
	classes: readonly ClassLabel[];
	/** The four borders between the five steps of a number, rising. */
	breaks?: readonly number[];
	paint: Paint;
}

/** The predicates' borders, so that a coloured index tells the predicate. */
export const INDEX_BREAKS: readonly number[] = [1.8, 2.6, 3.5, 4.2];

export interface RegionStyle extends Ink {
	dashed: boolean;
	hatched: boolean;
	/** Share of the class mark, null when there is no class. */
	mark: ClassStyle['share'] | null;
}

/** Fill, text colour, outline and mark of a region; tile map and boundary map share it. */
export function regionStyle(
	{ value, className, state }: Pick<MapRegion, 'value' | 'className' | 'state'>,
	{ id, colourBy, classes, breaks = INDEX_BREAKS, paint }: Omit<MapOptions, 'title'>
): RegionStyle {
	if (state === 'hidden') return { fill: paint.bgSunken, text: paint.fg2, dashed: false, hatched: false, mark: null };
	const style = classStyle(paint, classes, className);
	const ink = colourBy === 'class' ? style : value === null ? null : rampStep(paint, breaks, value);
	// a region without a number is as blank as one without a class, whatever its state says
	if (state === 'none' || !ink) {
		return { fill: `url(#${id}-hatch)`, text: paint.fg, dashed: state === 'provisional', hatched: true, mark: null };
	}
	return {
		fill: ink.fill,
		text: ink.text,
		dashed: state === 'provisional',
		hatched: false,
		mark: style?.share ?? null
	};
}

/** Step of the sequential palette that a number falls in; a border belongs to the step above it. */
export function rampStep(paint: Paint, breaks: readonly number[], value: number): Ink {
	return scaleThreshold<number, Ink>().domain(breaks).range(paint.ramp)(value);
}

/** Ground of what is not assessed. The lines are thin and light, so that text stays readable upon them. */
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

/** The shapes of one region, as a link when it has an address, with its name for pointer and screen reader. */
export function regionGroup({ href, ariaLabel }: Pick<MapRegion, 'href' | 'ariaLabel'>, ...shapes: string[]): string {
	const title = element('title', {}, escapeXml(ariaLabel));
	if (href === undefined) return element('g', { role: 'img', 'aria-label': ariaLabel }, title, ...shapes);
	return element('a', { href, 'aria-label': ariaLabel }, title, ...shapes);
}
