export type RegionType = 'kabupaten' | 'kota' | 'province';

/** A kabupaten, kota or the province. */
export interface Region {
	/** Kemendagri code, dotted: `35.78`; the province `35`. */
	code: string;
	/** Full name, always with Kabupaten/Kota/Provinsi. */
	name: string;
	type: RegionType;
	/** Coordination area; editable, null for the province. */
	bakorwil: string | null;
	capital: string;
	lat: number;
	lon: number;
	/** Place in the tile grid, row 0 north and column 0 west; null for the province. */
	tile: { row: number; col: number } | null;
}
