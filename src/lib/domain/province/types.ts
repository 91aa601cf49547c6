import type { MapWindows, Region } from '../geography/types.ts';
import type { Text } from '../instrument/types.ts';

export interface Grouping {
	/** Name of one group and of the division. */
	name: Text;
	/** Proper names, the same in every language; `Region.area` is one of them. */
	groups: readonly string[];
}

/** Offices as sentences name them. */
export interface Offices {
	government: Text;
	/** Office that carries the assessment together with the government; null = it stands alone. */
	partner: Text | null;
	/** Office that adopts an instrument. */
	head: Text;
	/** Office whose administrator helps people. */
	contact: Text;
	/** Short name of the contact office. */
	data_office: Text;
	/** Office that signs documents beside the assessors. */
	signer: Text;
}

/** Facts of a province beside its regions; small enough to go with every page. */
export interface ProvinceFacts {
	/** Kemendagri code, two digits. */
	code: string;
	/** Name without `Provinsi`. */
	name: Text;
	/** IANA time zone. */
	zone: string;
	/** Grouping of its regions; null = they are in no groups. */
	grouping: Grouping | null;
	offices: Offices;
	/** Number of its kabupaten and kota. */
	total: number;
	/** Examples for hints: the code of a region, the name of another, an address (null = none). */
	examples: { region: string; search: string; address: Text | null };
}

/** All that the program knows of the province that it is installed for. */
export interface ProvinceProfile extends ProvinceFacts {
	/** The grouping with its note, which is for administrators: shown where they edit the division; null = nothing needs
	 *  saying. */
	grouping: (Grouping & { note: Text | null }) | null;
	/** The provincial government first, then kabupaten and kota in the order of the file. */
	regions: readonly Region[];
	/** Codes of the regions whose group is not certain. */
	unconfirmed: readonly string[];
	/** Windows of the map; null = one that holds all regions. */
	map: MapWindows | null;
}

/** The facts of a profile that anybody may see, without its regions. */
export function factsOf(profile: ProvinceProfile): ProvinceFacts {
	const { code, name, zone, grouping, offices, total, examples } = profile;
	const shown = grouping && { name: grouping.name, groups: grouping.groups };
	return { code, name, zone, grouping: shown, offices, total, examples };
}
