import type { Comparison } from '../analysis/types.ts';
import type { Domain, Instrument } from '../instrument/types.ts';
import { bridgeOf } from './bridge.ts';

/** Says whether two instruments are versions of one line: they have the same code. A round is compared with rounds of
 *  its own line only, because the level 3 of another instrument is not this one's. */
export function isSameLine(a: Pick<Instrument, 'code'>, b: Pick<Instrument, 'code'>): boolean {
	return a.code === b.code;
}

/** Finds what may be compared between two rounds. Indicators are those that the bridge shares. Indices (of a domain, of
 *  the whole) are comparable when the same indicators enter them with the same weights in the same tree; what they are
 *  called and where they stand does not matter. @see docs/analysis.md */
export function comparisonOf(before: Instrument, now: Instrument): Comparison {
	if (!isSameLine(before, now)) return { obstacle: 'instrument', indicators: new Map(), domains: new Map() };
	const indicators = new Map(bridgeOf(before, now).shared.map((one) => [one.code, one.before]));
	const own = (code: string) => code;
	// a code that nothing stood for before must not meet one of the earlier version
	const then = (code: string) => indicators.get(code) ?? `new ${code}`;
	const earlier = new Map(before.domains.map((domain) => [shapeOf(domain, own), domain.code]));
	const domains = now.domains.flatMap((domain) => {
		const old = earlier.get(shapeOf(domain, then));
		return old === undefined ? [] : [[domain.code, old] as const];
	});
	const isWhole = wholeShape(before, own) === wholeShape(now, then);
	return { obstacle: isWhole ? null : 'version', indicators, domains: new Map(domains) };
}

function wholeShape({ domains }: Instrument, nameOf: (code: string) => string): string {
	return weighed(domains, (domain) => shapeOf(domain, nameOf));
}

/** Tree of a domain as a text, the same for domains whose index is worked out alike. */
function shapeOf({ aspects, indicators }: Domain, nameOf: (code: string) => string): string {
	const leaves = (some: Domain['indicators']) => weighed(some, ({ code }) => nameOf(code));
	return aspects ? weighed(aspects, (aspect) => leaves(aspect.indicators)) : leaves(indicators);
}

/** Parts with their shares of the weight, in an order of their own: only the ratios of weights count. */
function weighed<Part extends { weight: number }>(parts: readonly Part[], describe: (part: Part) => string): string {
	const all = parts.reduce((sum, { weight }) => sum + weight, 0);
	return JSON.stringify(parts.map((part) => `${(part.weight / all).toFixed(9)} ${describe(part)}`).sort());
}
