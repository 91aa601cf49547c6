import { describe, expect, test } from 'vitest';
import type { Indicator, Instrument } from '../instrument/types.ts';
import { byEffect, findDifferences, type Standpoints } from './disputes.ts';

const text = { id: '', en: '' };
const indicator = (code: string, gate = false): Indicator => ({
	code,
	name: text,
	question: null,
	weight: 1,
	gate,
	mayNotApply: true,
	reference: '',
	levels: {},
	actions: {}
});
/** Four indicators of equal weight, the first a gate; ready from 3 with the gate at 3, `good` from 3. */
const instrument: Instrument = {
	code: 'uji',
	version: '1',
	unit: 'region',
	name: text,
	description: null,
	levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: text, meaning: text })),
	predicates: [
		{ code: 'good', name: text, from: 3 },
		{ code: 'poor', name: text, from: 1 }
	],
	classes: [
		{ code: 'ready', name: text, meaning: text, minIndex: 3, minGate: 3 },
		{ code: 'behind', name: text, meaning: text, minIndex: 1, minGate: null }
	],
	parties: {},
	domains: [
		{
			code: 'A',
			name: text,
			description: null,
			weight: 1,
			aspects: null,
			indicators: [indicator('A1', true), indicator('A2'), indicator('A3'), indicator('A4')]
		}
	]
};
const same = (level: number): Standpoints => ({ self: level, assessor: level, second: null });
/** All at the level, but for what is given. */
const said = (level: number, others: Record<string, Partial<Standpoints>>) =>
	Object.fromEntries(['A1', 'A2', 'A3', 'A4'].map((code) => [code, { ...same(level), ...others[code] }]));

describe('what goes to the plenary', () => {
	test.each([
		['one level on an ordinary indicator is small', 4, { A2: { self: 5 } }, []],
		['two levels', 4, { A2: { assessor: 3, self: 5 } }, ['levels']],
		['one level on a gate', 4, { A1: { self: 5 } }, ['gate']],
		['whether it applies', 4, { A2: { self: 'na' } }, ['applicability']],
		['another score by a second assessor', 4, { A2: { second: 5 } }, ['second']],
		// 3 3 3 2 makes 2.75: with the region's own 3 the index reaches 3, so class and predicate change.
		['one level that lifts class and predicate', 3, { A4: { assessor: 2 } }, ['class', 'predicate']]
	] as [string, number, Record<string, Partial<Standpoints>>, string[]][])('%s', (_name, level, others, causes) => {
		const differences = findDifferences(instrument, said(level, others));
		expect(differences.map((difference) => difference.causes)).toEqual([causes]);
	});

	test('agreement, an indicator not assessed and one that nobody else scored are no difference', () => {
		expect(findDifferences(instrument, said(3, {}))).toEqual([]);
		expect(findDifferences(instrument, said(3, { A2: { assessor: null } }))).toEqual([]);
		expect(findDifferences(instrument, said(3, { A2: { self: null } }))).toEqual([]);
	});

	test('what somebody raised is listed all the same, without cause or effect', () => {
		const none = { index: 0, readinessClass: null, predicate: null };
		const raised = findDifferences(instrument, said(3, {}), new Set(['A2']));
		expect(raised).toMatchObject([{ indicator: 'A2', causes: [], effect: none }]);
	});
});

test('the effect is what one indicator changes alone: one level of four equal indicators is a quarter of a point', () => {
	const [difference] = findDifferences(instrument, said(4, { A2: { self: 5 } }));
	expect(difference!.effect).toEqual({ index: 0.25, readinessClass: null, predicate: null });
});

test('of two other views the one that changes most counts', () => {
	const [difference] = findDifferences(instrument, said(3, { A4: { self: 4, second: 2 } }));
	expect(difference!.effect).toEqual({
		index: -0.25,
		readinessClass: { from: 'ready', to: 'behind' },
		predicate: { from: 'good', to: 'poor' }
	});
});

test('what changes the class comes first, then the predicate, then the larger effect on the index', () => {
	const change = { from: 'a', to: 'b' };
	const effects = [
		{ index: 0.1, readinessClass: null, predicate: null },
		{ index: -0.5, readinessClass: null, predicate: null },
		{ index: 0.01, readinessClass: change, predicate: null },
		{ index: 0.02, readinessClass: null, predicate: change }
	];
	expect(effects.sort(byEffect).map(({ index }) => index)).toEqual([0.01, 0.02, -0.5, 0.1]);
});
