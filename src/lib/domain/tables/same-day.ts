/** A day as a text names it, the parts that it does not name left out. */
interface Day {
	day?: number;
	month: number;
	/** Of two or four digits. */
	year?: number;
}

/** Beginnings of the names of months, Indonesian and English. */
const MONTHS = [
	...[['jan'], ['feb', 'peb'], ['mar'], ['apr'], ['mei', 'may'], ['jun'], ['jul']],
	...[['agu', 'agt', 'ags', 'aug'], ['sep'], ['okt', 'oct'], ['nov', 'nop'], ['des', 'dec']]
];

/** Whether a cell names the day that a text may name: a spreadsheet shows `12/2021` as `Des-21`, `1-2` as `01-Feb`. */
export function isSameDay(stored: string, given: string): boolean {
	const now = daysOf(given);
	return daysOf(stored).some((before) => now.some((day) => agree(before, day)));
}

/** Whether a cell names the time that a text may name: `10.30` becomes `10.30.00` or `10:30`. */
export function isSameTime(stored: string, given: string): boolean {
	const timeOf = (text: string) => {
		const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})(?:[.:]00)?$/.exec(text.trim()) ?? [];
		return hours === undefined ? null : `${Number(hours)}:${minutes}`;
	};
	return timeOf(stored) !== null && timeOf(stored) === timeOf(given);
}

function agree(a: Day, b: Day): boolean {
	const years = a.year !== undefined && b.year !== undefined ? a.year % 100 === b.year % 100 : true;
	// a day that was not named is the first of the month
	const days = (a.day ?? 1) === (b.day ?? 1);
	return a.month === b.month && years && days;
}

/** All days that a text may name: of two numbers either may be the month. */
function daysOf(text: string): Day[] {
	const plain = text
		.trim()
		.toLowerCase()
		.replace(/ 00[.:]00(?:[.:]00)?$/, '');
	const parts = plain.split(/[-/. ]/);
	if (parts.length < 2 || parts.length > 3) return [];
	const [a = '', b = '', c] = parts;
	const named = [a, b].findIndex((part) => monthOf(part) !== null);
	const found = named === -1 ? inFigures(a, b, c) : inWords(named === 0 ? a : b, named === 0 ? b : a, c);
	return found.filter(({ day, month }) => month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= 31)));
}

function inWords(name: string, figure: string, year?: string): Day[] {
	const month = monthOf(name)!;
	if (!/^\d{1,4}$/.test(figure) || (year !== undefined && !/^\d{2,4}$/.test(year))) return [];
	if (year !== undefined) return [{ day: Number(figure), month, year: Number(year) }];
	return [
		{ day: Number(figure), month },
		{ month, year: Number(figure) }
	];
}

function inFigures(a: string, b: string, c?: string): Day[] {
	if (![a, b, c ?? '0'].every((part) => /^\d{1,4}$/.test(part))) return [];
	const [first, second] = [Number(a), Number(b)];
	if (c === undefined)
		return [
			{ day: first, month: second },
			{ day: second, month: first },
			{ month: first, year: second }
		];
	if (a.length === 4) return [{ year: first, month: second, day: Number(c) }];
	return [
		{ day: first, month: second, year: Number(c) },
		{ day: second, month: first, year: Number(c) }
	];
}

function monthOf(part: string): number | null {
	const at = MONTHS.findIndex((names) => names.some((name) => part.startsWith(name)));
	return at === -1 ? null : at + 1;
}
