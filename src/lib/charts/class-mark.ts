import type { Ink, Paint } from './paint.ts';
import { element } from './svg.ts';

/** A readiness class as a drawing needs it; lists of them stand highest first, as in the instrument. */
export interface ClassLabel {
	code: string;
	label: string;
}

export interface ClassStyle extends Ink {
	/** Filled share of the mark's circle: ○ 0, ◔ ¼, ◑ ½, ● 1. */
	share: number;
}

/** Colour and mark of a class by its place between the last (behind, empty) and the first (ready, full); null for a
 *  class that is not in the list. The place and not the name decides, so any instrument's classes can be drawn. */
export function classStyle(paint: Paint, classes: readonly ClassLabel[], code: string | null): ClassStyle | null {
	const position = classes.findIndex((candidate) => candidate.code === code);
	if (position < 0) return null;
	const place = classes.length === 1 ? 1 : 1 - position / (classes.length - 1);
	const share = place === 1 ? 1 : place * 0.75;
	return { ...paint.classes[Math.round(place * (paint.classes.length - 1))]!, share };
}

/** Draws the mark of a class as a shape, because the typeface has no such glyphs.
 *  @param share part of the circle that is filled, 0–1, clockwise from the top */
export function classMark(
	{ x, y, radius }: { x: number; y: number; radius: number },
	share: number,
	colour: string
): string {
	const ring = element('circle', {
		cx: x,
		cy: y,
		r: radius,
		fill: share >= 1 ? colour : 'none',
		stroke: colour,
		'stroke-width': Math.max(1, radius * 0.22)
	});
	if (share <= 0 || share >= 1) return ring;
	const angle = share * 2 * Math.PI;
	const [endX, endY] = [x + radius * Math.sin(angle), y - radius * Math.cos(angle)].map((v) => v.toFixed(2));
	const sector = `M${x} ${y}V${(y - radius).toFixed(2)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${endX} ${endY}Z`;
	return ring + element('path', { d: sector, fill: colour });
}

/** Sign beside a colour, so that it never speaks alone: share of a class's circle, or direction of a number. */
export type Mark = number | 'up' | 'down';

/** Draws a class's circle, or a triangle that points up or down. */
export function regionMark(
	{ x, y, radius }: { x: number; y: number; radius: number },
	mark: Mark,
	colour: string
): string {
	if (typeof mark === 'number') return classMark({ x, y, radius }, mark, colour);
	const tip = mark === 'up' ? -radius : radius;
	const points = [`${x - radius},${y - tip * 0.7}`, `${x + radius},${y - tip * 0.7}`, `${x},${y + tip * 0.9}`];
	return element('polygon', { points: points.join(' '), fill: colour });
}
