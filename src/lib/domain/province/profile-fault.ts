/** A fault of a profile; `code` ends a message key, `province_fault_…`. */
export interface ProfileFault {
	/** Line, from 1. */
	line: number;
	/** Path of the field, such as `regions[3].lat`; empty = the whole file. */
	field: string;
	code: ProfileFaultCode;
	params: Readonly<Record<string, string | number>>;
}

export const PROFILE_FAULT_CODES = [
	'too_large',
	'yaml',
	'alias',
	'missing',
	'unknown',
	'text',
	'number',
	'list',
	'map',
	'province_code',
	'region_code',
	'region_code_foreign',
	'region_name',
	'type',
	'type_differs',
	'zone',
	'extent',
	'abbreviation',
	'twice',
	'area_missing',
	'area_unknown',
	'area_ungrouped',
	'example'
] as const;
export type ProfileFaultCode = (typeof PROFILE_FAULT_CODES)[number];
