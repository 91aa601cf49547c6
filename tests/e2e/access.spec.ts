import type { APIResponse, Page } from '@playwright/test';
import { expect, login, test } from './support/fixtures.ts';
import { listRoutes } from './support/routes.ts';

/** Nobody first, then one person of each role; the columns of every row below. */
const PEOPLE = ['nobody', 'admin', 'reviewer', 'asesor1', 'surabaya', 'dinkes', 'gubernur'] as const;
type Person = (typeof PEOPLE)[number];

interface Request {
	address: string;
	/** Form fields or JSON that change nothing for those who may send them: incomplete, stale, or the same again. */
	form?: Record<string, string>;
	json?: object;
}
/** What is asked, and the status that each of PEOPLE gets. */
type Row = [string | Request, string];

const open = '200 200 200 200 200 200 200';
const anyoneInside = '303 200 200 200 200 200 200';
const province = '303 200 200 403 403 403 200';
const adminOnly = '303 200 403 403 403 403 403';
const api = '401 200 200 200 200 200 200';

// asesor1 is assigned 35.01 and 35.21; surabaya is of 35.78; dinkes is of an agency of the province.
const regionPages = (ending: string): Row[] => [
	[`/rounds/2026/regions/35.78${ending}`, '303 200 200 403 200 403 200'],
	[`/rounds/2026/regions/35.01${ending}`, '303 200 200 200 403 403 200'],
	[`/rounds/2026/regions/35.21${ending}`, '303 200 200 200 403 403 200'],
	[`/rounds/2025/regions/35.01${ending}`, anyoneInside]
];
const agencyPages = (ending: string): Row[] => [
	[`/rounds/2026/agencies/dinkes-35${ending}`, '303 200 200 403 403 200 200'],
	[`/rounds/2026/agencies/dinkes-35-78${ending}`, '303 200 200 403 200 403 200']
];
const step = (address: string, name: string, statuses: string): Row => [{ address, form: { step: name } }, statuses];
/** A write on a version that never was: a conflict for whoever may write at all. */
const stale = { level: 3, notApplicable: false, justification: '', baseVersion: 999_999 };
const staleForm = {
	indicator: 'A1',
	level: '3',
	justification: '',
	baseVersion: '999999',
	requestId: 'access-walk-form'
};
const save = (address: string, statuses: string): Row => [{ address: `${address}?/save`, form: staleForm }, statuses];
const put = (address: string, track: 'self' | 'assessor', statuses: string): Row => [
	{ address, json: { ...stale, track, requestId: `access-walk-${track}` } },
	statuses
];
const empty = (address: string, statuses: string): Row => [{ address, form: {} }, statuses];

/** Every route by method and id. A route that is not here fails the first test. */
const EXPECTED: Record<string, Row[]> = {
	'GET /': [['/', anyoneInside]],
	'GET /login': [['/login', '200 303 303 303 303 303 303']],
	'POST /login': [empty('/login', '400 303 303 303 303 303 303')],
	'POST /logout': [], // ends the session: login.spec.ts
	'GET /setup': [['/setup', '303 303 303 303 303 303 303']],
	'POST /setup': [empty('/setup', '303 303 303 303 303 303 303')],
	'POST /language': [[{ address: '/language', form: { locale: 'id', next: '/' } }, '303 303 303 303 303 303 303']],
	'GET /account': [['/account', anyoneInside]],
	'POST /account': [[{ address: '/account', form: { current: 'keliru', next: '' } }, '303 400 400 400 400 400 400']],
	'GET /instruments': [['/instruments', anyoneInside]],
	'POST /instruments': [empty('/instruments?/import', '303 400 403 403 403 403 403')],
	'GET /instruments/[code]/[version]': [
		['/instruments/ikid/2026.1', anyoneInside],
		['/instruments/ikid/1900.1', '303 404 404 404 404 404 404']
	],
	'POST /instruments/[code]/[version]': [empty('/instruments/ikid/2026.1?/adopt', '303 400 403 403 403 403 403')],
	'GET /instruments/[code]/[version]/instrument.yaml': [['/instruments/ikid/2026.1/instrument.yaml', anyoneInside]],

	'GET /rounds': [['/rounds', anyoneInside]],
	'GET /rounds/[round]': [
		['/rounds/2026', anyoneInside],
		['/rounds/2025', anyoneInside],
		['/rounds/1900', '303 404 404 404 404 404 404']
	],
	'GET /rounds/[round]/plan': [['/rounds/2026/plan', province]],
	'GET /rounds/[round]/plan.csv': [['/rounds/2026/plan.csv', province]],
	'GET /rounds/[round]/report.pdf': [['/rounds/2026/report.pdf', province]],
	'GET /rounds/[round]/reports': [['/rounds/2026/reports', anyoneInside]],
	'GET /rounds/[round]/agencies': [['/rounds/2026/agencies', anyoneInside]],
	'GET /rounds/[round]/agencies/[agency]': agencyPages(''),
	'POST /rounds/[round]/agencies/[agency]': [
		step('/rounds/2026/agencies/dinkes-35?/move', 'submit', '303 403 403 403 403 409 403'),
		step('/rounds/2026/agencies/dinkes-35-78?/move', 'submit', '303 403 403 403 409 403 403')
	],
	'GET /rounds/[round]/agencies/[agency]/form': agencyPages('/form'),
	'POST /rounds/[round]/agencies/[agency]/form': [
		step('/rounds/2026/agencies/dinkes-35/form?/move', 'submit', '303 403 403 403 403 409 403'),
		step('/rounds/2026/agencies/dinkes-35-78/form?/move', 'submit', '303 403 403 403 409 403 403')
	],
	'GET /rounds/[round]/agencies/[agency]/form/[domain]': agencyPages('/form/A'),
	'POST /rounds/[round]/agencies/[agency]/form/[domain]': [
		save('/rounds/2026/agencies/dinkes-35/form/A', '303 403 403 403 403 409 403'),
		save('/rounds/2026/agencies/dinkes-35-78/form/A', '303 403 403 403 409 403 403')
	],
	'GET /rounds/[round]/regions/[region]': [
		...regionPages(''),
		['/rounds/2026/regions/99.99', '303 404 404 404 404 404 404']
	],
	'POST /rounds/[round]/regions/[region]': [
		step('/rounds/2026/regions/35.78?/move', 'submit', '303 403 403 403 409 403 403'),
		step('/rounds/2026/regions/35.01?/move', 'submit', '303 403 403 403 403 403 403'),
		step('/rounds/2026/regions/35.21?/move', 'finish', '303 403 403 409 403 403 403'),
		step('/rounds/2026/regions/35.78?/move', 'finish', '303 403 403 403 403 403 403'),
		step('/rounds/2026/regions/35.02?/move', 'reopen', '303 409 403 403 403 403 403')
	],
	'GET /rounds/[round]/regions/[region]/form': regionPages('/form'),
	'POST /rounds/[round]/regions/[region]/form': [
		step('/rounds/2026/regions/35.78/form?/move', 'submit', '303 403 403 403 409 403 403'),
		step('/rounds/2026/regions/35.01/form?/move', 'submit', '303 403 403 403 403 403 403'),
		step('/rounds/2026/regions/35.21/form?/move', 'finish', '303 403 403 409 403 403 403'),
		step('/rounds/2026/regions/35.78/form?/move', 'finish', '303 403 403 403 403 403 403')
	],
	'GET /rounds/[round]/regions/[region]/form/[domain]': regionPages('/form/A'),
	'POST /rounds/[round]/regions/[region]/form/[domain]': [
		save('/rounds/2026/regions/35.78/form/A', '303 403 403 403 409 403 403'),
		save('/rounds/2026/regions/35.01/form/A', '303 403 403 409 403 403 403'),
		save('/rounds/2026/regions/35.21/form/A', '303 403 403 409 403 403 403'),
		save('/rounds/2025/regions/35.78/form/A', '303 403 403 403 409 403 403')
	],
	'GET /rounds/[round]/regions/[region]/plan': regionPages('/plan'),
	'GET /rounds/[round]/regions/[region]/plan.csv': regionPages('/plan.csv'),
	'GET /rounds/[round]/regions/[region]/report.pdf': regionPages('/report.pdf'),

	'GET /admin': [['/admin', adminOnly]],
	'GET /admin/agencies': [['/admin/agencies', adminOnly]],
	'POST /admin/agencies': [
		empty('/admin/agencies?/add', '303 400 403 403 403 403 403'),
		empty('/admin/agencies?/rename', '303 400 403 403 403 403 403')
	],
	'GET /admin/audit': [['/admin/audit', '303 200 200 403 403 403 403']],
	'POST /admin/audit': [empty('/admin/audit?/verify', '303 200 200 403 403 403 403')],
	'GET /admin/exchange': [['/admin/exchange', adminOnly]],
	'POST /admin/exchange': [empty('/admin/exchange', '303 400 403 403 403 403 403')],
	'GET /admin/exchange/[round]/answers.[format]': [
		['/admin/exchange/2026/answers.csv', adminOnly],
		['/admin/exchange/2026/answers.doc', '303 404 403 403 403 403 403']
	],
	'GET /admin/regions': [['/admin/regions', adminOnly]],
	'POST /admin/regions': [empty('/admin/regions', adminOnly)],
	'GET /admin/rounds': [['/admin/rounds', adminOnly]],
	'GET /admin/rounds/new': [['/admin/rounds/new', adminOnly]],
	'POST /admin/rounds/new': [empty('/admin/rounds/new', '303 400 403 403 403 403 403')],
	'GET /admin/rounds/[round]': [['/admin/rounds/2026', adminOnly]],
	'POST /admin/rounds/[round]': [
		empty('/admin/rounds/2026?/edit', '303 400 403 403 403 403 403'),
		empty('/admin/rounds/2026?/open', '303 409 403 403 403 403 403'),
		empty('/admin/rounds/2026?/publish', '303 409 403 403 403 403 403'),
		empty('/admin/rounds/2026?/close', '303 409 403 403 403 403 403')
	],
	'GET /admin/rounds/[round]/assignments': [['/admin/rounds/2026/assignments', adminOnly]],
	'POST /admin/rounds/[round]/assignments': [empty('/admin/rounds/1900/assignments', '303 404 403 403 403 403 403')],
	'GET /admin/users': [['/admin/users', adminOnly]],
	'POST /admin/users': [
		empty('/admin/users?/add', '303 400 403 403 403 403 403'),
		empty('/admin/users?/reset', '303 404 403 403 403 403 403'),
		empty('/admin/users?/active', '303 404 403 403 403 403 403')
	],

	'ANY /api/v1/[...path]': [['/api/v1/none', '404 404 404 404 404 404 404']],
	'GET /api/v1/health': [['/api/v1/health', open]],
	'GET /api/v1/openapi.json': [['/api/v1/openapi.json', open]],
	'GET /api/v1/instruments': [['/api/v1/instruments', api]],
	'GET /api/v1/instruments/[instrument]': [['/api/v1/instruments/ikid', api]],
	'GET /api/v1/rounds': [['/api/v1/rounds', api]],
	'GET /api/v1/rounds/[round]': [['/api/v1/rounds/2026', api]],
	'GET /api/v1/rounds/[round]/scores': [['/api/v1/rounds/2026/scores', api]],
	'GET /api/v1/rounds/[round]/scores.csv': [['/api/v1/rounds/2026/scores.csv', api]],
	'GET /api/v1/rounds/[round]/export.csv': [['/api/v1/rounds/2026/export.csv', api]],
	'GET /api/v1/rounds/[round]/export.json': [['/api/v1/rounds/2026/export.json', api]],
	'GET /api/v1/rounds/[round]/export.xlsx': [['/api/v1/rounds/2026/export.xlsx', api]],
	'POST /api/v1/rounds/[round]/import': [
		[{ address: '/api/v1/rounds/2026/import', json: {} }, '401 415 403 403 403 403 403']
	],
	'GET /api/v1/rounds/[round]/regions/[region]': [
		['/api/v1/rounds/2026/regions/35.78', '401 200 200 403 200 403 200'],
		['/api/v1/rounds/2026/regions/35.01', '401 200 200 200 403 403 200'],
		['/api/v1/rounds/2025/regions/35.01', api],
		['/api/v1/rounds/2026/regions/99.99', '401 404 404 404 404 404 404']
	],
	'GET /api/v1/rounds/[round]/regions/[region]/plan': [
		['/api/v1/rounds/2026/regions/35.78/plan', '401 200 200 403 200 403 200'],
		['/api/v1/rounds/2026/regions/35.01/plan', '401 200 200 200 403 403 200']
	],
	'PUT /api/v1/rounds/[round]/regions/[region]/answers/[indicator]': [
		put('/api/v1/rounds/2026/regions/35.21/answers/A1', 'assessor', '401 403 403 409 403 403 403'),
		put('/api/v1/rounds/2026/regions/35.78/answers/A1', 'assessor', '401 403 403 403 403 403 403'),
		put('/api/v1/rounds/2026/regions/35.78/answers/A1', 'self', '401 403 403 403 409 403 403'),
		put('/api/v1/rounds/2026/regions/35.01/answers/A1', 'self', '401 403 403 403 403 403 403'),
		put('/api/v1/rounds/2025/regions/35.78/answers/A1', 'self', '401 403 403 403 409 403 403')
	],
	'GET /api/v1/rounds/[round]/regions/[region]/agencies/[agency]': [
		['/api/v1/rounds/2026/regions/35/agencies/dinkes-35', '401 200 200 403 403 200 200'],
		['/api/v1/rounds/2026/regions/35.78/agencies/dinkes-35-78', '401 200 200 403 200 403 200']
	],
	'PUT /api/v1/rounds/[round]/regions/[region]/agencies/[agency]/answers/[indicator]': [
		put('/api/v1/rounds/2026/regions/35/agencies/dinkes-35/answers/A1', 'self', '401 403 403 403 403 409 403'),
		put('/api/v1/rounds/2026/regions/35.78/agencies/dinkes-35-78/answers/A1', 'self', '401 403 403 403 409 403 403')
	]
};

test('every route has a row that says who gets what', () => {
	const routes = listRoutes().flatMap(({ id, methods }) => methods.map((method) => `${method} ${id}`));
	expect(Object.keys(EXPECTED).sort()).toEqual(routes.sort());
});

for (const person of PEOPLE) {
	test(`${person} gets what the table says on every route, and changes nothing`, async ({ page }) => {
		test.setTimeout(90_000);
		await login(page, 'admin');
		const before = await page.request.get('/api/v1/rounds/2026/export.csv').then((response) => response.text());
		await signIn(page, person);
		const differences: string[] = [];
		for (const [route, rows] of Object.entries(EXPECTED))
			for (const [request, statuses] of rows) {
				const expected = Number(statuses.split(' ')[PEOPLE.indexOf(person)]);
				const response = await ask(
					page,
					route.split(' ')[0]!,
					typeof request === 'string' ? { address: request } : request
				);
				if (response.status() !== expected)
					differences.push(`${route} ${response.url()}: ${response.status()} instead of ${expected}`);
			}
		expect(differences).toEqual([]);
		await login(page, 'admin');
		const after = await page.request.get('/api/v1/rounds/2026/export.csv').then((response) => response.text());
		expect(after).toBe(before);
	});
}

test('a respondent gets the scores of the own region only, until a round is published', async ({ page }) => {
	await login(page, 'surabaya');
	expect(await regionCodes(page, '2026')).toEqual(['35.78']);
	expect(await regionCodes(page, '2025')).toHaveLength(39);
	const csv = await page.request.get('/api/v1/rounds/2026/export.csv').then((response) => response.text());
	const codes = csv.split('\n').flatMap((line) => /^2026,([\d.]+),/.exec(line)?.[1] ?? []);
	expect([...new Set(codes)]).toEqual(['35.78']);
});

test('an assessor gets the scores of the assigned regions only', async ({ page }) => {
	await login(page, 'asesor1');
	expect(await regionCodes(page, '2026')).toEqual(['35.01', '35.02', '35.18', '35.19', '35.20', '35.21', '35.77']);
});

test('the map shows values of reachable regions only', async ({ page }) => {
	await login(page, 'surabaya');
	await page.goto('/rounds/2026');
	const links = await page.locator('a[href*="/regions/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	expect(new Set(links)).toEqual(new Set(['/rounds/2026/regions/35.78']));
});

test('a form sent from another site is refused', async ({ page }) => {
	await login(page, 'asesor1');
	const response = await page.request.post('/rounds/2026/regions/35.21/form/A?/save', {
		form: staleForm,
		headers: { origin: 'https://lain.example' }
	});
	expect(response.status()).toBe(403);
});

async function signIn(page: Page, person: Person): Promise<void> {
	if (person === 'nobody') await page.context().clearCookies();
	else await login(page, person);
}

function ask(page: Page, method: string, { address, form, json }: Request): Promise<APIResponse> {
	const origin = new URL(test.info().project.use.baseURL!).origin;
	const isApi = address.startsWith('/api/');
	return page.request.fetch(address, {
		method: method === 'ANY' ? 'GET' : method,
		maxRedirects: 0,
		headers: { origin, accept: isApi ? 'application/json' : 'text/html' },
		...(form && { form }),
		...(json && { data: json })
	});
}

async function regionCodes(page: Page, round: string): Promise<string[]> {
	const response = await page.request.get(`/api/v1/rounds/${round}/scores`);
	const { scores } = (await response.json()) as { scores: { region: { code: string } }[] };
	return scores.map(({ region }) => region.code);
}
