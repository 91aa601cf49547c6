import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { workedAnswers, workedInstrument } from '../../../../tests/support/worked-examples.ts';
import type { Instrument } from '../instrument/types.ts';
import { prepare } from './prepare.ts';
import { score, scoreParent } from './score.ts';
import type { Answers } from './types.ts';

const instrument = workedInstrument();

function exactIndex(answers: Answers, of: Instrument = instrument): string | undefined {
	return scoreParent(prepare(of).root, answers).value?.toFraction();
}

/** Every indicator at the level, but those named. */
function allAt(level: number, but: Answers = {}): Answers {
	const codes = instrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));
	return { ...Object.fromEntries(codes.map((code) => [code, level])), ...but };
}

describe('the worked examples', () => {
	test('example 1: complete, one indicator not applicable', () => {
		const answers = workedAnswers(instrument, 1);
		expect(exactIndex(answers)).toBe('17361/6800');
		expect(score(instrument, answers)).toEqual({
			index: 17361 / 6800,
			completeness: 1,
			predicate: 'cukup',
			readinessClass: 'needs_support',
			domains: { A: 3, B: 2.55, C: 2.25, D: 2.55, E: 2.35, F: 2.4, G: 46 / 17 },
			gates: { A1: 4, B2: 3, B3: 2, D2: 3, E2: 2 }
		});
	});

	test('example 2: unanswered indicators, an unanswered gate keeps it out of Hampir Siap', () => {
		const answers = workedAnswers(instrument, 2);
		expect(exactIndex(answers)).toBe('8111/3060');
		expect(score(instrument, answers)).toEqual({
			index: 8111 / 3060,
			completeness: 0.825,
			predicate: 'baik',
			readinessClass: 'needs_support',
			domains: { A: 3, B: 2.55, C: 2.7, D: 2.55, E: null, F: 2.4, G: 46 / 17 },
			gates: { A1: 4, B2: 3, B3: 2, D2: 3, E2: null }
		});
	});
});

describe('thresholds', () => {
	// D weighs 20 of 100 and E 10: 3 + 0.2 × 2 + 0.1 × 1.
	const exactly = allAt(3, { D1: 5, D2: 5, D3: 5, D4: 5, D5: 5, D6: 5, E1: 4, E2: 4, E3: 4, E4: 4, E5: 4 });

	test('an index of exactly 3.5 is at the threshold', () => {
		expect(exactIndex(exactly)).toBe('7/2');
		expect(score(instrument, exactly)).toMatchObject({ index: 3.5, predicate: 'sangat_baik', readinessClass: 'ready' });
	});

	test('the smallest step below 3.5 is below it', () => {
		expect(score(instrument, { ...exactly, E4: 3 })).toMatchObject({
			index: 3.485,
			predicate: 'baik',
			readinessClass: 'nearly_ready'
		});
	});

	test('thresholds that no double can hold are met exactly', () => {
		// 4 + 0.2 × 1; the double 4.2 lies beside 21/5.
		const shifted = allAt(4, { D1: 5, D2: 5, D3: 5, D4: 5, D5: 5, D6: 5 });
		expect(exactIndex(shifted)).toBe('21/5');
		expect(score(instrument, shifted).predicate).toBe('memuaskan');
	});

	test.each([
		[2, 'nearly_ready'],
		[1, 'needs_support'],
		[null, 'needs_support'],
		['na', 'ready'],
		[3, 'ready']
	] as const)('with a high index and one gate at %s the class is %s', (gate, expected) => {
		expect(score(instrument, allAt(5, { E2: gate })).readinessClass).toBe(expected);
	});
});

describe('completeness', () => {
	// Domains A, B and C weigh 50 of 100 together; C6 is 10 of C's 15.
	const half = allAt(
		3,
		Object.fromEntries(['D', 'E', 'F', 'G'].flatMap((d) => [1, 2, 3, 4, 5, 6].map((n) => [d + n, null])))
	);

	test('at exactly half there is a class and a predicate', () => {
		expect(score(instrument, half)).toMatchObject({
			completeness: 0.5,
			predicate: 'baik',
			readinessClass: 'needs_support' // gates D2 and E2 are unanswered
		});
	});

	test('under half there is an index but neither class nor predicate', () => {
		expect(score(instrument, { ...half, C6: null })).toMatchObject({
			index: 3,
			completeness: 0.485,
			predicate: null,
			readinessClass: null
		});
	});

	test('without any answer there is no index, and a complete one without anything that applies has none either', () => {
		expect(score(instrument, {})).toMatchObject({
			index: null,
			completeness: 0,
			readinessClass: null
		});
		const nothing = Object.fromEntries(Object.keys(allAt(1)).map((code) => [code, 'na' as const]));
		expect(score(instrument, nothing)).toEqual({
			index: null,
			completeness: 1,
			predicate: null,
			readinessClass: null,
			domains: { A: null, B: null, C: null, D: null, E: null, F: null, G: null },
			gates: {}
		});
	});
});

test('answers the instrument does not know are ignored', () => {
	expect(score(instrument, { ...allAt(2), Z9: 5 }).index).toBe(2);
});

test('weights that could not be added exactly are refused instead of rounded', () => {
	const [domain] = instrument.domains;
	const indicator = { ...domain!.indicators[0]!, weight: 1e6 };
	const indicators = Array.from({ length: 2000 }, (_, at) => ({
		...indicator,
		code: `X${at}`,
		weight: 1e6 - 1e-6 * (at % 2)
	}));
	expect(() => score({ ...instrument, domains: [{ ...domain!, indicators }] }, {})).toThrow(RangeError);
});

test('a level of zero counts as a value', () => {
	const levels = [0, 1, 2].map((level) => ({ ...instrument.levels[0]!, level }));
	expect(score({ ...instrument, levels }, allAt(0))).toMatchObject({ index: 0, readinessClass: 'lagging' });
	expect(exactIndex(allAt(0))).toBe(new Fraction(0).toFraction());
});
