import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const components = join(root, 'src/lib/components');
const read = (path: string) => readFileSync(path, 'utf8');
const svelte = globSync('src/{lib/components,routes}/**/*.svelte', { cwd: root }).map((path) => join(root, path));

/** Rooms for what several features need, from bottom to top; each may use those before it. */
const SHARED = ['ui', 'charts', 'classes', 'steps', 'answer', 'evidence', 'clarifications'];

/** Room of the components that a file lies in. */
const roomOf = (path: string) => relative(components, path).split('/')[0]!;

/** A component without its styles. */
const markupOf = (path: string) => read(path).replace(/<style[\s\S]*<\/style>/, '');

/** Files of the components that one of them imports, types included. */
function importsOf(path: string): string[] {
	return [...read(path).matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)]
		.map(([, name = '']) =>
			name.startsWith('#lib/') ? join(root, 'src/lib', name.slice(5)) : join(dirname(path), name)
		)
		.filter((target) => target.startsWith(`${components}/`));
}

/** Whether a room may use another: its own, and shared ones; a shared room only those below it. */
function mayUse(room: string, other: string): boolean {
	const [place, below] = [SHARED.indexOf(room), SHARED.indexOf(other)];
	return room === other || (below >= 0 && (place < 0 || below < place));
}

test('a feature uses its own room and shared ones, never another feature', () => {
	const files = globSync('**/*.{svelte,ts}', { cwd: components }).map((path) => join(components, path));
	expect(files.length).toBeGreaterThan(100);
	const wrong = files.flatMap((path) =>
		importsOf(path)
			.filter((target) => !mayUse(roomOf(path), roomOf(target)))
			.map((target) => `${relative(components, path)} → ${relative(components, target)}`)
	);
	expect(wrong).toEqual([]);
});

test('no component lies outside of a room', () => {
	expect(globSync('*.*', { cwd: components })).toEqual([]);
});

test('what unfolds, lies in front, tells or shows progress is made in ui, once', () => {
	const ui = join(components, 'ui');
	const found = (path: string) =>
		/<(details|dialog|progress)\b/.exec(markupOf(path))?.[0] ??
		['notice', 'check'].find((name) => uses(markupOf(path), name));
	const own = svelte.filter((path) => dirname(path) === ui && found(path)).map((path) => basename(path));
	expect(own.sort()).toEqual([
		'Check.svelte',
		'Dialog.svelte',
		'Disclosure.svelte',
		'FoldedMenu.svelte',
		'Notice.svelte',
		'Progress.svelte'
	]);
	const others = svelte.filter((path) => dirname(path) !== ui && found(path));
	expect(others.map((path) => `${relative(root, path)}: ${found(path)}`)).toEqual([]);
});

test('fewer than a third of all components and pages have a style of their own', () => {
	const own = svelte.filter((path) => /^<style/m.test(read(path)));
	expect(own.length * 3).toBeLessThan(svelte.length);
});

test('a class that everybody may use is used in three places or more', () => {
	const markup = new Map(svelte.map((path) => [path, markupOf(path)]));
	const sheets = globSync('src/lib/styles/{base,controls,layout}.css', { cwd: root });
	const names = new Set(
		sheets.flatMap((path) =>
			[...read(join(root, path)).matchAll(/\.([a-z][\w-]*)(?=[\s,.:>){])/g)].map(([, name]) => name!)
		)
	);
	expect(names.size).toBeGreaterThan(20);
	const rare = [...names]
		.map((name) => ({ name, used: [...markup].filter(([, text]) => uses(text, name)).map(([path]) => basename(path)) }))
		.filter(({ used }) => used.length < 3);
	expect(rare).toEqual([]);
});

/** Whether a class stands in an attribute, as `class="…"`, `class:name` or in the list of an expression. */
function uses(markup: string, name: string): boolean {
	const word = new RegExp(`(^|[\\s"'{,])${name}(?=$|[\\s"'},:])`);
	const attributes = markup.matchAll(/\bclass=("[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g);
	return markup.includes(`class:${name}`) || [...attributes].some(([, value]) => word.test(value!));
}
