import type { Dependency } from './parse-domain.ts';
import { levelRange } from './parse-header.ts';
import type { Instrument } from './types.ts';
import { report } from './yaml-values.ts';

/** A step that comes first, as written: `A2@2`. */
interface Edge {
	dependency: Dependency;
	from: string;
	to: string;
}

/** Reports every action that depends on an indicator or level that does not exist, or on itself through a chain.
 *  Reaching a level also takes all lower steps of the same indicator; a chain may lead through those. */
export function checkDependencies(dependencies: readonly Dependency[], { levels, domains }: Instrument): void {
	const indicators = new Set(domains.flatMap((domain) => domain.indicators.map(({ code }) => code)));
	const edges: Edge[] = [];
	for (const dependency of dependencies) {
		const { at, value } = dependency;
		const [, code, level] = /^([^@\s]+)@(\d+)$/.exec(value) ?? [];
		const codeKnown = code !== undefined && indicators.has(code);
		const levelKnown = levels.some((known) => known.level === Number(level));
		if (code === undefined || level === undefined) report(at, 'dependency_form', { value });
		else if (!codeKnown) report(at, 'dependency_indicator_unknown', { value, code });
		else if (!levelKnown) report(at, 'dependency_level_unknown', { value, ...levelRange(levels) });
		else
			edges.push({ dependency, from: node(dependency.indicator, dependency.reaches), to: node(code, Number(level)) });
	}
	reportCycles(edges, levels[0]?.level ?? 1);
}

function reportCycles(edges: readonly Edge[], lowest: number): void {
	const neighbours = new Map<string, string[]>();
	for (const { from, to } of edges) neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
	const before = (step: string): string[] => {
		const [code, level] = split(step);
		const written = neighbours.get(step) ?? [];
		return level > lowest + 1 ? [...written, node(code, level - 1)] : written;
	};
	const told = new Set<string>();
	for (const { dependency, from, to } of edges) {
		const back = shortestPath(to, from, before);
		if (!back) continue;
		// The same circle is met once from each of its steps; it is reported at the first.
		const circle = [...back].sort().join(' ');
		if (told.has(circle)) continue;
		told.add(circle);
		report(dependency.at, 'dependency_cycle', { chain: [from, ...back].join(' ← ') });
	}
}

/** Steps from one to another over those that must come before, both included; undefined when there is no way. */
function shortestPath(start: string, end: string, before: (step: string) => string[]): string[] | undefined {
	const cameFrom = new Map<string, string | null>([[start, null]]);
	const queue = [start];
	for (const step of queue) {
		if (step === end) {
			const path: string[] = [];
			for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
			return path;
		}
		for (const next of before(step)) {
			if (cameFrom.has(next)) continue;
			cameFrom.set(next, step);
			queue.push(next);
		}
	}
	return undefined;
}

function node(code: string, level: number): string {
	return `${code}@${level}`;
}

function split(step: string): [code: string, level: number] {
	const at = step.lastIndexOf('@');
	return [step.slice(0, at), Number(step.slice(at + 1))];
}
