import type { MapWindows, Region } from '../geography/types.ts';
import type { Text } from '../instrument/types.ts';

/** How the regions of a province are grouped. */
export interface Grouping {
	/** Of one group and of the division. */
	name: Text;
	/** Proper names, the same in every language; `Region.area` is one of them. */
	groups: readonly string[];
	/** Shown where an administrator edits the division; null = nothing needs saying. */
	note: Text | null;
}

/** Offices as sentences name them. */
export interface Offices {
	government: Text;
	/** Who carries the assessment together with the government; null = it stands alone. */
	partner: Text | null;
	/** Who adopts an instrument. */
	head: Text;
	/** Whose administrator helps people. */
	contact: Text;
	/** Short name of the same. */
	data_office: Text;
	/** Who signs documents beside the assessors. */
	signer: Text;
}

/** What is said of a province outside its regions; small enough to go with every page. */
export interface ProvinceFacts {
	/** Kemendagri code, two digits. */
	code: string;
	/** Without `Provinsi`. */
	name: Text;
	/** IANA time zone. */
	zone: string;
	/** Null = its regions are in no groups. */
	grouping: Grouping | null;
	offices: Offices;
	/** How many kabupaten and kota it has. */
	total: number;
	/** What hints give as an example: the code of a region, the name of another, an address (null = none). */
	examples: { region: string; search: string; address: Text | null };
}

/** All that the program knows of the province that it is installed for. */
export interface ProvinceProfile extends ProvinceFacts {
	/** The provincial government first, then kabupaten and kota in the order of the file. */
	regions: readonly Region[];
	/** Codes of the regions whose group is not certain. */
	unconfirmed: readonly string[];
	/** Null = the map has one window that holds all regions. */
	map: MapWindows | null;
}

/** The facts of a profile, without its regions. */
export function factsOf(profile: ProvinceProfile): ProvinceFacts {
	const { code, name, zone, grouping, offices, total, examples } = profile;
	return { code, name, zone, grouping, offices, total, examples };
}
