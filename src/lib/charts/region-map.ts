import type { Geometries } from '../domain/geography/geometry.ts';
import type { MapWindows } from '../domain/geography/types.ts';
import { boundaryMap } from './boundary-map.ts';
import type { MapOptions, MapRegion } from './map-region.ts';
import { tileMap, type TileMapOptions } from './tile-map.ts';

export interface RegionMapOptions extends MapOptions, Pick<TileMapOptions, 'typeLabels' | 'large'> {
	/** Outlines to draw upon, and their makers; null = tiles. */
	boundaries: { geometries: Geometries; credit: string; windows: MapWindows | null } | null;
}

/** Draws the map of the regions: the one drawing of screen, print and PDF, as tiles or on true boundaries. Both views
 *  take the same regions and give them the same colours, marks, outlines, links and words. */
export function regionMap(regions: readonly MapRegion[], { boundaries, ...options }: RegionMapOptions): string {
	if (!boundaries) return tileMap(regions, options);
	const { large, ...shared } = options;
	return boundaryMap(regions, boundaries.geometries, {
		...shared,
		credit: boundaries.credit,
		windows: boundaries.windows,
		...(large && { labels: 'marks' as const, markSize: 8 })
	});
}
