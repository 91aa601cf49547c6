import { element, escapeXml } from './svg.ts';

/** Average advance of Plus Jakarta Sans in em, a little generous: 0.58 in regular, wider when bold or in capitals. */
function advance(text: string, weight: number): number {
	let ems = 0;
	for (const character of text) {
		if (/[ilIjtfr.,:;'|!()[\] ]/.test(character)) ems += 0.36;
		else if (/[mwMW@%]/.test(character)) ems += 0.92;
		else if (/[A-Z]/.test(character)) ems += 0.74;
		else ems += 0.6;
	}
	return ems * (weight >= 600 ? 1.05 : 1);
}

/** Approximate width of a text in the units of `size`. */
export function textWidth(text: string, size: number, weight = 400): number {
	return advance(text, weight) * size;
}

/** Largest size up to `size` at which the text fits, not below `smallest`. */
export function shrinkToFit(
	text: string,
	width: number,
	{ size, smallest, weight = 400 }: { size: number; smallest: number; weight?: number }
): number {
	return Math.max(smallest, Math.min(size, width / Math.max(advance(text, weight), 0.01)));
}

/** Breaks a text at spaces into lines no wider than `width`; one that does not fit in `maxLines` ends in an ellipsis. A
 *  single word that is too wide is cut too. */
export function wrapText(
	text: string,
	width: number,
	{ size, maxLines = 2, weight = 400 }: { size: number; maxLines?: number; weight?: number }
): string[] {
	const lines: string[] = [];
	for (const word of text.trim().split(/\s+/)) {
		const last = lines.at(-1);
		const joined = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && textWidth(joined, size, weight) <= width) lines[lines.length - 1] = joined;
		else lines.push(word);
	}
	const kept = lines.slice(0, maxLines);
	if (lines.length > maxLines) kept[maxLines - 1] = `${kept[maxLines - 1]} ${lines[maxLines]}`;
	return kept.map((line) => cut(line, width, size, weight));
}

function cut(text: string, width: number, size: number, weight: number): string {
	if (textWidth(text, size, weight) <= width) return text;
	let kept = [...text];
	while (kept.length > 1 && textWidth(`${kept.join('')}…`, size, weight) > width) kept = kept.slice(0, -1);
	return `${kept.join('').trimEnd()}…`;
}

export interface TextStyle {
	size: number;
	fill: string;
	weight?: number;
	anchor?: 'start' | 'middle' | 'end';
	/** Colour behind the letters, for text that crosses lines and borders. */
	halo?: string;
}

/** Draws lines of text from a baseline downward; the caller has made them fit. */
export function textLines(x: number, baseline: number, lines: readonly string[], style: TextStyle): string {
	return lines
		.map((line, i) =>
			element(
				'text',
				{
					x,
					y: baseline + i * style.size * LINE_HEIGHT,
					'font-size': style.size,
					'font-weight': style.weight,
					'text-anchor': style.anchor === 'start' ? null : style.anchor,
					fill: style.fill,
					...(style.halo
						? {
								stroke: style.halo,
								'stroke-width': style.size * 0.28,
								'stroke-linejoin': 'round',
								'paint-order': 'stroke'
							}
						: {})
				},
				escapeXml(line)
			)
		)
		.join('');
}

export const LINE_HEIGHT = 1.22;
