import { describe, expect, test } from 'vitest';
import { workedAnswers, workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { explain } from './explain.ts';
import { score } from './score.ts';

const instrument = workedInstrument();

describe('worked example 1 explained', () => {
	const answers = workedAnswers(instrument, 1);
	const { score: result, parents, classes, nextLevels } = explain(instrument, answers);

	test('the score is the score', () => expect(result).toEqual(score(instrument, answers)));

	test('the whole comes first, then every domain', () => {
		expect(parents.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
			'instrument ikid',
			...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((code) => `domain ${code}`)
		]);
		expect(parents[0]!.children[0]).toEqual({
			kind: 'domain',
			code: 'A',
			value: 3,
			weight: 15,
			share: 0.15,
			contribution: 0.45,
			effectiveContribution: 0.45
		});
	});

	test('shares are those of the weight that has a value: G1 weighs 25 of 85, G2 does not apply', () => {
		const [g1, g2] = parents.find(({ code }) => code === 'G')!.children;
		expect(g1).toMatchObject({
			code: 'G1',
			value: 3,
			share: 25 / 85,
			contribution: 75 / 85,
			effectiveContribution: 7.5 / 85
		});
		expect(g2).toEqual({
			kind: 'indicator',
			code: 'G2',
			value: null,
			weight: 15,
			share: null,
			contribution: null,
			effectiveContribution: null
		});
	});

	test('every class says what it takes', () => {
		expect(classes.map(({ code, reached }) => [code, reached])).toEqual([
			['ready', false],
			['nearly_ready', false],
			['needs_support', true],
			['lagging', true]
		]);
		// 3.5 − 17361/6800 = 6439/6800, 2.6 − 17361/6800 = 319/6800
		expect(classes[0]).toMatchObject({
			indexShort: 6439 / 6800,
			gates: [
				{ indicator: 'B3', level: 2, required: 3 },
				{ indicator: 'E2', level: 2, required: 3 }
			]
		});
		expect(classes[1]).toMatchObject({ indexShort: 319 / 6800, gates: [] });
		expect(classes[2]).toMatchObject({ indexShort: 0, gates: [] });
	});

	test('a next level adds its effective share: A1 0.15 × 0.25, E2 0.10 × 0.30, and E2 leads to Hampir Siap only with more', () => {
		const step = (code: string) => nextLevels.find(({ indicator }) => indicator === code);
		expect(step('A1')).toMatchObject({ from: 4, to: 5, gain: 0.0375, readinessClass: 'needs_support' });
		expect(step('B3')).toMatchObject({ from: 2, to: 3, gain: 0.04 });
		expect(step('D3')).toMatchObject({ from: 2, to: 3, gain: 0.05, readinessClass: 'nearly_ready' }); // 0.05 > 319/6800
		expect(step('G2')).toBeUndefined();
	});
});

test('an unanswered gate blocks a class with no level, and an indicator at the top has no next level', () => {
	const { classes, nextLevels } = explain(instrument, { ...workedAnswers(instrument, 2), A1: 5 });
	expect(classes[1]).toEqual({
		code: 'nearly_ready',
		reached: false,
		indexShort: 0,
		gates: [{ indicator: 'E2', level: null, required: 2 }]
	});
	expect(nextLevels.map(({ indicator }) => indicator)).not.toContain('A1');
	expect(nextLevels.map(({ indicator }) => indicator)).not.toContain('E1');
});

test('without any answer nothing contributes and no class can say how far it is', () => {
	const { parents, classes, nextLevels } = explain(instrument, {});
	expect(parents[0]!.children.every(({ share }) => share === null)).toBe(true);
	expect(classes.every(({ indexShort, reached }) => indexShort === null && !reached)).toBe(true);
	expect(nextLevels).toEqual([]);
});
