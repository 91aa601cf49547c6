import { describe, expect, test } from 'vitest';
import { breaksOf, legendKey, levelGap, MEASURE_KINDS, passes, stepOf } from './map-measure.ts';

test.each(MEASURE_KINDS)('%s has four rising borders for 1, 5, 38 and 514 regions', (kind) => {
	for (const ranked of [1, 5, 38, 514]) {
		const breaks = breaksOf(kind, ranked);
		expect(breaks).toHaveLength(4);
		expect([...new Set(breaks)].sort((a, b) => a - b)).toEqual(breaks);
	}
});

test('a band of ranks is wide or narrow for the number of regions', () => {
	expect(breaksOf('rank', 38)).toEqual([2, 5, 10, 15]);
	expect(breaksOf('rank', 5)).toEqual([1, 2, 3, 4]);
});

test.each([
	['change', -0.6, 0],
	['change', -0.1, 2],
	['change', 0.0999, 2],
	['change', 0.1, 3],
	['completeness', 0.999, 3],
	['completeness', 1, 4],
	['waiting', 0, 0],
	['waiting', 28, 4],
	['indicator', 3, 2]
] as const)('%s %d is in step %d', (kind, value, step) => {
	expect(stepOf(breaksOf(kind, 38), value)).toBe(step);
});

describe('the legend’s entry of a region', () => {
	const region = { state: 'assessed' as const, value: 0.3, readinessClass: 'ready' };
	test.each([
		['its class', region, 'class', 'ready'],
		['its step', region, 'change', '3'],
		['no class yet', { ...region, readinessClass: null }, 'class', 'none'],
		['no value', { ...region, value: null }, 'gap', 'none'],
		['provisional in place of its class', { ...region, state: 'provisional' as const }, 'class', 'provisional'],
		['provisional without a value', { ...region, state: 'provisional' as const, value: null }, 'index', 'none'],
		['progress, which counts all the same', { ...region, state: 'provisional' as const }, 'completeness', '1'],
		['hidden, whatever it has', { ...region, state: 'hidden' as const }, 'class', 'hidden']
	] as const)('%s', (_name, row, kind, key) => {
		expect(legendKey(row, kind, breaksOf(kind, 38))).toBe(key);
	});

	test('the filter lets through what belongs to one of its entries, and all where it names none', () => {
		expect(passes('ready', [])).toBe(true);
		expect(passes('provisional', ['ready', 'provisional'])).toBe(true);
		expect(passes('ready', ['lagging', 'none'])).toBe(false);
	});
});

test('the gap is the mean over indicators with a level on both tracks', () => {
	expect(levelGap({ A1: 4, A2: 3, A3: 'na', A4: 5 }, { A1: 2, A2: 3, A3: 1, B1: 1 })).toBe(1);
	expect(levelGap({ A1: 'na' }, { A1: 3 })).toBeNull();
	expect(levelGap({}, {})).toBeNull();
});
