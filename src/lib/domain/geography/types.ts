export type RegionType = 'kabupaten' | 'kota' | 'province';

/** A kabupaten, kota or the province. */
export interface Region {
	/** Kemendagri code, dotted: `11.02`; the province `11`. */
	code: string;
	/** Full name, always with Kabupaten/Kota/Provinsi. */
	name: string;
	type: RegionType;
	/** Group in the province's grouping; editable, null for the province and where there is no grouping. */
	area: string | null;
	capital: string;
	lat: number;
	lon: number;
	/** Place in the tile grid, row 0 north and column 0 west; null for the province. */
	tile: { row: number; col: number } | null;
	/** Letters that stand for it on a map; null = the end of its code. */
	abbreviation: string | null;
	/** Place of these letters on the map of boundaries; null = at its coordinates. */
	label: { lat: number; lon: number } | null;
}

/** Bounds in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** The parts of the earth that a map of boundaries shows. */
export interface MapWindows {
	/** Degrees of latitude at which the drawing has the true ratio of width and height. */
	latitude: number;
	main: Extent;
	/** Far parts, each in a box with its name: `x`, `y` its upper left corner in a drawing 900 units wide, `scale` in
	 *  that of the main window. */
	insets: readonly { name: string; extent: Extent; x: number; y: number; scale: number }[];
}
