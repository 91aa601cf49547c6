import type { Locale } from '#lib/domain/locale.ts';
import { calculationSheet } from './calculation-sheet.ts';
import { coverSheet } from './cover-sheet.ts';
import type { Sheet } from './sheet.ts';
import { answersSheet, evidenceSheet, planSheet, resultsSheet } from './tables.ts';
import type { WorkbookData } from './types.ts';

/** Composes the sheets of a workbook, the cover first. */
export function workbookSheets(data: WorkbookData, locale: Locale): Sheet[] {
	const sheets = [resultsSheet, calculationSheet, answersSheet, planSheet, evidenceSheet].map((sheet) =>
		sheet(data, locale)
	);
	return [coverSheet(data, sheets, locale), ...sheets];
}
