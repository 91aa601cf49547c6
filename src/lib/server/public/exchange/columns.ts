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

// A cell that begins like a formula, or like a guarded one: a guard on those too makes the guard reversible.
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** Puts an apostrophe before text that a spreadsheet would take for a formula. */
export function guardText(text: string): string {
	return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guardText` away again: `unguardText(guardText(text)) === text`. */
export function unguardText(text: string): string {
	return GUARDED.test(text) ? text.slice(1) : text;
}
