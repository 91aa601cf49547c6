/** Kinds of personal numbers; a message key's ending. */
export const PERSONAL_KINDS = ['nik', 'npwp', 'phones'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Suspected personal data, as it may be shown and kept. */
export interface Finding {
	kind: PersonalKind;
	/** The first number, with most digits hidden. */
	masked: string;
	/** Count of different numbers. */
	count: number;
	/** Number of the page or name of the sheet; empty where that is not known. */
	place: string;
}

/** Telephone numbers from which on they are a list of people; fewer may be a letterhead. */
const PHONES_OF_A_LIST = 5;

/** Digits that may be grouped by single spaces, dots or hyphens, and stand alone. */
const GROUPED = /(?<![\d.,/-])\d(?:[ .-]?\d){14,15}(?![\d]|[.,-]\d)/g;
/** Old NPWP of 15 digits; any number may look like it, so its name has to stand before it. */
const NAMED_NPWP = /\bNPWP\b\D{0,20}?(\d{15})(?!\d)/gi;
const PHONE = /(?<![\d+])(?:\+62|62|0)[ .-]?8\d{1,2}(?:[ .-]?\d{3,4}){2}\d?(?!\d)/g;

/** Searches a text for numbers that identify a person: NIK and number of a family card (16 digits alike), NPWP, lists
 *  of mobile numbers. Numbers are told from other long ones by what their digits mean.
 *  @param place the page or sheet that the text is from */
export function findPersonalData(text: string, place: string): Finding[] {
	const niks = new Set<string>();
	const npwps = new Set<string>();
	for (const [match] of text.matchAll(GROUPED)) {
		const kind = numberKind(match);
		if (kind !== null) (kind === 'nik' ? niks : npwps).add(digitsOf(match));
	}
	for (const [, digits] of text.matchAll(NAMED_NPWP)) npwps.add(digits!);
	const phones = new Set([...text.matchAll(PHONE)].map(([match]) => digitsOf(match).replace(/^62/, '0')));
	return [
		...summary('nik', niks, place),
		...summary('npwp', npwps, place),
		...(phones.size >= PHONES_OF_A_LIST ? summary('phones', phones, place) : [])
	];
}

/** Masks every such number in a text, and single mobile numbers too: for paper, which is copied further than it was
 *  handed out. */
export function hidePersonalNumbers(text: string): string {
	return text
		.replace(GROUPED, (match) => (numberKind(match) === null ? match : mask(digitsOf(match))))
		.replace(NAMED_NPWP, (match, digits: string) => match.replace(digits, mask(digits)))
		.replace(PHONE, (match) => mask(digitsOf(match)));
}

function numberKind(match: string): 'nik' | 'npwp' | null {
	const digits = digitsOf(match);
	if (isNik(digits) && isGroupedAsNik(match)) return 'nik';
	return isNpwp(match, digits) ? 'npwp' : null;
}

function digitsOf(match: string): string {
	return match.replace(/\D/g, '');
}

function summary(kind: PersonalKind, numbers: ReadonlySet<string>, place: string): Finding[] {
	const [first] = numbers;
	return first === undefined ? [] : [{ kind, masked: mask(first), count: numbers.size, place }];
}

/** Hides all digits but the first four and the last two. */
export function mask(digits: string): string {
	return `${digits.slice(0, 4)}${'•'.repeat(Math.max(0, digits.length - 6))}${digits.slice(-2)}`;
}

/** Tells whether digits begin with a region's code: Kemendagri numbers provinces from 11 to 97, kabupaten 01–70, kota
 *  from 71 on. */
function isRegionPart(digits: string): boolean {
	const province = Number(digits.slice(0, 2));
	return province >= 11 && province <= 97 && digits.slice(2, 4) !== '00' && digits.slice(4, 6) !== '00';
}

/** Tells whether digits are a NIK: region of six digits, date of birth `DDMMYY` (women: the day plus 40), serial
 *  number. A family card is numbered alike, with the date of its issue. */
function isNik(digits: string): boolean {
	if (digits.length !== 16 || !isRegionPart(digits) || digits.slice(12) === '0000') return false;
	const day = Number(digits.slice(6, 8));
	const month = Number(digits.slice(8, 10));
	const plain = day > 40 ? day - 40 : day;
	return plain >= 1 && plain <= daysOf(month);
}

function daysOf(month: number): number {
	if (month < 1 || month > 12) return 0;
	if (month === 2) return 29;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Groupings in which people write such a number: one piece, these groups, or digit by digit in the boxes of a form.
 *  Two dates beside each other (`31-12-2025 01-01-2026`) and sums of money are grouped otherwise. */
const GROUPS = ['16', '4-4-4-4', '6-6-4', '2-2-2-6-4', '2-2-2-2-2-2-4', Array(16).fill('1').join('-')];

function isGroupedAsNik(match: string): boolean {
	return GROUPS.includes(
		match
			.split(/[ .-]/)
			.map(({ length }) => length)
			.join('-')
	);
}

/** Tells whether a match is an NPWP in its written form `09.254.294.3-407.000`, or as 16 digits, the first of them
 *  0. */
function isNpwp(match: string, digits: string): boolean {
	if (/^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/.test(match)) return true;
	return /^0\d{15}$/.test(match) && digits.slice(1, 3) !== '00';
}
