import { regionMark } from './class-mark.ts';
import {
	hatchPattern,
	regionGroup,
	regionStyle,
	type MapOptions,
	type MapRegion,
	type RegionStyle
} from './map-region.ts';
import { drawing, element } from './svg.ts';
import { shrinkToFit, textLines, wrapText } from './text-fit.ts';
import { tileAbbreviation } from './tile-abbreviations.ts';

const TILE = 84;
const GAP = 6;
const STEP = TILE + GAP;
const COLUMNS = 10;
const PROVINCE_COLUMNS = 3;
/** Size at which the widest three capitals leave room for the mark beside them. */
const ABBREVIATION_SIZE = 18;

export interface TileMapOptions extends MapOptions {
	/** Small word on each tile: `{kabupaten: 'Kab.', kota: 'Kota', province: 'Provinsi'}`. */
	typeLabels: Readonly<Record<MapRegion['region']['type'], string>>;
	/** For a meeting room: letters as large as the tile, and one thing below them. */
	large?: boolean;
}

interface Place {
	row: number;
	col: number;
	columns: number;
}

/** Draws the tile grid of the regions: every region the same size, so that a small kota is as visible as a large
 *  kabupaten, and the province's own government as a wide tile apart at the lower left. Tiles come in reading order. A
 *  kota has round corners and a second outline; a region that is missing from the grid gets a tile in a row of its own
 *  below. */
export function tileMap(tiles: readonly MapRegion[], options: TileMapOptions): string {
	const lastRow = Math.max(0, ...tiles.map(({ region }) => region.tile?.row ?? 0));
	let strays = 0;
	const placed = tiles
		.map((tile): { tile: MapRegion; place: Place } => {
			const { type, tile: cell } = tile.region;
			if (cell) return { tile, place: { ...cell, columns: 1 } };
			if (type === 'province') return { tile, place: { row: lastRow, col: 0, columns: PROVINCE_COLUMNS } };
			const place = { row: lastRow + 1 + Math.floor(strays / COLUMNS), col: strays % COLUMNS, columns: 1 };
			strays += 1;
			return { tile, place };
		})
		.sort((a, b) => a.place.row - b.place.row || a.place.col - b.place.col);
	const rows = Math.max(lastRow, ...placed.map(({ place }) => place.row)) + 1;
	return drawing(
		{
			width: COLUMNS * STEP - GAP + 4,
			height: rows * STEP - GAP + 4 + PROVINCE_OFFSET,
			title: options.title,
			font: options.paint.font,
			interactive: tiles.some(({ href }) => href !== undefined),
			zoom: options.zoom
		},
		hatchPattern(options.id, options.paint),
		...placed.map(({ tile, place }) => drawTile(tile, place, options))
	);
}

/** Distance of the province below the kabupaten above it, so that it does not read as one of them. */
const PROVINCE_OFFSET = 14;

function drawTile(tile: MapRegion, place: Place, options: TileMapOptions): string {
	const { typeLabels } = options;
	const { type, name } = tile.region;
	const style = regionStyle(tile, options);
	const x = 2 + place.col * STEP;
	const y = 2 + place.row * STEP + (type === 'province' ? PROVINCE_OFFSET : 0);
	const width = place.columns * STEP - GAP;
	const isKota = type === 'kota';
	const corner = isKota ? 22 : 3;
	const left = x + (isKota ? 12 : 10);
	const inside = width - (left - x) * 2;
	const shapes = [
		element('rect', {
			x,
			y,
			width,
			height: TILE,
			rx: corner,
			fill: style.fill,
			stroke: outline(tile, options),
			'stroke-width': 1
		})
	];
	if (isKota)
		shapes.push(
			insetRect({ x, y, width, inset: 3.5, corner }, { stroke: style.text, 'stroke-width': 1, opacity: 0.55 })
		);
	if (style.dashed) {
		const inset = isKota ? 6.5 : 3.5;
		shapes.push(
			insetRect({ x, y, width, inset, corner }, { stroke: style.text, 'stroke-width': 2, 'stroke-dasharray': '6 4' })
		);
	}
	const room = {
		left,
		right: x + width - (isKota ? 18.5 : 16.5),
		top: y,
		inside,
		text: style.text,
		colourBy: options.colourBy
	};
	shapes.push(
		...(options.large ? largeContent : content)(tile, room, place.columns > 1 ? name : typeLabels[type], style)
	);
	return regionGroup(tile, ...shapes);
}

interface Room {
	left: number;
	/** Middle of a mark at the right. */
	right: number;
	top: number;
	/** Width for words. */
	inside: number;
	text: string;
	colourBy: MapOptions['colourBy'];
}

function content(
	tile: MapRegion,
	{ left, right, top, inside, text }: Room,
	kind: string,
	{ mark }: RegionStyle
): string[] {
	const abbreviation = tileAbbreviation(tile.region);
	const size = shrinkToFit(abbreviation, inside - (mark === null ? 0 : 14), {
		size: ABBREVIATION_SIZE,
		smallest: 12,
		weight: 700
	});
	return [
		mark === null ? '' : regionMark({ x: right, y: top + 22, radius: 7.5 }, mark, text),
		textLines(left, top + 29, [abbreviation], { size, weight: 700, fill: text }),
		textLines(left, top + 45, wrapText(kind, inside, { size: 12.5, maxLines: 1, weight: 500 }), {
			size: 12.5,
			weight: 500,
			fill: text
		}),
		textLines(left, top + 71, [tile.label], {
			size: shrinkToFit(tile.label, inside, { size: 23, smallest: 10, weight: 600 }),
			weight: 600,
			fill: text
		})
	];
}

/** Draws letters over the mark of the class; in a map of changes, over the number. */
function largeContent(
	tile: MapRegion,
	{ left, top, inside, text, colourBy }: Room,
	_kind: string,
	{ mark }: RegionStyle
): string[] {
	const abbreviation = tileAbbreviation(tile.region);
	const below =
		typeof mark === 'number'
			? regionMark({ x: left + 13, y: top + 59, radius: 13 }, mark, text)
			: textLines(left, top + 68, [tile.className === null && colourBy === 'class' ? '–' : tile.label], {
					size: shrinkToFit(tile.label, inside, { size: 25, smallest: 14, weight: 700 }),
					weight: 700,
					fill: text
				});
	return [
		textLines(left, top + 35, [abbreviation], {
			size: shrinkToFit(abbreviation, inside, { size: 28, smallest: 16, weight: 700 }),
			weight: 700,
			fill: text
		}),
		below
	];
}

function outline(tile: MapRegion, { paint }: TileMapOptions): string {
	return tile.state === 'none' || tile.state === 'hidden' ? paint.lineStrong : paint.line;
}

function insetRect(
	{ x, y, width, inset, corner }: { x: number; y: number; width: number; inset: number; corner: number },
	stroke: Record<string, string | number>
): string {
	return element('rect', {
		x: x + inset,
		y: y + inset,
		width: width - 2 * inset,
		height: TILE - 2 * inset,
		rx: Math.max(1, corner - inset),
		fill: 'none',
		...stroke
	});
}
