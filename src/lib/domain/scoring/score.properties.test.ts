import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { anyAssessment, indicatorsOf, mapIndicators } from '../../../../tests/support/any-instrument.ts';
import type { Instrument } from '../instrument/types.ts';
import { contributions } from './contributions.ts';
import { explain } from './explain.ts';
import { prepare } from './prepare.ts';
import { score, scoreParent } from './score.ts';

const factor = fc.constantFrom(0.5, 2, 3, 7, 10);

/** The instrument with the weights of the children of one parent (picked by number) scaled. */
function scaleOneParent(instrument: Instrument, pick: number, by: number): Instrument {
	const scaled = <Part extends { weight: number }>(part: Part): Part => ({ ...part, weight: part.weight * by });
	const parents = [
		'',
		...instrument.domains.flatMap(({ code, aspects }) => [code, ...(aspects ?? []).map((a) => a.code)])
	];
	const parent = parents[pick % parents.length];
	return {
		...instrument,
		domains: instrument.domains.map((domain) => {
			const aspects = domain.aspects?.map((aspect) => {
				const changed = aspect.code === parent ? { ...aspect, indicators: aspect.indicators.map(scaled) } : aspect;
				return domain.code === parent ? scaled(changed) : changed;
			});
			const own = domain.code === parent ? domain.indicators.map(scaled) : domain.indicators;
			const changed = {
				...domain,
				aspects: aspects ?? null,
				indicators: aspects ? aspects.flatMap(({ indicators }) => indicators) : own
			};
			return parent === '' ? scaled(changed) : changed;
		})
	};
}

test('scaling all weights of one parent changes nothing', () => {
	fc.assert(
		fc.property(anyAssessment, fc.nat(), factor, ({ instrument, answers }, pick, by) => {
			expect(score(scaleOneParent(instrument, pick, by), answers)).toEqual(score(instrument, answers));
		})
	);
});

test('raising one level never lowers any index', () => {
	fc.assert(
		fc.property(anyAssessment, fc.nat(), ({ instrument, answers }, pick) => {
			const highest = instrument.levels.at(-1)!.level;
			const raisable = Object.keys(answers).filter(
				(code) => typeof answers[code] === 'number' && answers[code] < highest
			);
			fc.pre(raisable.length > 0);
			const code = raisable[pick % raisable.length]!;
			const before = score(instrument, answers);
			const after = score(instrument, { ...answers, [code]: (answers[code] as number) + 1 });
			expect(after.index).toBeGreaterThan(before.index!);
			for (const [domain, index] of Object.entries(before.domains)) {
				if (index !== null) expect(after.domains[domain]).toBeGreaterThanOrEqual(index);
			}
		})
	);
});

test('the order of domains, aspects, indicators and answers never matters', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const turned: Instrument = {
				...instrument,
				domains: instrument.domains.toReversed().map((domain) => ({
					...domain,
					aspects:
						domain.aspects?.toReversed().map((aspect) => ({ ...aspect, indicators: aspect.indicators.toReversed() })) ??
						null,
					indicators: domain.indicators.toReversed()
				}))
			};
			const turnedAnswers = Object.fromEntries(Object.entries(answers).toReversed());
			expect(score(turned, turnedAnswers)).toEqual(score(instrument, answers));
		})
	);
});

test('an indicator that does not apply behaves as if it were not in the instrument', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const without = mapIndicators(instrument, (indicator) => (answers[indicator.code] === 'na' ? null : indicator));
			const { domains, ...rest } = score(instrument, answers);
			const { domains: left, ...restWithout } = score(without, answers);
			expect(rest).toEqual(restWithout);
			// A domain of which nothing applies is gone there and null here.
			for (const [code, index] of Object.entries(domains)) expect(index).toBe(left[code] ?? null);
		})
	);
});

test('every index is within the range of the levels', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const { index, domains } = score(instrument, answers);
			for (const value of [index, ...Object.values(domains)]) {
				if (value === null) continue;
				expect(value).toBeGreaterThanOrEqual(instrument.levels[0]!.level);
				expect(value).toBeLessThanOrEqual(instrument.levels.at(-1)!.level);
			}
		})
	);
});

test('completeness is 1 exactly when nothing applicable is unanswered', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const { completeness } = score(instrument, answers);
			const unanswered = indicatorsOf(instrument).some(({ code }) => answers[code] === null);
			expect(completeness === 1).toBe(!unanswered);
			expect(completeness).toBeGreaterThanOrEqual(0);
			expect(completeness).toBeLessThanOrEqual(1);
		})
	);
});

test('the exact contributions of the children add up to their parent, those of all indicators to the index', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const root = scoreParent(prepare(instrument).root, answers);
			const parents = contributions(root, answers);
			for (const { value, children } of parents) {
				const sum = children.reduce((total, child) => total.add(child.contribution ?? 0), new Fraction(0));
				expect(sum.equals(value ?? 0)).toBe(true);
			}
			const leaves = parents.flatMap(({ children }) => children).filter(({ node }) => node.kind === 'indicator');
			const total = leaves.reduce((sum, leaf) => sum.add(leaf.effective ?? 0), new Fraction(0));
			expect(total.equals(root.value ?? 0)).toBe(true);
		})
	);
});

test('what a next level is said to add is what the score then shows', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			for (const step of explain(instrument, answers).nextLevels) {
				const after = score(instrument, { ...answers, [step.indicator]: step.to });
				expect(step.index).toBe(after.index);
				expect(step.readinessClass).toBe(after.readinessClass);
				expect(step.to).toBe(step.from + 1);
				expect(step.gain).toBeCloseTo(after.index! - score(instrument, answers).index!, 12);
			}
		}),
		{ numRuns: 40 }
	);
});
