import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { API_CALLS } from '#lib/server/api/calls.ts';

/** One address of the app, as its files under src/routes say. */
export interface AppRoute {
	/** SvelteKit's route id without groups: `/rounds/[round]/plan`. */
	id: string;
	/** A page that is shown, or an endpoint that answers by itself. */
	kind: 'page' | 'endpoint';
	/** HTTP methods it answers, sorted; a page with form actions has POST; `ANY` where it answers all methods alike. */
	methods: string[];
}

const routesFolder = join(import.meta.dirname, '..', '..', '..', 'src', 'routes');
const method = /^export (?:const|(?:async )?function) (GET|PUT|POST|PATCH|DELETE)\b/gm;

/**
 * Every page and endpoint of the app, read from the file system, and every call of the API, read from its table, so that a
 * test can prove that it leaves none out.
 *
 * @returns by id; a folder with both a page and an endpoint appears as two routes. `export { GET } from …` is
 * not understood: write the handler out.
 */
export function listRoutes(): AppRoute[] {
	const files = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' });
	const folders = [...new Set(files.map(dirname))].sort();
	return [...folders.flatMap((folder) => routesIn(folder, files)).flatMap(eachSubject), ...apiRoutes()];
}

function apiRoutes(): AppRoute[] {
	const paths = Map.groupBy(API_CALLS, ({ path }) => path);
	return [...paths].map(([path, calls]) => ({
		id: `/api/v1${path.replace(/\{(\w+)\}/g, '[$1]')}`,
		kind: 'endpoint',
		methods: calls.map(({ method }) => method.toUpperCase()).sort()
	}));
}

function routesIn(folder: string, files: string[]): AppRoute[] {
	const id = routeId(folder);
	const has = (name: string) => files.includes(folder === '.' ? name : join(folder, name));
	const read = (name: string) => (has(name) ? readFileSync(join(routesFolder, folder, name), 'utf8') : '');
	const routes: AppRoute[] = [];
	if (has('+page.svelte') || has('+page.server.ts')) {
		const acts = /^export (?:const actions|\{[^}]*\bactions\b)/m.test(read('+page.server.ts'));
		routes.push({ id, kind: 'page', methods: acts ? ['GET', 'POST'] : ['GET'] });
	}
	if (has('+server.ts')) {
		const source = read('+server.ts');
		const methods = [...source.matchAll(method)].map(([, name]) => name!).sort();
		// Beside methods a fallback only refuses the others; alone it is the answer.
		if (methods.length === 0 && /^export const fallback\b/m.test(source)) methods.push('ANY');
		if (methods.length === 0) throw new Error(`No method found in ${join(folder, '+server.ts')}`);
		routes.push({ id, kind: 'endpoint', methods });
	}
	return routes;
}

/** Regions and agencies share pages: each address of theirs is a route of its own here. */
function eachSubject(route: AppRoute): AppRoute[] {
	const shared = '[kind=subject]/[code]';
	if (!route.id.includes(shared)) return [route];
	return ['regions/[region]', 'agencies/[agency]'].map((own) => ({ ...route, id: route.id.replace(shared, own) }));
}

function routeId(folder: string): string {
	const segments = folder.split(sep).filter((segment) => segment !== '.' && !/^\(.*\)$/.test(segment));
	return `/${segments.join('/')}`;
}
