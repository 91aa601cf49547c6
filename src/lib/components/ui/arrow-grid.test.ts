import { expect, test } from 'vitest';
import { neighbour } from './arrow-grid.ts';

test.each([
	['ArrowRight', false, 1, 3],
	['ArrowLeft', false, 1, 1],
	['ArrowDown', false, 2, 2],
	['ArrowUp', false, 0, 2],
	['Home', false, 1, 0],
	['End', false, 1, 3],
	['Home', true, 0, 0],
	['End', true, 2, 3]
] as const)('%s (Ctrl: %s) leads from the middle to row %i, place %i', (key, ctrlKey, row, place) => {
	expect(neighbour({ key, ctrlKey }, { row: 1, place: 2 }, { rows: 3, places: 4 })).toEqual({ row, place });
});

test('at the edge it stays, and other keys are not taken', () => {
	expect(neighbour({ key: 'ArrowUp', ctrlKey: false }, { row: 0, place: 0 }, { rows: 3, places: 4 })).toEqual({
		row: 0,
		place: 0
	});
	expect(neighbour({ key: 'ArrowRight', ctrlKey: false }, { row: 0, place: 3 }, { rows: 3, places: 4 })).toEqual({
		row: 0,
		place: 3
	});
	expect(neighbour({ key: 'a', ctrlKey: false }, { row: 0, place: 0 }, { rows: 3, places: 4 })).toBeNull();
});
