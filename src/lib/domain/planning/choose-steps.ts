import { applicableWeights } from '../analysis/applicable-weights.ts';
import type { Action, Indicator, Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';

/** Level by indicator code; only indicators that apply. */
export type Levels = Record<string, number>;

export interface ChosenStep {
	/** `A1@3`: the step that lifts A1 from 2 to 3. */
	key: string;
	indicator: string;
	from: number;
	to: number;
	action: Action;
	/** Keys of the chosen steps that end before this one starts, the same indicator's earlier step included. */
	needs: string[];
}

export interface Choice {
	/** Steps in dependency order. */
	steps: ChosenStep[];
	levels: Levels;
	/** Gates that cannot be lifted far enough, as `A1@3`. */
	blocked: string[];
}

/** Chooses the single-level steps that lead from the present levels to a target: first every gate to the level asked,
 *  then, until the index is there, the indicator that wins most of the missing index per person-day. A step brings
 *  along the steps it depends on, and their effort counts. Equal gains go to the lower code.
 *  @param present levels of the indicators that apply; a dependency on one that does not apply is met */
export function chooseSteps(
	instrument: Instrument,
	present: Levels,
	target: { minIndex: number; minGate: number | null }
): Choice {
	const indicators = new Map(
		instrument.domains.flatMap((domain) => domain.indicators).map((indicator) => [indicator.code, indicator])
	);
	const applicable = [...indicators.values()]
		.filter(({ code }) => present[code] !== undefined)
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	const marked = Object.fromEntries([...indicators.keys()].map((code) => [code, present[code] ?? ('na' as const)]));
	const weights = applicableWeights(instrument, marked);
	const steps: ChosenStep[] = [];
	const blocked: string[] = [];
	let levels = present;

	const take = (addition: ChosenStep[]) => {
		steps.push(...addition);
		levels = levelsAfter(levels, addition);
	};

	for (const gate of applicable.filter((indicator) => indicator.gate && target.minGate !== null)) {
		const way = stepsTo(indicators, present, levels, { code: gate.code, level: target.minGate! });
		if (way) take(way);
		else blocked.push(`${gate.code}@${target.minGate}`);
	}
	for (;;) {
		const missing = target.minIndex - (score(instrument, { ...marked, ...levels }).index ?? Infinity);
		const wayUp = (code: string) => stepsTo(indicators, present, levels, { code, level: levels[code]! + 1 });
		const best = missing > 0 ? bestAddition(applicable, wayUp, weights, missing) : null;
		if (!best) break;
		take(best);
	}
	return { steps, levels, blocked };
}

/** The levels once the steps are done. */
export function levelsAfter(levels: Levels, steps: readonly { indicator: string; to: number }[]): Levels {
	const after = { ...levels };
	for (const { indicator, to } of steps) after[indicator] = Math.max(after[indicator] ?? to, to);
	return after;
}

function bestAddition(
	candidates: readonly Indicator[],
	wayUp: (code: string) => ChosenStep[] | null,
	weights: Record<string, number>,
	missing: number
): ChosenStep[] | null {
	let best: { steps: ChosenStep[]; gainPerDay: number } | null = null;
	for (const { code } of candidates) {
		const steps = wayUp(code);
		if (!steps || steps.length === 0) continue;
		const gain = steps.reduce((sum, step) => sum + weights[step.indicator]!, 0);
		const effort = steps.reduce((sum, step) => sum + step.action.effort, 0);
		// gain beyond the target counts as nothing: a small step closes the last bit, not a large bargain
		const gainPerDay = Math.min(gain, missing) / effort;
		// the margin keeps a rounding error from deciding between equals
		if (!best || gainPerDay > best.gainPerDay * (1 + 1e-9)) best = { steps, gainPerDay };
	}
	return best?.steps ?? null;
}

/** The steps still to be added to bring one indicator to a level, dependencies first; null when a step on the way is
 *  not in the instrument or depends on itself. */
function stepsTo(
	indicators: ReadonlyMap<string, Indicator>,
	present: Levels,
	levels: Levels,
	{ code, level }: { code: string; level: number }
): ChosenStep[] | null {
	const found: ChosenStep[] = [];
	const open = new Set<string>();
	let reached = levels;

	const visit = (indicator: string, to: number): boolean => {
		const now = reached[indicator];
		if (now === undefined || now >= to) return true;
		const key = `${indicator}@${to}`;
		if (open.has(key)) return false;
		open.add(key);
		if (!visit(indicator, to - 1)) return false;
		const action = indicators.get(indicator)?.actions[to - 1];
		if (!action) return false;
		const needs = [`${indicator}@${to - 1}`, ...action.after].filter((need) => !holds(present, need));
		for (const need of needs) {
			if (!visit(...parseStepKey(need))) return false;
		}
		open.delete(key);
		const step = { key, indicator, from: to - 1, to, action, needs };
		found.push(step);
		reached = levelsAfter(reached, [step]);
		return true;
	};

	return visit(code, level) ? found : null;
}

/** Tells whether a need holds without any step: the level is there already, or the indicator does not apply. */
function holds(present: Levels, need: string): boolean {
	const [indicator, level] = parseStepKey(need);
	return (present[indicator] ?? Infinity) >= level;
}

function parseStepKey(key: string): [indicator: string, level: number] {
	const at = key.lastIndexOf('@');
	return [key.slice(0, at), Number(key.slice(at + 1))];
}
