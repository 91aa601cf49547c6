import type { Text } from '../instrument/types.ts';

const formats = {
	id: twoDecimals('id-ID'),
	en: twoDecimals('en-GB')
} satisfies Record<keyof Text, Intl.NumberFormat>;

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

function twoDecimals(tag: string): Intl.NumberFormat {
	return new Intl.NumberFormat(tag, {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
		roundingMode: 'halfExpand',
		signDisplay: 'negative'
	});
}
