import type { Text } from '../instrument/types.ts';

const tags = { id: 'id-ID', en: 'en-GB' } satisfies Record<keyof Text, string>;
const formats = { id: decimals('id-ID', 2), en: decimals('en-GB', 2) };
const changes = { id: decimals('id-ID', 2, 'exceptZero'), en: decimals('en-GB', 2, 'exceptZero') };
const plain = decimals('en-GB', 2);

/** An index as it is shown: two decimals, half away from zero; `3,42` in Indonesian; null = `–`.
 *
 *  The exact value is no longer known here, only the nearest double. Its shortest decimal form is what gets rounded, not
 *  its binary value: an exact tie such as 107/40 = 2.675 arrives as a double just under the tie but is written `2.675`,
 *  so it rounds up as it should. This is wrong only for a value that is no tie yet lies within half a unit of the last
 *  place of one, about 2 × 10⁻¹⁶, which takes denominators far beyond those of real weights. */
export function formatIndex(value: number | null, locale: keyof Text): string {
	// As text the number is taken digit by digit; as a number, what is rounded would be left to the engine.
	return value === null ? '–' : formats[locale].format(String(value) as `${number}`);
}

/** What separates two indices as they are shown: the difference of the shown numbers, so that whoever subtracts them on
 *  paper gets the same. It is within 0.01 of the exact difference. Null when one of them is missing. */
export function shownDifference(value: number | null, from: number | null): number | null {
	return value === null || from === null ? null : (hundredths(value) - hundredths(from)) / 100;
}

/** That difference as `+0,21`, `−0,12`, `0,00`; null = `–`. */
export function formatDifference(value: number | null, from: number | null, locale: keyof Text): string {
	const difference = shownDifference(value, from);
	return difference === null ? '–' : changes[locale].format(difference).replace('-', '−');
}

/** An index below a threshold that is shown like it, with as many decimals as it takes to see that it is below:
 *  3.4963 against 3.5 is `3,496`. Null when two decimals show it. */
export function formatBelow(value: number, threshold: number, locale: keyof Text): string | null {
	if (hundredths(value) < hundredths(threshold)) return null;
	for (let digits = 3; digits < 15; digits++) {
		const format = decimals(tags[locale], digits);
		const text = String(value) as `${number}`;
		if (format.format(text) !== format.format(threshold)) return format.format(text);
	}
	return String(value);
}

/** In hundredths, rounded as it is shown. */
function hundredths(value: number): number {
	return Math.round(Number(plain.format(String(value) as `${number}`)) * 100);
}

function decimals(tag: string, digits: number, signDisplay: 'negative' | 'exceptZero' = 'negative'): Intl.NumberFormat {
	return new Intl.NumberFormat(tag, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		roundingMode: 'halfExpand',
		signDisplay
	});
}
