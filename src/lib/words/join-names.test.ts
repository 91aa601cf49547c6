import { expect, test } from 'vitest';
import { joinNames } from './join-names.ts';

test.each([
	[[], '', ''],
	[['A'], 'A', 'A'],
	[['A', 'B'], 'A dan B', 'A and B'],
	[['A', 'B', 'C'], 'A, B, dan C', 'A, B and C'],
	[['A, x', 'B'], 'A, x; dan B', 'A, x; and B'],
	[['A dan x', 'B', 'C'], 'A dan x; B; dan C', 'A dan x; B; and C']
])('%j', (names, id, en) => {
	expect([joinNames(names, 'id'), joinNames(names, 'en')]).toEqual([id, en]);
});
