import { mapLegend } from '#lib/charts/map-legend.ts';
import { regionMap } from '#lib/charts/region-map.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Chart, drawn, mapRegion, source } from './chart.ts';
import { className } from './class-name.ts';
import { mapOutlines } from './map-outlines.ts';
import { mapTiles } from './map-tiles.ts';
import { caption } from './passages.ts';
import type { ReportBasis } from '../types.ts';

/** The tile map: of all regions by class or, for the report of one region, with that one alone in colour. */
export function classMap(basis: ReportBasis, marked: string | null, locale: ReportLocale): Chart | null {
	if (basis.results.every(({ region }) => region.tile === null)) return null;
	const { title, svg } = drawMap('map', basis, marked, null, locale);
	return {
		svg,
		alt: title,
		finding: marked ? null : caption('map.finding', mapFinding(basis, locale)),
		caption: marked ? m.report_map_caption_region({}, { locale }) : source(basis, locale)
	};
}

/** What the tile map is drawn from, for documents that draw it themselves. */
export function tilesOf(basis: ReportBasis, marked: string | null, locale: ReportLocale) {
	const tiles = mapTiles(basis, marked, locale);
	if (tiles.length === 0) return null;
	const caption = marked ? m.report_map_caption_region({}, { locale }) : source(basis, locale);
	return { tiles, alt: mapTitle(basis, marked, false, locale), caption };
}

/** The same on boundaries; null while none are installed. */
export function outlinesOf(basis: ReportBasis, marked: string | null, locale: ReportLocale) {
	if (!basis.boundaries) return null;
	const { geometries, credit } = basis.boundaries;
	const outlines = mapOutlines(basis, geometries, marked, locale);
	return { outlines, alt: mapTitle(basis, marked, true, locale), caption: credit };
}

/** The same on the boundaries that are installed, which bring their own source; null while none are. */
export function areaMap(basis: ReportBasis, marked: string | null, locale: ReportLocale): Chart | null {
	if (!basis.boundaries) return null;
	const { title, svg } = drawMap('areas', basis, marked, basis.boundaries, locale);
	const finding = marked
		? null
		: caption('map.areas', m.report_map_finding_areas({ finding: mapFinding(basis, locale) }, { locale }));
	return { svg, alt: title, finding, caption: null };
}

function drawMap(
	id: string,
	basis: ReportBasis,
	marked: string | null,
	boundaries: ReportBasis['boundaries'],
	locale: ReportLocale
) {
	const o = { locale };
	const { title, regions } = mapped(basis, marked, boundaries !== null, locale);
	const svg = regionMap(regions, {
		...drawn(id, title, basis, locale),
		colourBy: 'class',
		boundaries,
		typeLabels: {
			kabupaten: m.report_tile_kabupaten({}, o),
			kota: m.report_tile_kota({}, o),
			province: m.report_tile_province({}, o)
		}
	});
	return { title, svg };
}

/** What colours, marks and outlines of the map mean, with the number of regions. */
export function classLegend(basis: ReportBasis, locale: ReportLocale): Chart {
	const o = { locale };
	const title = m.report_legend_alt({}, o);
	const provisional = basis.results.filter(
		({ region, score }) => region.type !== 'province' && score.index !== null && score.provisional
	);
	const spread = distribution(basis.instrument, basis.results);
	const svg = mapLegend({
		...drawn('legend', title, basis, locale),
		colourBy: 'class',
		width: 720,
		counts: Object.fromEntries(spread.classes.map(({ code, count }) => [code, count])),
		format: (value) => formatIndex(value, locale),
		labels: {
			kabupaten: m.report_col_kabupaten({}, o),
			kota: m.report_col_kota({}, o),
			notAssessed: `${m.report_not_assessed({}, o)}: ${spread.notAssessed}`,
			provisional: `${m.report_legend_provisional({}, o)}: ${provisional.length}`
		}
	});
	return { svg, alt: title, finding: null, caption: null };
}

/** How many have come as far as the round aims. */
function mapFinding({ instrument, results, round }: ReportBasis, locale: ReportLocale): string {
	const spread = distribution(instrument, results);
	if (spread.total === spread.notAssessed) return m.report_map_finding_none({}, { locale });
	const target = instrument.classes.findIndex(({ code }) => code === round.targetClass);
	const reached = spread.classes.slice(0, target + 1).reduce((sum, { count }) => sum + count, 0);
	const o = { locale };
	const name = className({ instrument }, round.targetClass, locale);
	if (reached === 0) return m.report_map_finding_zero({ class: name }, o);
	const orHigher = target > 0 ? m.report_class_or_higher({ class: name }, o) : name;
	return reached === spread.total && reached > 1
		? m.report_map_finding_all({ total: spread.total, class: orHigher }, o)
		: m.report_map_finding({ reached, total: spread.total, class: orHigher }, o);
}

/** What a map shows, for those who cannot see it; the table it points to only where that is printed. */
function mapTitle(basis: ReportBasis, marked: string | null, areas: boolean, locale: ReportLocale): string {
	const o = { locale };
	const subject = basis.results.find(({ region }) => region.code === marked);
	if (subject) {
		const named = { region: subject.region.name };
		if (subject.score.readinessClass === null) {
			return areas ? m.report_map_alt_region_areas_none(named, o) : m.report_map_alt_region_none(named, o);
		}
		return areas ? m.report_map_alt_region_areas(named, o) : m.report_map_alt_region(named, o);
	}
	const round = { round: basis.round.name };
	const title = areas ? m.report_map_alt_areas(round, o) : m.report_map_alt(round, o);
	return basis.options?.without.includes('ranking') ? title : `${title} ${m.report_map_alt_table({}, o)}`;
}

/** The regions as a map takes them: all, or one with the others without colour and value. */
function mapped(basis: ReportBasis, marked: string | null, areas: boolean, locale: ReportLocale) {
	const title = mapTitle(basis, marked, areas, locale);
	const regions = basis.results
		.map((result) => mapRegion(basis, result, locale))
		.map((one) =>
			marked === null || one.region.code === marked ? one : { ...one, state: 'hidden' as const, label: '' }
		);
	return { title, regions };
}
