import type { MapRegion } from '#lib/charts/map-region.ts';
import { regionMap, type RegionMapOptions } from '#lib/charts/region-map.ts';
import { INDEX_BREAKS } from '#lib/domain/analysis/map-measure.ts';
import type { PublicRegion, PublicView } from '#lib/domain/publication/types.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { mapOptions } from '#lib/components/charts/map-options.ts';
import { publicFinding } from './finding.ts';

/** Measure of the public map; the index stands on it too where it is opened. */
const BY_CLASS = { kind: 'class', code: 'class', name: null } as const;

/** The map of a published round, by the drawing function that every map here is made with.
 *  @param boundaries of the time of the publication; null = tiles
 *  @param base address of the public page; its regions lie below
 *  @param ending of the regions' addresses, such as the language */
export function publicMap(
	view: PublicView,
	boundaries: RegionMapOptions['boundaries'],
	{ base, ending }: { base: string; ending: string },
	locale: Locale
): string {
	const tiles = view.regions.map((row): MapRegion => ({
		region: row.region,
		value: row.index,
		label: view.mean === null ? '' : formatIndex(row.index, locale),
		className: row.readinessClass,
		state: row.state,
		href: `${base}/${row.region.code}${ending}`,
		ariaLabel: sentence(view, row, locale)
	}));
	const typeLabels = {
		kabupaten: m.map_type_kabupaten({}, { locale }),
		kota: m.map_type_kota({}, { locale }),
		province: m.map_type_province({}, { locale })
	};
	const shown = { by: BY_CLASS, classes: view.classes, breaks: INDEX_BREAKS };
	return regionMap(tiles, { ...mapOptions('map', publicFinding(view, locale), shown), boundaries, typeLabels });
}

function sentence(view: PublicView, row: PublicRegion, locale: Locale): string {
	const { name } = row.region;
	if (row.state === 'none') return m.map_tile_none({ name }, { locale });
	const readinessClass = view.classes.find(({ code }) => code === row.readinessClass)?.name;
	return [
		view.mean === null ? name : m.map_tile_index({ name, index: formatIndex(row.index, locale) }, { locale }),
		readinessClass ?? m.map_no_class({}, { locale }),
		...(row.state === 'provisional' ? [m.map_provisional({}, { locale })] : [])
	].join(', ');
}
