import { readFileSync, globSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a file by another, both below `src`. */
export interface Import {
	from: string;
	to: string;
}

/** Lists every import among the files of `src`, type imports included; tests and compiled texts import nothing here.
 *  @param root the repository */
export function readImports(root = '.'): Import[] {
	const files = globSync('src/**/*.{ts,svelte}', { cwd: root })
		.map((file) => file.replaceAll('\\', '/').slice('src/'.length))
		.filter((file) => !file.startsWith('lib/paraglide/') && !file.endsWith('.test.ts'));
	return files.flatMap((file) => importsOf(file, readFileSync(posix.join(root, 'src', file), 'utf8')));
}

/** Lists the imports of one file.
 *  @param file path below `src` */
export function importsOf(file: string, text: string): Import[] {
	const code = file.endsWith('.svelte') ? scriptsOf(text) : text;
	return ts
		.preProcessFile(code, true, true)
		.importedFiles.map(({ fileName }) => targetOf(file, fileName))
		.filter((target) => target !== null)
		.map((to) => ({ from: file, to }));
}

/** Finds circles of a graph: each group of nodes that reach each other (Tarjan 1972, strongly connected components). */
export function circlesOf(edges: Iterable<Import>): string[][] {
	const targets = new Map<string, Set<string>>();
	for (const { from, to } of edges) {
		if (from === to) continue;
		if (!targets.has(from)) targets.set(from, new Set());
		targets.get(from)!.add(to);
	}
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const stack: string[] = [];
	const circles: string[][] = [];
	const visit = (node: string) => {
		order.set(node, order.size);
		lowest.set(node, order.get(node)!);
		stack.push(node);
		for (const target of targets.get(node) ?? []) {
			if (!order.has(target)) visit(target);
			if (stack.includes(target)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(target)!));
		}
		if (lowest.get(node) !== order.get(node)) return;
		const circle = stack.splice(stack.indexOf(node));
		if (circle.length > 1) circles.push(circle.sort());
	};
	for (const node of targets.keys()) if (!order.has(node)) visit(node);
	return circles;
}

function scriptsOf(component: string): string {
	return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n');
}

function targetOf(file: string, specifier: string): string | null {
	if (specifier.startsWith('#lib/')) return `lib/${specifier.slice('#lib/'.length)}`;
	if (!specifier.startsWith('.') || specifier.endsWith('/$types')) return null;
	return posix.normalize(posix.join(posix.dirname(file), specifier));
}
