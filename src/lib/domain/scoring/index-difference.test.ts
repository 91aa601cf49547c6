import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { anyAssessment } from '../../../../tests/support/any-instrument.ts';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { shownDifference } from '#lib/domain/scoring/shown-index.ts';
import { prepare } from './prepare.ts';
import { score, scoreParent } from './score.ts';
import type { Answers } from './types.ts';
import { apportion } from './apportion.ts';
import { indexDifference } from './index-difference.ts';

const ikid = workedInstrument();
const codes = ikid.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const all = (level: number): Answers => Object.fromEntries(codes.map((code) => [code, level]));
const anyAnswers = fc
	.array(fc.constantFrom(1, 2, 3, 4, 5, 'na' as const, null), { minLength: codes.length, maxLength: codes.length })
	.map((values): Answers => Object.fromEntries(codes.map((code, at) => [code, values[at]!])));

test('one indicator higher, all else the same: the whole difference is its own', () => {
	const difference = indexDifference(ikid, all(3), { ...all(3), A1: 5 })!;
	const parts = difference.domains.flatMap(({ indicators }) => indicators);
	expect(parts.filter(({ exact }) => !exact.equals(0)).map(({ code }) => code)).toEqual(['A1']);
	expect(parts.find(({ code }) => code === 'A1')!.exact.equals(difference.exact)).toBe(true);
	expect(parts.find(({ code }) => code === 'A1')!.shown).toBe(difference.shown);
});

test('an indicator that counts on one side only, at the mean of the two, explains nothing', () => {
	const difference = indexDifference(ikid, all(3), { ...all(3), A2: 'na' })!;
	expect(difference.exact.equals(0)).toBe(true);
	expect(difference.domains.every(({ exact, shown }) => exact.equals(0) && shown === 0)).toBe(true);
});

test('without an index on one side there is no difference', () => {
	expect(indexDifference(ikid, {}, all(3))).toBeNull();
});

describe('for any two assessments', () => {
	test('parts add up to the difference exactly, and as they are shown', () => {
		fc.assert(
			fc.property(anyAnswers, anyAnswers, (from, now) => {
				const difference = indexDifference(ikid, from, now);
				if (difference === null) return;
				const exact = (parts: readonly { exact: Fraction }[]) =>
					parts.reduce((sum, part) => sum.add(part.exact), new Fraction(0));
				const shown = (parts: readonly { shown: number }[]) => parts.reduce((sum, part) => sum + part.shown, 0);
				const indexOf = (answers: Answers) => scoreParent(prepare(ikid).root, answers).value!;
				expect(difference.exact.equals(indexOf(now).sub(indexOf(from)))).toBe(true);
				expect(exact(difference.domains).equals(difference.exact)).toBe(true);
				for (const domain of difference.domains) {
					expect(exact(domain.indicators).equals(domain.exact)).toBe(true);
					expect(shown(domain.indicators)).toBe(domain.shown);
				}
				expect(shown(difference.domains)).toBe(difference.shown);
				expect(difference.shown).toBe(
					Math.round(shownDifference(score(ikid, now).index, score(ikid, from).index)! * 100)
				);
			}),
			{ numRuns: 200 }
		);
	});

	test('and so they do with any instrument, whatever its levels and weights', () => {
		fc.assert(
			fc.property(anyAssessment, ({ instrument, answers }) => {
				const flat = Object.fromEntries(Object.keys(answers).map((code) => [code, instrument.levels[1]!.level]));
				const difference = indexDifference(instrument, answers, flat);
				if (difference === null) return;
				const parts = difference.domains.flatMap(({ indicators }) => indicators);
				expect(parts.reduce((sum, { exact }) => sum.add(exact), new Fraction(0)).equals(difference.exact)).toBe(true);
				expect(parts.reduce((sum, { shown }) => sum + shown, 0)).toBe(difference.shown);
			})
		);
	});

	test('looking the other way turns every sign', () => {
		fc.assert(
			fc.property(anyAnswers, anyAnswers, (from, now) => {
				const [there, back] = [indexDifference(ikid, from, now), indexDifference(ikid, now, from)];
				const parts = (difference: typeof there) => difference?.domains.flatMap(({ indicators }) => indicators) ?? [];
				for (const [at, { exact }] of parts(there).entries())
					expect(parts(back)[at]!.exact.equals(exact.neg())).toBe(true);
			}),
			{ numRuns: 50 }
		);
	});
});

test('roundings take the largest remainders, and nothing stays nothing', () => {
	const values = [new Fraction('0.004'), new Fraction(0), new Fraction('0.007'), new Fraction('0.009')];
	expect(apportion(values, 2)).toEqual([0, 0, 1, 1]);
	expect(apportion(values, 3)).toEqual([1, 0, 1, 1]);
	expect(apportion([new Fraction('-0.004'), new Fraction('0.004')], 0)).toEqual([0, 0]);
	expect(apportion([new Fraction(0), new Fraction(0)], 1)).toEqual([1, 0]);
	expect(apportion([], 0)).toEqual([]);
});
