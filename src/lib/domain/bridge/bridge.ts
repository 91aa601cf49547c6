import { applicableWeights } from '../analysis/applicable-weights.ts';
import type { Indicator, Instrument } from '../instrument/types.ts';

/** Two indicators whose levels mean the same, so that they may be compared. */
export interface SharedIndicator {
	/** Code in the later version. */
	code: string;
	/** Code in the earlier version; another one only where the later one says that it replaces it. */
	before: string;
	/** `declared`: the later version says so by `replaces`; `same`: code, question and criteria are unchanged. */
	why: 'same' | 'declared';
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

/** Finds the indicators of two versions that may be compared.
 *
 *  An indicator is shared when the later version names it in `replaces`, or when its code, its question and the
 *  criteria of all levels are the same in the first language, white space and case aside. Names, evidence, actions and
 *  weights do not change what a level means. @see docs/analysis.md */
export function bridgeOf(before: Instrument, now: Instrument): Bridge {
	const earlier = new Map(indicatorsOf(before).map((indicator) => [indicator.code, indicator]));
	const [weightsBefore, weightsNow] = [sharesOf(before), sharesOf(now)];
	const bridge: Bridge = { shared: [], changed: [], added: [], removed: [] };
	const used = new Set<string>();
	const claimed = new Set(indicatorsOf(now).flatMap(({ replaces }) => replaces ?? []));
	for (const indicator of indicatorsOf(now)) {
		const { code, replaces } = indicator;
		const declared = replaces !== undefined && earlier.has(replaces) ? replaces : null;
		const old = declared === null && claimed.has(code) ? undefined : earlier.get(declared ?? code);
		if (!old) {
			bridge.added.push(code);
			continue;
		}
		used.add(old.code);
		const levels = changedLevels(old, indicator);
		const question = normal(old.question?.id) !== normal(indicator.question?.id);
		if (declared === null && (question || levels.length > 0)) bridge.changed.push({ code, question, levels });
		else
			bridge.shared.push({
				code,
				before: old.code,
				why: declared === null ? 'same' : 'declared',
				weightChanged: Math.abs(weightsBefore.get(old.code)! - weightsNow.get(code)!) > 1e-9
			});
	}
	bridge.removed = [...earlier.keys()].filter((code) => !used.has(code));
	return bridge;
}

function indicatorsOf(instrument: Instrument): Indicator[] {
	return instrument.domains.flatMap(({ indicators }) => indicators);
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
