import type { ApiCall } from './call.ts';

/** A part of an address with the parts that may follow; a written part goes before a `{name}`. */
interface Place {
	parts: Map<string, Place>;
	any: Place | null;
	/** Calls by method in upper case; empty where no address ends. */
	calls: Map<string, { call: ApiCall; names: string[] }>;
}

export type Found = { call: ApiCall; params: Record<string, string> } | 'no_address' | 'no_method';

/** Makes a function that finds the call of an address in the table. */
export function callFinder(calls: readonly ApiCall[]): (below: string, method: string) => Found {
	const root = newPlace();
	for (const call of calls) plant(root, call);
	return (below, method) => find(root, below, method);
}

function newPlace(): Place {
	return { parts: new Map(), any: null, calls: new Map() };
}

function plant(root: Place, call: ApiCall): void {
	const names: string[] = [];
	let place = root;
	for (const part of partsOf(call.path)) {
		if (part.startsWith('{')) {
			names.push(part.slice(1, -1));
			place = place.any ??= newPlace();
		} else {
			const next = place.parts.get(part) ?? newPlace();
			place.parts.set(part, next);
			place = next;
		}
	}
	const planted = { call, names };
	place.calls.set(call.method.toUpperCase(), planted);
	if (call.method === 'get') place.calls.set('HEAD', planted);
}

/** @param below the part of the address below `/api/v1`, as it was sent */
function find(root: Place, below: string, method: string): Found {
	const values: string[] = [];
	let place = root;
	for (const part of partsOf(below)) {
		const written = place.parts.get(part);
		if (!written && part !== '') values.push(part);
		const next = written ?? (part === '' ? null : place.any);
		if (!next) return 'no_address';
		place = next;
	}
	if (place.calls.size === 0) return 'no_address';
	const found = place.calls.get(method);
	if (!found) return 'no_method';
	return { call: found.call, params: Object.fromEntries(found.names.map((name, at) => [name, values[at]!])) };
}

/** Parts of a path. It is taken apart before decoding, so that a slash inside a part stays in it. */
function partsOf(path: string): string[] {
	const parts = path.split('/').slice(1);
	return path.includes('%') ? parts.map(decodeURIComponent) : parts;
}
