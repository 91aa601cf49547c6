import Fraction from 'fraction.js';
import type { Instrument } from '../instrument/types.ts';
import { nearestDouble, type Weighted, weightedMean } from './exact.ts';
import { type Prepared, type PreparedParent, prepare } from './prepare.ts';
import type { Answers, Score } from './types.ts';

const ONE = new Fraction(1);
const HALF = new Fraction(1, 2);
/** The largest double under 1. */
const ALMOST_ONE = 1 - Number.EPSILON / 2;

/** The whole, a domain or an aspect with its exact value by the answers. */
export interface ScoredParent {
	node: PreparedParent;
	/** Index; null = no indicator under it has a value. */
	value: Fraction | null;
	/** Share of the applicable effective weight that is answered, 0 to 1; null = nothing applies here, so it leaves with
	 *  its weight. */
	completeness: Fraction | null;
	parents: ScoredParent[];
}

/** Scores one assessment: the one function behind screen, server, report and export.
 *  @param answers by indicator code; levels (whole numbers) and `na` are taken as they are, checked where they are
 *  written; codes that the instrument does not have are ignored
 *  @returns nearest doubles of exact values; classes and predicate are decided on the exact ones
 *  @see src/lib/instruments/README.md, Scoring */
export function score(instrument: Instrument, answers: Answers): Score {
	const prepared = prepare(instrument);
	return toScore(prepared, scoreParent(prepared.root, answers), answers);
}

/** Finds value and completeness of a parent and all parents under it, exact. */
export function scoreParent(node: PreparedParent, answers: Answers): ScoredParent {
	return node.parents.length > 0 ? scoreParents(node, answers) : scoreIndicators(node, answers);
}

function scoreParents(node: PreparedParent, answers: Answers): ScoredParent {
	const parents = node.parents.map((child) => scoreParent(child, answers));
	const applicable = parents.filter((child) => child.completeness !== null);
	const complete = applicable.every((child) => child.completeness!.equals(ONE));
	return {
		node,
		value: weightedMean(parents.map((child): Weighted => ({ weight: child.node.whole, value: child.value }))),
		// Only applicable parts share the weight, so that "not applicable" acts as if the indicator were not there.
		completeness:
			complete && applicable.length > 0
				? ONE
				: weightedMean(applicable.map((child) => ({ weight: child.node.whole, value: child.completeness }))),
		parents
	};
}

/** Scores indicators. Levels and weights are whole numbers with safe sums (see `prepare`), so no fraction is needed
 *  until the end. */
function scoreIndicators(node: PreparedParent, answers: Answers): ScoredParent {
	let sum = 0;
	let valued = 0;
	let applicable = 0;
	for (const { code, whole } of node.indicators) {
		const answer = answers[code];
		if (answer === 'na') continue;
		applicable += whole;
		if (typeof answer !== 'number') continue;
		valued += whole;
		sum += whole * answer;
	}
	return {
		node,
		value: valued === 0 ? null : new Fraction(sum, valued),
		completeness: applicable === 0 ? null : valued === applicable ? ONE : new Fraction(valued, applicable),
		parents: []
	};
}

/** Brings the result into the form that leaves the domain.
 *  @param root the scored whole of the same answers */
export function toScore(prepared: Prepared, root: ScoredParent, answers: Answers): Score {
	const completeness = root.completeness ?? ONE;
	const isComplete = completeness.equals(ONE);
	const gates = gateLevels(prepared, answers);
	const judged = root.value !== null && completeness.gte(HALF) ? root.value : null;
	const predicate = judged && prepared.predicates.find(({ from }) => judged.gte(from));
	const readinessClass =
		judged &&
		prepared.classes.find(({ minIndex, minGate }) => judged.gte(minIndex) && gatesBelow(gates, minGate).length === 0);
	return {
		index: root.value && nearestDouble(root.value),
		// A missing weight too small for a double must not make a result look complete.
		completeness: isComplete ? 1 : Math.min(nearestDouble(completeness), ALMOST_ONE),
		predicate: predicate?.code ?? null,
		readinessClass: readinessClass?.code ?? null,
		domains: Object.fromEntries(root.parents.map(({ node, value }) => [node.code, value && nearestDouble(value)])),
		gates
	};
}

/** Codes of the gates that are under the level a class asks for; an unanswered gate is, one that does not apply is not.
 *  @param gates as in `Score.gates`
 *  @param minGate null = the class asks nothing of the gates */
export function gatesBelow(gates: Score['gates'], minGate: number | null): string[] {
	if (minGate === null) return [];
	return Object.keys(gates).filter((code) => (gates[code] ?? -Infinity) < minGate);
}

function gateLevels({ indicators }: Prepared, answers: Answers): Score['gates'] {
	const gates: Score['gates'] = {};
	for (const { code, gate } of indicators) {
		const answer = answers[code];
		if (gate && answer !== 'na') gates[code] = typeof answer === 'number' ? answer : null;
	}
	return gates;
}
