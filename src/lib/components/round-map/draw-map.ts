import { printPaint, type Paint } from '#lib/charts/paint.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { regionMap, type RegionMapOptions } from '#lib/charts/region-map.ts';
import type { Zoom } from '#lib/domain/geography/zoom.ts';
import { m } from '#lib/paraglide/messages.js';
import { mapOptions } from '#lib/components/charts/map-options.ts';
import { type Mapped, mapRegions } from './map-regions.ts';

interface Options {
	/** Id, unique among the drawings of a page. */
	id: string;
	title: string;
	locale: Locale;
	/** Outlines to draw upon; null = tiles. */
	boundaries: RegionMapOptions['boundaries'];
	/** Address that a region's link leads to; null = the map has no links. */
	hrefOf: ((code: string) => string) | null;
	/** Entries of the legend shown in full; empty = all. */
	filter: readonly string[];
	/** Codes of the regions shown in full; all when left out. */
	only?: readonly string[] | null;
	paint?: Paint;
	zoom?: Zoom;
	large?: boolean;
}

/** Draws the map of a round, with its words; for print unless painted otherwise. */
export function drawMap(mapped: Mapped, options: Options): string {
	const { id, title, locale, boundaries, hrefOf, filter, only, paint = printPaint, zoom, large } = options;
	return regionMap(mapRegions({ ...mapped, only }, hrefOf, filter, locale), {
		...mapOptions(id, title, mapped),
		paint,
		zoom,
		large,
		boundaries,
		typeLabels: {
			kabupaten: m.map_type_kabupaten({}, { locale }),
			kota: m.map_type_kota({}, { locale }),
			province: m.map_type_province({}, { locale })
		}
	});
}
