import { isHttpError } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { isPublicPath, servePublic } from '#lib/server/public/publication/serve-public.ts';

const ORIGIN = 'https://siap.contoh';

interface Asked {
	locals: { db: Db; locale: Locale; viewer: null };
	params: Record<string, string>;
	url: URL;
	parent: () => Promise<{ locale: Locale; ending: string }>;
}
type Answerer = (event: Asked) => unknown;

/** The public routes, most particular first. */
const ROUTES: [id: string, module: () => Promise<Record<string, unknown>>][] = [
	['/p', () => import('../../src/routes/p/+page.server.ts')],
	['/p/[round]', () => import('../../src/routes/p/[round]/+page.server.ts')],
	['/p/[round]/embed', () => import('../../src/routes/p/[round]/embed/+page.server.ts')],
	['/p/[round]/metadata.json', () => import('../../src/routes/p/[round]/metadata.json/+server.ts')],
	['/p/[round]/dcat.jsonld', () => import('../../src/routes/p/[round]/dcat.jsonld/+server.ts')],
	['/p/[round]/data.[format]', () => import('../../src/routes/p/[round]/data.[format]/+server.ts')],
	['/p/[round]/[region]', () => import('../../src/routes/p/[round]/[region]/+page.server.ts')]
];

/** Lists every public address of a round. */
export function publicAddresses(round: string): string[] {
	const below = [
		'',
		'/35.78',
		'/35',
		'/embed',
		'/data.csv',
		'/data.json',
		'/data.geojson',
		'/metadata.json',
		'/dcat.jsonld'
	];
	return below.flatMap((ending) => [`/p/${round}${ending}`, `/p/${round}${ending}?lang=en`]);
}

/** Asks for a public address as anybody would, through the hook's part that serves it. A page answers with its data. */
export async function askPublic(db: Db, address: string, headers: Record<string, string> = {}): Promise<Response> {
	const url = new URL(address, ORIGIN);
	if (!isPublicPath(url.pathname)) throw new Error(`${address} is not public`);
	const found = ROUTES.map(([id, module]) => ({ id, module, match: patternOf(id).exec(url.pathname) })).find(
		({ match }) => match
	)!;
	const event = {
		locals: { db } as Asked['locals'],
		params: { ...found.match!.groups },
		url,
		route: { id: found.id },
		request: new Request(url, { headers }),
		isDataRequest: false
	};
	const resolve = async () => {
		const { load, GET } = (await found.module()) as { load?: Answerer; GET?: Answerer };
		const { locale } = event.locals;
		const parent = () => Promise.resolve({ locale, ending: locale === 'en' ? '?lang=en' : '' });
		try {
			const answer = await (GET ?? load)!({ ...event, parent });
			return answer instanceof Response ? answer : Response.json(answer);
		} catch (thrown) {
			if (isHttpError(thrown)) return Response.json(thrown.body, { status: thrown.status });
			throw thrown;
		}
	};
	return servePublic(event as never, { version: 'test', now: Date.now() }, resolve);
}

function patternOf(id: string): RegExp {
	return new RegExp(`^${id.replaceAll('.', '\\.').replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`);
}
