/** Escapes text for a workbook: `_x0041_` there means the character with that number, so its underscore has to be
 *  written as one. */
export function excelText(text: string): string {
	return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
