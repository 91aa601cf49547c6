import Fraction from 'fraction.js';
import { apportion } from './apportion.ts';

/** Thousandths in a whole: a share is shown in per cent with one decimal. */
const WHOLE = 1000;

/** Rounds the shares of all parts of a whole to thousandths that add up to 1 as they are shown; a part that is there at
 *  all is at least one thousandth, so that it is never shown as nothing. Shares of nothing are 0.
 *  @param parts sizes of all parts, none negative: counts, or shares themselves */
export function shownShares(parts: readonly number[]): number[] {
	const sum = parts.reduce((total, part) => total.add(part), new Fraction(0));
	if (sum.equals(0)) return parts.map(() => 0);
	const shares = parts.map((part) => new Fraction(part).div(sum));
	const isSmall = (share: Fraction) => share.compare(0) > 0 && share.mul(WHOLE).compare(1) < 0;
	const small = shares.filter(isSmall).length;
	const large = shares.filter((share) => !isSmall(share));
	// `apportion` rounds at the second decimal: a thousandth is a hundredth of tenths.
	const rounded = apportion(
		large.map((share) => share.mul(WHOLE / 100)),
		WHOLE - small
	);
	return shares.map((share) => (isSmall(share) ? 1 : rounded.shift()!) / WHOLE);
}
