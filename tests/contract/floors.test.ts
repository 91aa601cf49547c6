import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { floorOf, FLOORS, roomOf, TOP_ROOMS, WINGS, wingOf } from '../support/floors.ts';
import { circlesOf, type Import, importsOf, readImports } from '../support/import-graph.ts';

const imports = readImports();
const SERVER = 'lib/server/';
const inServer = imports
	.filter(({ from, to }) => from.startsWith(SERVER) && to.startsWith(SERVER))
	.map(({ from, to }) => ({ from: from.slice(SERVER.length), to: to.slice(SERVER.length) }));

function upward(edges: readonly Import[], rank: (file: string) => number | undefined): string[] {
	return edges
		.filter(({ from, to }) => {
			const [own, other] = [rank(from), rank(to)];
			return own !== undefined && other !== undefined && other > own;
		})
		.map(({ from, to }) => `${from} → ${to}`);
}

const wingRank = (file: string) => WINGS.indexOf(wingOf(roomOf(file)));

describe('the house', () => {
	test('imports go down the floors only', () => {
		expect(imports.length).toBeGreaterThan(2000);
		expect(upward(imports, floorOf)).toEqual([]);
	});

	test('what stands on one floor knows nothing of the other part', () => {
		const across = imports.filter(({ from, to }) => {
			const floor = FLOORS[floorOf(from) ?? -1];
			const part = (file: string) => floor?.find((folder) => file.startsWith(`${folder}/`));
			return part(to) !== undefined && part(to) !== part(from);
		});
		expect(across).toEqual([]);
	});

	test('imports inside lib/server go down the wings only', () => {
		expect(inServer.length).toBeGreaterThan(1000);
		expect(upward(inServer, wingRank)).toEqual([]);
	});

	test('no circle of files', () => expect(circlesOf(imports)).toEqual([]));

	test('no circle of rooms', () => {
		expect(circlesOf(inServer.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) })))).toEqual([]);
	});

	test('no circle of folders of domain and charts', () => {
		const folder = (file: string) => file.split('/').slice(0, 3).join('/');
		const below = imports.filter(({ from, to }) =>
			[from, to].every((file) => /^lib\/(domain|charts|words)\//.test(file))
		);
		expect(circlesOf(below.map(({ from, to }) => ({ from: folder(from), to: folder(to) })))).toEqual([]);
	});

	test('every folder of lib/server is a wing or a room of the plan', () => {
		const names = globSync('src/lib/server/**/*.*').map(
			(file) => roomOf(file.replaceAll('\\', '/').slice('src/lib/server/'.length)).split('/')[0]!
		);
		expect(names.filter((name) => !(WINGS as readonly string[]).includes(name) && !TOP_ROOMS.includes(name))).toEqual(
			[]
		);
	});

	test('every room has one sentence in the architecture, every sentence a room', () => {
		const text = readFileSync('docs/architecture.md', 'utf8');
		const told = [...text.matchAll(/^\| `([a-z-]+(?:\/[a-z-]+)?)` +\|/gm)].map(([, room]) => room!);
		const rooms = globSync('src/lib/server/**/*.ts', { exclude: ['**/*.test.ts'] }).map((file) =>
			roomOf(file.replaceAll('\\', '/').slice('src/lib/server/'.length))
		);
		expect(told.toSorted()).toEqual([...new Set(rooms)].sort());
	});

	test('no file of code is over 400 lines', () => {
		const long = globSync('src/**/*.{ts,svelte,css}')
			.filter((file) => !/paraglide|\.test\.ts$|schema|justifications/.test(file))
			.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401);
		expect(long).toEqual([]);
	});
});

describe('the checks themselves', () => {
	const edge = (from: string, to: string) => ({ from, to });

	test('an import up the floors or wings is named', () => {
		expect(upward([edge('lib/domain/a.ts', 'lib/server/b.ts')], floorOf)).toHaveLength(1);
		expect(upward([edge('people/auth/a.ts', 'rounds/round/b.ts')], wingRank)).toHaveLength(1);
		expect(upward([edge('rounds/round/b.ts', 'people/auth/a.ts')], wingRank)).toEqual([]);
	});

	test('a circle is found, also a long one', () => {
		const long = [edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('c', 'd')];
		expect(circlesOf(long)).toEqual([['a', 'b', 'c']]);
		expect(circlesOf(long.slice(1))).toEqual([]);
	});

	test('type imports, dynamic imports and those of components count', () => {
		const text = `import type { A } from '../x.ts';\nexport { b } from '#lib/y.ts';\nconst c = import('./z.ts');`;
		expect(importsOf('lib/domain/a/b.ts', text).map(({ to }) => to)).toEqual([
			'lib/domain/x.ts',
			'lib/y.ts',
			'lib/domain/a/z.ts'
		]);
		expect(importsOf('routes/+page.svelte', `<script lang="ts">import A from './A.svelte';</script>`)).toEqual([
			edge('routes/+page.svelte', 'routes/A.svelte')
		]);
	});

	test('every import leads to a file', () => {
		expect(imports.filter(({ to }) => !to.startsWith('lib/paraglide/') && !existsSync(`src/${to}`))).toEqual([]);
	});
});
