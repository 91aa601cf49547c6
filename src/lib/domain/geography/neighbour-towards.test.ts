import { expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import { neighbourTowards } from './neighbour-towards.ts';

const tiles = EAST_JAVA.flatMap(({ code, tile }) => (tile ? [{ code, x: tile.col, y: tile.row }] : []));
const at = (code: string) => tiles.find((tile) => tile.code === code)!;

test.each([
	['35.22', 'right', '35.17'], // Bojonegoro to Jombang, in the row
	['35.22', 'up', '35.23'], // to Tuban above
	['35.24', 'down', '35.17'], // Lamongan to Jombang below
	['35.25', 'right', '35.26'], // Gresik over the strait to Bangkalan
	['35.01', 'left', null] // Pacitan is the western edge
] as const)('from %s an arrow %s leads to %s', (from, direction, to) => {
	expect(neighbourTowards(tiles, at(from), direction)).toBe(to);
});
