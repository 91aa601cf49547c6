/** The columns of an export, in order; scripts and people rely on them. */
export const EXPORT_COLUMNS = [
	'round',
	'region_code',
	'region_name',
	'agency',
	'indicator',
	'track',
	'level',
	'not_applicable',
	'justification',
	'evidence_count',
	'version',
	'updated_at',
	'updated_by'
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
