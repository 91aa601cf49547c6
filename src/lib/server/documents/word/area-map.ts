import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx';
import { type ShapeFill, ShapeGroupRun, type ShapeLine, type ShapeTransformation } from 'docx/shapes';
import type { MapOutlines } from '#lib/server/documents/write/shared/map-outlines.ts';
import { INK, lookOf, TONES } from './class-tones.ts';
import { type Block, SHAPES_WIDTH } from './parts.ts';

/** Sizes in half points: letters of kabupaten and of kota, names of windows, the province's value. */
const [LETTERS, KOTA_LETTERS, NAME, VALUE] = [12, 10, 14, 22];
/** Units of the drawing: boxes of letters with their mark, and the distance from its kota up to which a box needs no
 *  line. */
const LABEL = { width: 46, height: 18 };
const KOTA_LABEL = { width: 42, height: 16 };
const FAR = 9;
/** Place of the province's own government, in units of the drawing. */
const PROVINCE = { left: 1, top: 8, width: 250, height: 66 };

type Shape = ConstructorParameters<typeof ShapeGroupRun>[0]['children'][number];
type Placed = (left: number, top: number, width: number, height: number) => ShapeTransformation;
type Label = MapOutlines['labels'][number];

const EDGE = { color: 'D9D5CA', width: 0.75 };

/** Draws the map on true boundaries as shapes of Word itself, from the same outlines as the drawing in the PDF.
 *  Colour is never the only sign: letters and a mark stand on each region. */
export function areaMap(alt: string, map: MapOutlines): Block[] {
	const scale = SHAPES_WIDTH / map.width;
	const placed = (left: number, top: number, width: number, height: number) => ({
		offset: { left: left * scale, top: top * scale },
		width: Math.max(width * scale, 1),
		height: Math.max(height * scale, 1)
	});
	const children: Shape[] = [
		...map.windows.map(({ left, top, width, height }) =>
			box(placed(left, top, width, height), { fill: 'FFFFFF', line: EDGE })
		),
		...map.areas.map(({ left, top, width, height, path, ...look }) => ({
			type: 'custom' as const,
			path,
			transformation: placed(left, top, width, height),
			fill: lookOf(look).fill,
			line: look.isProvisional ? lookOf(look).line : { color: 'FFFFFF', width: 0.5 }
		})),
		...map.labels.flatMap((label) => [...tie(label, placed), letters(label, placed)]),
		...map.windows.map(({ left, top, width, name }) =>
			box(placed(left, top - 20, Math.max(width, 90), 18), { fill: 'none', line: 'none' }, [
				line([{ text: name, size: NAME }], false)
			])
		),
		...(map.province ? [province(map.province, placed)] : [])
	];
	const run = new ShapeGroupRun({ children, altText: { name: alt, description: alt } });
	return [new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, children: [run] })];
}

/** A short line from the letters of a kota to its place, when they stand beside it. */
function tie({ x, y, place, isKota }: Label, placed: Placed): Shape[] {
	const [left, top] = place;
	if (!isKota || Math.hypot(x - left, y - top) < FAR) return [];
	return [
		{
			type: 'line',
			transformation: {
				...placed(Math.min(x, left), Math.min(y, top), Math.abs(x - left), Math.abs(y - top)),
				// drawn from the upper left to the lower right unless turned over
				...(x < left !== y < top && { flip: { horizontal: true } })
			},
			line: { color: INK, width: 0.75 }
		}
	];
}

function letters({ x, y, text, tone, isKota }: Label, placed: Placed): Shape {
	const { width, height } = isKota ? KOTA_LABEL : LABEL;
	const size = isKota ? KOTA_LETTERS : LETTERS;
	const mark = tone === null ? '' : ` ${TONES[tone]!.mark}`;
	const look = isKota
		? { type: 'roundedRectangle' as const, fill: 'FFFFFF', line: { color: INK, width: 0.5 } }
		: { fill: 'FFFFFF', line: 'none' as const };
	return box(placed(x - width / 2, y - height / 2, width, height), look, [
		line([{ text: `${text}${mark}`, size, bold: true }], true)
	]);
}

function province({ name, value, ...look }: NonNullable<MapOutlines['province']>, placed: Placed): Shape {
	const { fill, ink: color, line: border } = lookOf(look);
	const mark = look.tone === null ? '' : ` ${TONES[look.tone]!.mark}`;
	const { left, top, width, height } = PROVINCE;
	return box(placed(left, top, width, height), { fill, line: border }, [
		line([{ text: name, size: NAME, bold: true, color }], false),
		...(value === '' ? [] : [line([{ text: `${value}${mark}`, size: VALUE, bold: true, color }], false)])
	]);
}

function box(
	transformation: ShapeTransformation,
	{ type = 'rectangle', fill, line }: { type?: 'rectangle' | 'roundedRectangle'; fill: ShapeFill; line: ShapeLine },
	children: Paragraph[] = []
): Shape {
	return {
		type,
		transformation,
		fill,
		line,
		textOptions: { margins: { top: 0, right: 2, bottom: 0, left: 2 }, wrap: false },
		...(children.length > 0 && { children })
	};
}

function line(pieces: { text: string; size: number; bold?: boolean; color?: string }[], isCentred: boolean): Paragraph {
	return new Paragraph({
		alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
		// no room above and below the letters, or a small box would cut them
		spacing: {
			before: 0,
			after: 0,
			line: Math.max(...pieces.map(({ size }) => size)) * 11,
			lineRule: LineRuleType.EXACT
		},
		children: pieces.map((piece) => new TextRun(piece))
	});
}
