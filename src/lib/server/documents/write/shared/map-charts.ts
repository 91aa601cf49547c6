import { mapLegend } from '#lib/charts/map-legend.ts';
import { regionMap } from '#lib/charts/region-map.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { say } from '#lib/words/say.ts';
import { type Chart, drawn, mapRegion, source } from './chart.ts';
import { className } from './class-name.ts';
import { mapOutlines } from './map-outlines.ts';
import { mapTiles } from './map-tiles.ts';
import { caption } from './passages.ts';
import type { ReportBasis } from '../types.ts';

/** Draws the tile map: all regions by class or, for the report of one region, that one alone in colour. */
export function classMap(basis: ReportBasis, marked: string | null, locale: Locale): Chart | null {
	if (basis.results.every(({ region }) => region.tile === null)) return null;
	const { title, svg } = drawMap('map', basis, { marked, boundaries: null }, locale);
	return {
		svg,
		alt: title,
		finding: marked ? null : caption('map.finding', mapFinding(basis, locale)),
		caption: marked ? say(locale).report_map_caption_region({}) : source(basis, locale)
	};
}

/** Gives the tiles as data, for documents that draw the map themselves. */
export function tilesOf(basis: ReportBasis, marked: string | null, locale: Locale) {
	const tiles = mapTiles(basis, marked, locale);
	if (tiles.length === 0) return null;
	const caption = marked ? say(locale).report_map_caption_region({}) : source(basis, locale);
	return { tiles, alt: mapTitle(basis, marked, false, locale), caption };
}

/** Gives the outlines on boundaries as data, for documents that draw the map themselves; null while none are
 *  installed. */
export function outlinesOf(basis: ReportBasis, marked: string | null, locale: Locale) {
	if (!basis.boundaries) return null;
	const { geometries, credit } = basis.boundaries;
	const outlines = mapOutlines(basis, geometries, marked, locale);
	return { outlines, alt: mapTitle(basis, marked, true, locale), caption: credit };
}

/** Draws the map on the boundaries that are installed, which bring their own source; null while none are. */
export function areaMap(basis: ReportBasis, marked: string | null, locale: Locale): Chart | null {
	if (!basis.boundaries) return null;
	const { title, svg } = drawMap('areas', basis, { marked, boundaries: basis.boundaries }, locale);
	const finding = marked
		? null
		: caption('map.areas', say(locale).report_map_finding_areas({ finding: mapFinding(basis, locale) }));
	return { svg, alt: title, finding, caption: null };
}

function drawMap(
	id: string,
	basis: ReportBasis,
	{ marked, boundaries }: { marked: string | null; boundaries: ReportBasis['boundaries'] },
	locale: Locale
) {
	const { title, regions } = mapped(basis, marked, boundaries !== null, locale);
	const svg = regionMap(regions, {
		...drawn(id, title, basis, locale),
		colourBy: 'class',
		boundaries,
		typeLabels: {
			kabupaten: say(locale).report_tile_kabupaten({}),
			kota: say(locale).report_tile_kota({}),
			province: say(locale).report_tile_province({})
		}
	});
	return { title, svg };
}

/** Draws the meanings of colours, marks and outlines of the map, with the number of regions. */
export function classLegend(basis: ReportBasis, locale: Locale): Chart {
	const title = say(locale).report_legend_alt({});
	const spread = distribution(basis.instrument, basis.results);
	const svg = mapLegend({
		...drawn('legend', title, basis, locale),
		colourBy: 'class',
		width: 720,
		counts: Object.fromEntries(spread.classes.map(({ code, count }) => [code, count])),
		format: (value) => formatIndex(value, locale),
		labels: {
			kabupaten: say(locale).report_col_kabupaten({}),
			kota: say(locale).report_col_kota({}),
			notAssessed: `${say(locale).report_not_assessed({})}: ${spread.notAssessed}`,
			provisional: `${say(locale).report_legend_provisional({})}: ${spread.provisional}`
		}
	});
	return { svg, alt: title, finding: null, caption: null };
}

/** Number of regions that have come as far as the round aims. */
function mapFinding({ instrument, results, round }: ReportBasis, locale: Locale): string {
	const spread = distribution(instrument, results);
	if (spread.total === spread.notAssessed + spread.provisional) return say(locale).report_map_finding_none({});
	const target = instrument.classes.findIndex(({ code }) => code === round.targetClass);
	const reached = spread.classes.slice(0, target + 1).reduce((sum, { count }) => sum + count, 0);
	const name = className({ instrument }, round.targetClass, locale);
	if (reached === 0) return say(locale).report_map_finding_zero({ class: name });
	const orHigher = target > 0 ? say(locale).report_class_or_higher({ class: name }) : name;
	return reached === spread.total && reached > 1
		? say(locale).report_map_finding_all({ total: spread.total, class: orHigher })
		: say(locale).report_map_finding({ reached, total: spread.total, class: orHigher });
}

/** Description of a map for readers who cannot see it; the table it points to only where that is printed. */
function mapTitle(basis: ReportBasis, marked: string | null, areas: boolean, locale: Locale): string {
	const subject = basis.results.find(({ region }) => region.code === marked);
	if (subject) {
		const named = { region: subject.region.name };
		if (subject.score.readinessClass === null) {
			return areas
				? say(locale).report_map_alt_region_areas_none(named)
				: say(locale).report_map_alt_region_none(named);
		}
		return areas ? say(locale).report_map_alt_region_areas(named) : say(locale).report_map_alt_region(named);
	}
	const round = { round: basis.round.name };
	const title = areas ? say(locale).report_map_alt_areas(round) : say(locale).report_map_alt(round);
	return basis.options?.without.includes('ranking') ? title : `${title} ${say(locale).report_map_alt_table({})}`;
}

/** The regions for a map: all, or one with the others without colour and value. */
function mapped(basis: ReportBasis, marked: string | null, areas: boolean, locale: Locale) {
	const title = mapTitle(basis, marked, areas, locale);
	const regions = basis.results
		.map((result) => mapRegion(basis, result, locale))
		.map((one) =>
			marked === null || one.region.code === marked ? one : { ...one, state: 'hidden' as const, label: '' }
		);
	return { title, regions };
}
