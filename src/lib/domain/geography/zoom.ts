/** Part of a drawing that is shown; it stands in the address. */
export interface Zoom {
	/** Magnification: 1 = the whole drawing, up to `CLOSEST`. */
	scale: number;
	/** Middle of the part shown, as shares of the drawing's width and height. */
	x: number;
	y: number;
}

export const CLOSEST = 8;
export const WHOLE: Zoom = { scale: 1, x: 0.5, y: 0.5 };

/** Reads `2.5,40,62`: scale, and the middle in percent. A text that makes no sense is the whole. */
export function parseZoom(text: string | null): Zoom {
	const numbers = (text ?? '').split(',').map(Number);
	const [scale, x, y] = numbers;
	if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return WHOLE;
	return within({ scale: scale!, x: x! / 100, y: y! / 100 });
}

/** Writes a zoom for the address; null for the whole. */
export function formatZoom({ scale, x, y }: Zoom): string | null {
	if (scale <= 1) return null;
	return [scale, x * 100, y * 100].map((value) => Math.round(value * 10) / 10).join(',');
}

/** Scales a zoom.
 *  @param factor over 1 = closer, under 1 = farther
 *  @param at point that stays in its place, as shares of the drawing; the middle when left out */
export function scaled(zoom: Zoom, factor: number, at: { x: number; y: number } = zoom): Zoom {
	const scale = Math.min(CLOSEST, Math.max(1, zoom.scale * factor));
	const pull = zoom.scale / scale;
	return within({ scale, x: at.x + (zoom.x - at.x) * pull, y: at.y + (zoom.y - at.y) * pull });
}

/** Moves a zoom by shares of the part shown. */
export function moved(zoom: Zoom, dx: number, dy: number): Zoom {
	return within({ ...zoom, x: zoom.x + dx / zoom.scale, y: zoom.y + dy / zoom.scale });
}

/** The part of a drawing that is shown, in its units. */
export function boxOf({ scale, x, y }: Zoom, width: number, height: number) {
	const [w, h] = [width / scale, height / scale];
	return { x: x * width - w / 2, y: y * height - h / 2, width: w, height: h };
}

/** Keeps a zoom within the edges of the drawing. */
function within({ scale, x, y }: Zoom): Zoom {
	const near = Math.min(CLOSEST, Math.max(1, scale));
	const half = 0.5 / near;
	const inside = (value: number) => Math.min(1 - half, Math.max(half, value));
	return { scale: near, x: inside(x), y: inside(y) };
}
