import { expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import { chooseView, possibleViews } from './map-view.ts';

const installed = new Set(EAST_JAVA.map(({ code }) => code));
const without = EAST_JAVA.map((region) => ({ ...region, tile: null }));

test.each([
	['tiles and boundaries', EAST_JAVA, installed, ['tiles', 'boundaries', 'list']],
	['tiles alone', EAST_JAVA, new Set<string>(), ['tiles', 'list']],
	['boundaries without tiles', without, installed, ['boundaries', 'list']],
	['neither', without, new Set<string>(), ['list']],
	['boundaries of a few only', without, new Set(['35.01']), ['list']],
	[
		'one stray among many',
		[...EAST_JAVA, { ...EAST_JAVA[1]!, code: '35.80', tile: null }],
		installed,
		['tiles', 'boundaries', 'list']
	]
])('%s', (_name, regions, outlines, views) => {
	expect(possibleViews(regions, outlines)).toEqual(views);
});

test('what cannot be shown gives way to the first view that can', () => {
	expect(chooseView('tiles', ['boundaries', 'list'])).toBe('boundaries');
	expect(chooseView('list', ['tiles', 'list'])).toBe('list');
	expect(chooseView(null, ['list'])).toBe('list');
});
