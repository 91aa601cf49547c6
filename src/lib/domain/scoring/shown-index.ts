const plain = new Intl.NumberFormat('en-GB', {
	maximumFractionDigits: 2,
	useGrouping: false,
	roundingMode: 'halfExpand'
});

/** Rounds an index to whole hundredths as it is shown: two decimals, half away from zero.
 *
 *  The exact value is no longer known here, only the nearest double. Its shortest decimal form is what gets rounded,
 *  not its binary value: an exact tie such as 107/40 = 2.675 arrives as a double just under the tie but is written
 *  `2.675`, so it rounds up as it should. This is wrong only for a value that is no tie yet lies within half a unit of
 *  the last place of one, about 2 × 10⁻¹⁶, which takes denominators far beyond those of real weights. */
export function hundredths(value: number): number {
	return Math.round(Number(plain.format(String(value) as `${number}`)) * 100);
}

/** Difference of two indices as they are shown: that of the shown numbers, so that subtraction on paper gives the same.
 *  It is within 0.01 of the exact difference. Null when one of them is missing. */
export function shownDifference(value: number | null, from: number | null): number | null {
	return value === null || from === null ? null : (hundredths(value) - hundredths(from)) / 100;
}
