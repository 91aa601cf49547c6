import { render } from 'svelte/server';
import type { Component } from 'svelte';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

interface Loaded {
	load?: (event: never) => unknown;
}

const loads = import.meta.glob<Loaded>('../../src/routes/{rounds,p,reminders}/**/*.server.ts');
const rootLoads = import.meta.glob<Loaded>('../../src/routes/{+page.server,verify/**/+page.server}.ts');
const pages = import.meta.glob<{ default: Component }>('../../src/routes/**/+page{,@}.svelte');

/** A visit of a page in Indonesian: visitor and address. */
export interface Visit {
	db: Db;
	viewer: Viewer | null;
	/** Folder of the page below `src/routes`. */
	route: string;
	params: Record<string, string>;
	/** Path and query. */
	address: string;
}

/** Renders the page that the server sends, by its own loading functions and component; without the frame around it. */
export async function renderRoute({ db, viewer, route, params, address }: Visit): Promise<string> {
	let data: Record<string, unknown> = { locale: 'id', viewer };
	const url = new URL(address, 'http://siap.contoh');
	const event = {
		locals: { db, viewer, locale: 'id', dataDir: '/nonexistent' },
		params,
		url,
		route: { id: `/${route}` },
		untrack: <Value>(read: () => Value) => read(),
		depends: () => undefined,
		setHeaders: () => undefined,
		cookies: { get: () => undefined, set: () => undefined, delete: () => undefined },
		parent: async () => data
	};
	for (const path of loadersOf(route)) {
		const { load } = await { ...loads, ...rootLoads }[path]!();
		data = { ...data, ...((await load?.(event as never)) as Record<string, unknown>) };
	}
	const base = `../../src/routes/${route}`;
	const page = await (pages[`${base}/+page.svelte`] ?? pages[`${base}/+page@.svelte`])!();
	const asked = { url, params, data, form: null, state: {}, error: null, status: 200, route: { id: `/${route}` } };
	return render(page.default, {
		props: { data, form: null, params } as never,
		context: new Map([['__request__', { page: asked }]])
	}).body;
}

/** Files that load the data of a page: those of the layouts around it, then its own. */
function loadersOf(route: string): string[] {
	const folders = route.split('/').map((_part, at, parts) => parts.slice(0, at + 1).join('/'));
	const files = [
		...folders.map((folder) => `../../src/routes/${folder}/+layout.server.ts`),
		`../../src/routes/${route}/+page.server.ts`
	];
	return files.filter((file) => file in loads || file in rootLoads);
}
