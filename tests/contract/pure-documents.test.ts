import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImports } from '../support/import-graph.ts';

const WRITERS = ['lib/server/documents/write/', 'lib/server/documents/workbook/write/'];
const BELOW = ['lib/domain/', 'lib/charts/', 'lib/words/', 'lib/paraglide/', ...WRITERS];
const written = readImports().filter(({ from }) => WRITERS.some((folder) => from.startsWith(folder)));

test('documents are written from plain data: no database, files or other rooms', () => {
	expect(written.length).toBeGreaterThan(100);
	const foreign = written.filter(({ to }) => !BELOW.some((folder) => to.startsWith(folder)));
	expect(foreign).toEqual([]);
});

test('and without clock, chance or anything of Node', () => {
	const impure = [...new Set(written.map(({ from }) => from))].filter((file) =>
		/Date\.now|new Date\(\)|Math\.random|\bBuffer\b|\bprocess\.|'node:/.test(readFileSync(`src/${file}`, 'utf8'))
	);
	expect(impure).toEqual([]);
});
