import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import type { TextFault } from '#lib/domain/tables/decode-text.ts';
import { describeTextFault } from '#lib/words/text-fault.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { exampleCode } from '#lib/words/province.ts';
import type { AnswerFault } from '#lib/server/rounds/assessment/save-answer.ts';

/** Parameters of each kind of fault in a file, beside its place. */
interface FaultParams {
	file_empty: Record<string, never>;
	file_is_workbook: Record<string, never>;
	file_unreadable: { fault: TextFault };
	/** `found`: beginning of the first line. */
	separator_unknown: { found: string };
	/** `detail` is the CSV reader's own word, such as `CSV_QUOTE_NOT_CLOSED`. */
	csv_syntax: { detail: string };
	column_missing: { name: string };
	column_unknown: { name: string };
	column_twice: { name: string };
	cell_count: { expected: number; found: number };
	round_differs: { value: string; round: string };
	region_unknown: { value: string };
	/** The zero at the end was lost in a spreadsheet: `suggestion` is the code that was probably meant. */
	region_zero_lost: { value: string; suggestion: string };
	agency_unknown: { value: string; region: string };
	not_in_round: { value: string; round: string };
	track_unknown: { value: string };
	track_not_importable: Record<string, never>;
	assessment_finished: { value: string };
	level_unreadable: { value: string };
	flag_unreadable: { value: string };
	version_unreadable: { value: string };
	version_stale: { given: number; stored: number };
	justification_too_long: { max: number };
	/** Letters of the text were lost on its way; nothing of it may be stored. */
	letters_lost: Record<string, never>;
	row_twice: { first: number };
	answer_invalid: { code: Exclude<AnswerFault['code'], 'request_id_reused'>; indicator: string };
}

type FaultCode = keyof FaultParams;

/** A fault without its place. */
export type FaultBody = { [Code in FaultCode]: { code: Code; params: FaultParams[Code] } }[FaultCode];

/** One fault of an import, at a line (from 1, the head included) and a column; the column is null where the fault is of
 *  the whole line or file. */
export type ImportFault = FaultBody & { line: number; column: string | null };

/** A fault and its remedy as a sentence without the place. */
export function describeImportFault(fault: ImportFault, locale: Locale): string {
	if (fault.code === 'answer_invalid')
		return say(locale)[`error_${fault.params.code}`]({ indicator: fault.params.indicator });
	if (fault.code === 'file_unreadable') return describeTextFault(fault.params.fault, locale);
	const sentence = m[`error_import_${fault.code}`] as (params: object, options: { locale: Locale }) => string;
	const hint = fault.code === 'region_unknown' ? { example: exampleCode() } : {};
	return sentence({ ...hint, ...fault.params }, { locale });
}

/** A fault and its remedy with the place before them, for a list on a screen or terminal. */
export function describePlace(fault: ImportFault, locale: Locale): string {
	const sentence = describeImportFault(fault, locale);
	const { line, column } = fault;
	if (column === null) return say(locale).error_import_at_line({ line, sentence });
	return say(locale).error_import_at_cell({ line, column, sentence });
}
