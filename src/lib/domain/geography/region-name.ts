import type { Region } from './types.ts';

/** Short name for tight places, with the type always told: `Kab. Nduga`, `Kota Jayapura`, `Prov. Papua`. */
export function shortName(region: Pick<Region, 'name'>): string {
	return region.name.replace(/^Kabupaten /, 'Kab. ').replace(/^Provinsi /, 'Prov. ');
}

/** Name of an agency with its region: `Dinas Kesehatan Kota Jayapura`; a name that says the region already stays as it
 *  is. */
export function agencyTitle(agency: string, region: string): string {
	return agency.includes(region) ? agency : `${agency} ${region}`;
}
