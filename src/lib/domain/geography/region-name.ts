import type { Region } from './types.ts';

/** Short name for tight places, with the type always told: `Kab. Malang`, `Kota Malang`, `Prov. Jawa Timur`. */
export function shortName(region: Pick<Region, 'name'>): string {
	return region.name.replace(/^Kabupaten /, 'Kab. ').replace(/^Provinsi /, 'Prov. ');
}
