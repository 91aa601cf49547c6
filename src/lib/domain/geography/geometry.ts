/** GeoJSON geometry; positions are longitude, latitude in WGS84 degrees. */
export interface Polygon {
	type: 'Polygon';
	coordinates: number[][][];
}

export interface MultiPolygon {
	type: 'MultiPolygon';
	coordinates: number[][][][];
}

/** Boundary of each region, by Kemendagri code. */
export type Geometries = Readonly<Record<string, Polygon | MultiPolygon>>;

/** Polygons of an area, each an outer ring with its holes. */
export function polygonsOf(geometry: Polygon | MultiPolygon): number[][][][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
