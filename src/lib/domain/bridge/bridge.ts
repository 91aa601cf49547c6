import { applicableWeights } from '../analysis/applicable-weights.ts';
import type { Indicator, Instrument } from '../instrument/types.ts';

/** Two indicators whose levels mean the same, so that they may be compared. */
export interface SharedIndicator {
	/** Code in the later version. */
	code: string;
	/** Code in the earlier version. */
	before: string;
	/** `declared`: the later version says so by `replaces`; `same`: code, question and criteria are unchanged; `moved`:
	 *  question and criteria are unchanged under another code. */
	why: 'same' | 'declared' | 'moved';
	/** Its share of the index is another than before. */
	weightChanged: boolean;
}

/** Comparison of two versions of an instrument. */
export interface Bridge {
	/** Indicators in the order of the later version. */
	shared: SharedIndicator[];
	/** Indicators whose code stayed but whose question or criteria did not: the levels are not comparable. */
	changed: { code: string; question: boolean; /** Levels with other criteria. */ levels: number[] }[];
	/** Codes of the later version that the earlier one lacks. */
	added: string[];
	/** Codes of the earlier version that the later one lacks, and does not replace. */
	removed: string[];
}

/** An indicator of the earlier version, and why it is the same one. */
type Found = Pick<SharedIndicator, 'before' | 'why'>;

/** Finds the indicators of two versions that may be compared.
 *
 *  An indicator is shared when the later version names it in `replaces`, or when it means the same: its question (its
 *  name, where it has none) and the criteria of all levels are the same in the first language, white space and case
 *  aside. It is looked for under its own code first, then under any other that means the same and is the only one.
 *  Names, evidence, actions and weights do not change what a level means. @see docs/analysis.md */
export function bridgeOf(before: Instrument, now: Instrument): Bridge {
	const earlier = new Map(indicatorsOf(before).map((indicator) => [indicator.code, indicator]));
	const [weightsBefore, weightsNow] = [sharesOf(before), sharesOf(now)];
	const found = identify(earlier, indicatorsOf(now));
	const used = new Set([...found.values()].map((one) => one.before));
	const bridge: Bridge = { shared: [], changed: [], added: [], removed: [] };
	for (const indicator of indicatorsOf(now)) {
		const { code } = indicator;
		const same = found.get(code);
		const old = earlier.get(code);
		if (same) {
			const weightChanged = Math.abs(weightsBefore.get(same.before)! - weightsNow.get(code)!) > 1e-9;
			bridge.shared.push({ code, ...same, weightChanged });
		} else if (old && !used.has(code)) {
			used.add(code);
			const question = askedBy(old) !== askedBy(indicator);
			bridge.changed.push({ code, question, levels: changedLevels(old, indicator) });
		} else bridge.added.push(code);
	}
	bridge.removed = [...earlier.keys()].filter((code) => !used.has(code));
	return bridge;
}

/** The same indicator of the earlier version, by the code in the later one; each earlier one at most once. */
function identify(earlier: ReadonlyMap<string, Indicator>, now: readonly Indicator[]): Map<string, Found> {
	const found = new Map<string, Found>();
	const free = new Map(earlier);
	const take = (code: string, same: Found) => {
		found.set(code, same);
		free.delete(same.before);
	};
	const open = () => now.filter(({ code }) => !found.has(code));
	for (const { code, replaces } of now)
		if (replaces !== undefined && free.has(replaces)) take(code, { before: replaces, why: 'declared' });
	for (const indicator of open()) {
		const { code } = indicator;
		const old = free.get(code);
		if (old && meaningOf(old) === meaningOf(indicator)) take(code, { before: code, why: 'same' });
	}
	// criteria that several indicators share do not tell which of them moved
	const moved = onlyOnes(open());
	for (const [meaning, old] of onlyOnes([...free.values()])) {
		const indicator = moved.get(meaning);
		if (indicator) take(indicator.code, { before: old.code, why: 'moved' });
	}
	return found;
}

/** The indicators whose meaning no other of them has, by it. */
function onlyOnes(indicators: readonly Indicator[]): Map<string, Indicator> {
	const byMeaning = Map.groupBy(indicators, meaningOf);
	return new Map(
		[...byMeaning].flatMap(([meaning, [first, ...others]]) =>
			first && others.length === 0 ? [[meaning, first] as const] : []
		)
	);
}

function indicatorsOf(instrument: Instrument): Indicator[] {
	return instrument.domains.flatMap(({ indicators }) => indicators);
}

/** What an indicator's levels mean, as a text that equals that of another with the same meaning. */
function meaningOf(indicator: Indicator): string {
	const criteria = Object.entries(indicator.levels).map(([level, { criteria }]) => [
		Number(level),
		normal(criteria.id)
	]);
	return JSON.stringify([askedBy(indicator), criteria.sort(([a], [b]) => Number(a) - Number(b))]);
}

function askedBy({ question, name }: Indicator): string {
	return normal((question ?? name).id);
}

function changedLevels(before: Indicator, now: Indicator): number[] {
	const levels = new Set([...Object.keys(before.levels), ...Object.keys(now.levels)]);
	return [...levels]
		.map(Number)
		.filter((level) => normal(before.levels[level]?.criteria.id) !== normal(now.levels[level]?.criteria.id))
		.sort((a, b) => a - b);
}

function normal(text: string | undefined): string {
	return (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function sharesOf(instrument: Instrument): Map<string, number> {
	return new Map(Object.entries(applicableWeights(instrument, {})));
}
