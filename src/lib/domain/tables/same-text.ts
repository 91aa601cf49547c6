import { decodeCodePage, isInCodePage, isMisread } from './code-page.ts';
import { isSameDay, isSameTime } from './same-day.ts';

/** Whether a cell of a table says what is stored, after all that a spreadsheet does to text that nobody edits: other
 *  line ends, letters that its code page lacks, UTF-8 taken for a code page, and text that it takes for a number, a
 *  flag, a date or a time and writes in its own way. */
export function isSameText(stored: string, given: string): boolean {
	const [before, now] = [oneLineEnd(stored), oneLineEnd(given)];
	if (before === now) return true;
	if (isWithoutLetters(before, now) || isMisreadOf(before, now)) return true;
	// of one shape, what differs was edited
	if (shapeOf(before) === shapeOf(now)) return false;
	return isSameNumber(before, now) || isSameFlag(before, now) || isSameDay(before, now) || isSameTime(before, now);
}

/** Whether letters of a cell were lost on its way: replaced by �, read as another encoding, or replaced by `?` where
 *  the stored text has letters that no code page holds. */
export function hasLostLetters(stored: string, given: string): boolean {
	if (given.includes('\uFFFD') || isMisread(given)) return true;
	const marks = (text: string) => text.split('?').length;
	const lost = [...stored].filter((letter) => !isInCodePage(letter) && !given.includes(letter));
	return lost.length > 0 && marks(given) > marks(stored);
}

function oneLineEnd(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}

function shapeOf(text: string): string {
	return text.trim().replace(/\d/g, '0');
}

/** Spreadsheets save a letter that their code page lacks as one of ASCII, mostly `?`; one beyond the first 65 536 as
 *  two. */
function isWithoutLetters(stored: string, given: string): boolean {
	const letters = [...stored];
	if (letters.every(isInCodePage)) return false;
	let at = 0;
	for (const letter of letters) {
		for (let unit = 0; unit < letter.length; unit += 1, at += 1) {
			const seen = given[at];
			if (seen === undefined) return false;
			if (seen !== letter[unit] && (isInCodePage(letter) || !/[ -~]/.test(seen))) return false;
		}
	}
	return at === given.length;
}

function isMisreadOf(stored: string, given: string): boolean {
	return isMisread(given) && decodeCodePage(new TextEncoder().encode(stored)) === given;
}

function isSameNumber(stored: string, given: string): boolean {
	const [, decimals] = /^-?\d(?:[.,](\d+))?E\+\d+$/i.exec(given) ?? [];
	if (/E\+/i.test(given)) {
		const rounded = (text: string) => Number(text.replace(',', '.')).toExponential(decimals?.length ?? 0);
		return /^\d{10,}$/.test(stored) && rounded(stored) === rounded(given);
	}
	const now = numbersOf(given);
	return numbersOf(stored).some((number) => now.includes(number));
}

/** The numbers that a text may be: a point parts decimals or thousands. */
function numbersOf(text: string): number[] {
	const plain = text.trim();
	if (!/^-?\d+(?:[.,]\d+)*$/.test(plain)) return [];
	const isGrouped = /^-?\d{1,3}(?:[.,]\d{3})+$/.test(plain);
	return [
		...(/^-?\d+(?:[.,]\d+)?$/.test(plain) ? [Number(plain.replace(',', '.'))] : []),
		...(isGrouped ? [Number(plain.replace(/[.,]/g, ''))] : [])
	];
}

const FLAGS = [
	['true', 'benar'],
	['false', 'salah']
];

function isSameFlag(stored: string, given: string): boolean {
	const [before, now] = [stored.trim().toLowerCase(), given.trim().toLowerCase()];
	return FLAGS.some((words) => words.includes(before) && words.includes(now));
}
