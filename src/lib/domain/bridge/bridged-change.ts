import type { Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import type { Answers } from '../scoring/types.ts';
import type { Bridge } from './bridge.ts';

/** Change of one region between two rounds, over the indicators that may be compared. */
export interface BridgedChange {
	/** Index over the indicators that are shared and have a level both times, by the later version's weights; null where
	 *  there is none. */
	before: number | null;
	now: number | null;
	/** Shared indicators with a level both times. */
	compared: number;
	gained: LevelChange[];
	lost: LevelChange[];
	/** Codes of shared indicators without a level in one of the rounds: unanswered or not applicable. */
	oneSided: string[];
}

/** A level that moved; the code is the later version's. */
export interface LevelChange {
	code: string;
	from: number;
	to: number;
}

/** Compares a region's answers of two rounds. Both times the later version scores the same indicators, so that neither
 *  new questions nor new weights look like progress. Exact like every score. */
export function bridgedChange(now: Instrument, bridge: Bridge, before: Answers, after: Answers): BridgedChange {
	const pairs = bridge.shared.map(({ code, before: old }) => ({ code, from: before[old], to: after[code] }));
	const both = pairs.filter(
		(pair): pair is LevelChange => typeof pair.from === 'number' && typeof pair.to === 'number'
	);
	const compared = new Map(both.map((pair) => [pair.code, pair]));
	const indexOf = (pick: 'from' | 'to') =>
		score(
			now,
			Object.fromEntries(
				now.domains
					.flatMap(({ indicators }) => indicators)
					.map(({ code }) => [code, compared.get(code)?.[pick] ?? ('na' as const)])
			)
		).index;
	return {
		before: both.length === 0 ? null : indexOf('from'),
		now: both.length === 0 ? null : indexOf('to'),
		compared: both.length,
		gained: both.filter(({ from, to }) => to > from),
		lost: both.filter(({ from, to }) => to < from),
		oneSided: pairs.filter(({ code }) => !compared.has(code)).map(({ code }) => code)
	};
}
