import { AlignmentType, Paragraph, TextRun } from 'docx';
import { ShapeGroupRun } from 'docx/shapes';
import type { MapTile } from '#lib/server/documents/write/shared/map-tiles.ts';
import { INK, lookOf, TONES } from './class-tones.ts';
import { type Block, SHAPES_WIDTH } from './parts.ts';

const GAP = 4;
/** Draws the integration map as shapes of Word itself: every version draws them, and an office can change them.
 *  Colour is never the only sign: a mark and the index stand in each tile.
 *  @param share of the width between the margins, 0 to 1 */
export function tileMap(alt: string, tiles: readonly MapTile[], share = 1): Block[] {
	if (tiles.length === 0) return [];
	const columns = Math.max(...tiles.map(({ col }) => col)) + 1;
	const side = Math.floor((SHAPES_WIDTH * share) / columns) - GAP;
	const run = new ShapeGroupRun({
		children: tiles.map((tile) => tileShape(tile, side)),
		altText: { name: alt, description: alt }
	});
	return [new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, children: [run] })];
}

function tileShape({ row, col, tone, quiet, abbreviation, type, value, isKota, isProvisional }: MapTile, side: number) {
	const look = tone === null ? null : TONES[tone];
	const { fill, ink: color, line: border } = lookOf({ tone, quiet, isProvisional });
	const line = (text: string, size: number, bold: boolean) =>
		new Paragraph({
			alignment: AlignmentType.CENTER,
			spacing: { before: 0, after: 0, line: 220 },
			children: [new TextRun({ text, bold, size, color })]
		});
	return {
		type: isKota ? ('roundedRectangle' as const) : ('rectangle' as const),
		transformation: { offset: { left: col * (side + GAP), top: row * (side + GAP) }, width: side, height: side },
		fill,
		line: border,
		textOptions: { margins: { top: 1, right: 1, bottom: 1, left: 1 } },
		children: quiet
			? [line(abbreviation, 13, false)]
			: [line(abbreviation, 16, true), line(type, 11, false), line(`${look?.mark ?? ''} ${value}`.trim(), 16, true)]
	} as const;
}

/** Explains the colours and marks, with the number of regions. */
export function tileLegend(classes: readonly { name: string; tone: number | null; count: string }[]): Block {
	const entries = classes.flatMap(({ name, tone, count }) => {
		const look = tone === null ? null : TONES[tone];
		return [
			new TextRun({ text: look ? '■' : '□', color: look?.fill ?? INK, size: 22 }),
			new TextRun({ text: ` ${look ? `${look.mark} ` : ''}${name}: ${count}     `, size: 17 })
		];
	});
	return new Paragraph({ keepNext: true, children: entries });
}
