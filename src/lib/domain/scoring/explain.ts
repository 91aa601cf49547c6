import type Fraction from 'fraction.js';
import type { Instrument } from '../instrument/types.ts';
import { contributions } from './contributions.ts';
import { nearestDouble } from './exact.ts';
import { type Prepared, type PreparedParent, prepare } from './prepare.ts';
import { gatesBelow, scoreParent, type ScoredParent, toScore } from './score.ts';
import { type ShownDomain, shownParts } from './shown-parts.ts';
import type { Answers, Score } from './types.ts';

export interface ExplainedChild {
	kind: 'domain' | 'aspect' | 'indicator';
	code: string;
	/** Level or index; null = not applicable or without any answer. */
	value: number | null;
	/** Weight as written in the instrument. */
	weight: number;
	/** Share of the weight that has a value, 0 to 1; null = no value. */
	share: number | null;
	/** share × value: its contribution to its parent's index. */
	contribution: number | null;
	/** Contribution to the whole index. */
	effectiveContribution: number | null;
}

export interface ExplainedParent {
	kind: PreparedParent['kind'];
	code: string;
	value: number | null;
	children: ExplainedChild[];
}

export interface ExplainedClass {
	code: string;
	/** Index and gates meet the conditions of this class; the class of the result is the first such one. */
	reached: boolean;
	/** Index points missing for it, 0 when none are; null = no index. */
	indexShort: number | null;
	/** The gates that block it; level null = unanswered. */
	gates: { indicator: string; level: number | null; required: number }[];
}

export interface NextLevel {
	indicator: string;
	from: number;
	to: number;
	/** Index points that this one step adds to the whole index. */
	gain: number;
	/** The index after it. */
	index: number;
	/** The class after it; null while completeness is under 50 %. */
	readinessClass: string | null;
}

export interface Explanation {
	score: Score;
	/** The whole first, then the domains, each followed by its aspects. */
	parents: ExplainedParent[];
	/** Parts of the index by domain, as they are printed: they add up. */
	domains: ShownDomain[];
	/** Classes in the instrument's order, best first. */
	classes: ExplainedClass[];
	/** Next levels, one for each indicator with a level below the highest, in the instrument's order. */
	nextLevels: NextLevel[];
}

/** Explains a score: contributions of the parts, gates that block each class, and gain of each next level.
 *  Every number but those of `domains` is the nearest double of an exact value, so sums of them may differ in the last
 *  digit. */
export function explain(instrument: Instrument, answers: Answers): Explanation {
	const prepared = prepare(instrument);
	const root = scoreParent(prepared.root, answers);
	const result = toScore(prepared, root, answers);
	const exact = contributions(root, answers);
	return {
		score: result,
		domains: shownParts(exact),
		parents: exact.map(({ node, value, children }) => ({
			kind: node.kind,
			code: node.code,
			value: double(value),
			children: children.map((child) => ({
				kind: child.node.kind as ExplainedChild['kind'],
				code: child.node.code,
				value: double(child.value),
				weight: child.node.weight,
				share: double(child.share),
				contribution: double(child.contribution),
				effectiveContribution: double(child.effective)
			}))
		})),
		classes: explainClasses(prepared, root.value, result.gates),
		nextLevels: nextLevels(prepared, root, answers)
	};
}

function explainClasses(prepared: Prepared, index: Fraction | null, gates: Score['gates']): ExplainedClass[] {
	return prepared.classes.map(({ code, minIndex, minGate }) => {
		const below = gatesBelow(gates, minGate);
		const enough = index !== null && index.gte(minIndex);
		return {
			code,
			reached: enough && below.length === 0,
			indexShort: index && (enough ? 0 : nearestDouble(minIndex.sub(index))),
			gates: below.map((indicator) => ({ indicator, level: gates[indicator] ?? null, required: minGate! }))
		};
	});
}

function nextLevels(prepared: Prepared, root: ScoredParent, answers: Answers): NextLevel[] {
	return prepared.indicators.flatMap(({ code }) => {
		const from = answers[code];
		const to = typeof from === 'number' ? prepared.levels.find((level) => level > from) : undefined;
		if (typeof from !== 'number' || to === undefined) return [];
		const raised = { ...answers, [code]: to };
		const after = scoreParent(prepared.root, raised);
		const { readinessClass } = toScore(prepared, after, raised);
		// An indicator with a level gives the whole an index, before and after.
		const gain = nearestDouble(after.value!.sub(root.value!));
		return [{ indicator: code, from, to, gain, index: nearestDouble(after.value!), readinessClass }];
	});
}

function double(exact: Fraction | null): number | null {
	return exact && nearestDouble(exact);
}
