// A spreadsheet's number formats, as much of them as the workbook uses, written from their definition and not from the
// program's words: the text that an Indonesian reader sees in a cell.
// @see https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part4-formula/OpenDocument-v1.3-os-part4-formula.html
import { NONE } from './figures.ts';

const DAY = 86_400_000;
/** Day from which a spreadsheet counts days. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Text of a value in a format; an empty cell shows nothing, which is given as `–`. */
export function shownValue(value: string | number | boolean | null, format: string): string {
	if (value === null || value === '') return NONE;
	if (typeof value !== 'number') return String(value);
	if (/^(General|@)$/.test(format)) return String(value).replace('.', ',');
	if (format.includes('yyyy')) return shownDay(value);
	return shownNumber(value, sectionOf(value, format));
}

/** Part of a format that a value is shown by: the first whose condition holds. */
function sectionOf(value: number, format: string): string {
	const sections = format.split(';').map((section) => /^(?:\[=([\d.]+)\])?(.*)$/.exec(section)!);
	return sections.find(([, equal]) => equal === undefined || Number(equal) === value)![2]!;
}

function shownNumber(value: number, section: string): string {
	const decimals = /\.(0*)/.exec(section)?.[1]!.length ?? 0;
	const ending = [...section.replace(/^[0#.,]+/, '').matchAll(/"([^"]*)"|(.)/g)]
		.map(([, quoted, sign]) => quoted ?? sign)
		.join('');
	const scaled = Number((section.includes('%') ? value * 100 : value).toPrecision(15));
	// Written out, a number is rounded half away from zero by its decimal digits.
	const shown = new Intl.NumberFormat('id-ID', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
		roundingMode: 'halfExpand',
		useGrouping: section.includes(',')
	}).format(String(scaled) as `${number}`);
	return shown + ending;
}

/** A day as the forms of this project write it where there is room: `9 Okt 2026`. */
function shownDay(days: number): string {
	const date = new Date(EPOCH + Math.floor(days) * DAY);
	return new Intl.DateTimeFormat('id-ID', {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC'
	}).format(date);
}
