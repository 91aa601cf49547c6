import { tileAbbreviation } from '#lib/charts/tile-abbreviations.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { classTone } from './class-tone.ts';
import type { ReportBasis } from '../types.ts';

/** A region in the tile map of a Word document, which draws it with shapes of its own. */
export interface MapTile {
	row: number;
	col: number;
	/** Place of its class on the scale of four, 0 = furthest behind; null = no class. */
	tone: number | null;
	/** The region is not the subject of the report: no figure of it is given. */
	quiet: boolean;
	abbreviation: string;
	type: string;
	value: string;
	isKota: boolean;
	isProvisional: boolean;
}

/** Gives the tiles of the map. In the report of one region the others stay quiet: their results are not its subject,
 *  and are not handed over.
 *  @param marked code of the one region that the report is about; null = all */
export function mapTiles({ instrument, results }: ReportBasis, marked: string | null, locale: Locale): MapTile[] {
	return results.flatMap(({ region, score }) => {
		if (!region.tile) return [];
		const isKota = region.type === 'kota';
		const quiet = marked !== null && region.code !== marked;
		return [
			{
				...region.tile,
				quiet,
				abbreviation: tileAbbreviation(region),
				type: isKota ? say(locale).report_tile_kota({}) : say(locale).report_tile_kabupaten({}),
				isKota,
				tone: quiet ? null : classTone({ instrument }, score.readinessClass),
				value: quiet ? '' : formatIndex(score.index, locale),
				isProvisional: !quiet && score.provisional && score.index !== null
			}
		];
	});
}
