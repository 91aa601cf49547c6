// A cell that begins like a formula (also in letters of full width), or like a guarded one: a guard on those too makes
// the guard reversible.
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const GUARDED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Puts an apostrophe before text that a spreadsheet would take for a formula. Of a CSV only: a cell of a workbook says
 *  itself that it is text. */
export function guardText(text: string): string {
	return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guardText` away again: `unguardText(guardText(text)) === text`. */
export function unguardText(text: string): string {
	return GUARDED.test(text) ? text.slice(1) : text;
}
