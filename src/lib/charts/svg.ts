import { boxOf, WHOLE, type Zoom } from '../domain/geography/zoom.ts';

type Attributes = Record<string, string | number | null | undefined>;

/** Makes a text safe as element content and as a double-quoted attribute; characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
}

/** Writes one element. Attributes are escaped, null ones left out, numbers cut to two decimals; `content` is markup
 *  already, from `element` or `escapeXml`. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value!)}"`)
		.join('');
	return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** Writes the drawing's root. It scales to the width it is given; `viewBox` holds its proportions.
 *  @param title content of the drawing, for people who cannot see it
 *  @param interactive true when it holds links, which must stay reachable
 *  @param zoom part shown; the whole drawing when left out */
export function drawing(
	box: { width: number; height: number; title: string; font: string; interactive?: boolean; zoom?: Zoom },
	...content: string[]
): string {
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: viewBoxOf(box.zoom ?? WHOLE, box),
			// the page zooms by another view box, which is a part of this
			...(box.zoom && { 'data-width': round(box.width), 'data-height': round(box.height) }),
			role: box.interactive ? 'group' : 'img',
			'aria-label': box.title,
			'font-family': box.font
		},
		...content
	);
}

/** Writes the part of a drawing that is shown, to a hundredth: the same from the server and from the page that zooms.
 *  @param whole size of the whole drawing */
export function viewBoxOf(zoom: Zoom, whole: { width: number; height: number }): string {
	const { x, y, width, height } = boxOf(zoom, whole.width, whole.height);
	return [x, y, width, height].map(round).join(' ');
}

/** Writes a coordinate to a hundredth. */
export function round(value: number): string {
	return String(Math.round(value * 100) / 100);
}
