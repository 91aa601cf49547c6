import type { APIResponse, Page } from '@playwright/test';
import { expect, login, test, ownOrigin } from './support/fixtures.ts';
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
const anyoneAway = '303 303 303 303 303 303 303';
const absent = '404 404 404 404 404 404 404';
const publicRows = (ending: string): Row[] => [
	[`/p/2025${ending}`, open],
	[`/p/2026${ending}`, absent],
	[`/p/1900${ending}`, absent]
];
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
/** Uses a piece that is not there. */
const reuse = { do: 'use', id: 'tiada', indicator: 'A1' };
/** Publication does not open evidence. */
const evidencePages: Row[] = [
	...regionPages('/evidence').slice(0, 3),
	['/rounds/2025/regions/35.01/evidence', '303 200 200 403 403 403 200']
];
/** Content that is refused, or a piece that is not there, for whoever may write at all. */
const apiEvidence = (subject: string, reading: string, writing: string): Record<string, Row[]> => {
	const route = subject.includes('agencies') ? `${API_REGION}/agencies/[agency]` : API_REGION;
	const address = `/api/v1/rounds/2026/regions/${subject}`;
	return {
		[`GET ${route}/evidence`]: [[`${address}/evidence`, reading]],
		[`POST ${route}/evidence`]: [[{ address: `${address}/evidence`, json: { from: 'tiada', uses: [] } }, writing]],
		[`POST ${route}/uploads`]: [[{ address: `${address}/uploads`, json: { fileName: 'a.pdf', size: 0 } }, writing]]
	};
};
const API_REGION = '/api/v1/rounds/[round]/regions/[region]';
const missingPiece = (method: string, ending = '', json?: object): Row[] => [
	[
		{ address: `/api/v1/${method === 'uploads' ? 'uploads' : 'evidence'}/tiada${ending}`, ...(json && { json }) },
		apiMissing
	]
];
const apiMissing = '401 404 404 404 404 404 404';
const details = { title: 'a', kind: 'other' };
/** A paragraph that no report has. */
const noParagraph = { passage: 'tiada', choice: 'own', text: 'a', version: '0', seen: '' };
const step = (address: string, name: string, statuses: string): Row => [{ address, form: { step: name } }, statuses];
/** A step that nobody can have seen the last one of, or that the status forbids. */
const apiStep = (address: string, name: string, statuses: string): Row => [
	{ address, json: { step: name, seen: 999_999 } },
	statuses
];
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
/** A visit on a day outside the round, which is refused to whoever may plan visits to the region. */
const visit = (regionCode: string, statuses: string): Row => [
	{ address: '/rounds/2026/calendar?/visit', form: { regionCode, visitOn: '2000-01-01', state: 'planned' } },
	statuses
];
/** A question without a word: refused for whoever may ask at all. */
const askNothing = (address: string, statuses: string): Row => [
	{
		address: `${address}?/discuss`,
		form: { step: 'ask', indicator: 'A1', body: ' ', requestId: 'access-walk-ask' }
	},
	statuses
];
const noteNothing = (address: string, statuses: string): Row => [
	{
		address: `${address}?/discuss`,
		form: { step: 'note', indicator: 'A1', body: ' ', requestId: 'access-walk-note' }
	},
	statuses
];
const apiAsk = (address: string, statuses: string): Row => [
	{ address, json: { indicator: 'A1', body: ' ', requestId: 'access-walk-ask' } },
	statuses
];
const empty = (address: string, statuses: string): Row => [{ address, form: {} }, statuses];

/** Every route by method and id. A route that is not here fails the first test. */
const EXPECTED: Record<string, Row[]> = {
	'GET /': [['/', anyoneInside]],
	'GET /login': [['/login', '200 303 303 303 303 303 303']],
	'POST /login': [empty('/login', '400 303 303 303 303 303 303')],
	'POST /logout': [], // ends the session: login.spec.ts
	'GET /verify': [['/verify', '200 200 200 200 200 200 200']],
	'GET /verify/[code]': [['/verify/0000-0000-0000', '404 404 404 404 404 404 404']],
	'GET /setup': [['/setup', '303 303 303 303 303 303 303']],
	'POST /setup': [empty('/setup', '303 303 303 303 303 303 303')],
	'POST /language': [[{ address: '/language', form: { locale: 'id', next: '/' } }, '303 303 303 303 303 303 303']],
	'GET /account': [['/account', anyoneInside]],
	'POST /account': [
		[{ address: '/account?/password', form: { current: 'keliru', next: '' } }, '303 400 400 400 400 400 400'],
		[{ address: '/account?/contact', form: { email: 'bukan surel' } }, '303 400 400 400 400 400 400']
	],
	'GET /reminders': [['/reminders', anyoneInside]],
	'POST /reminders': [[{ address: '/reminders?/seen', form: { id: 'bukan-pengingat' } }, anyoneAway]],
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
	'GET /rounds/[round]/regions/[region]/history/[indicator]': [
		['/rounds/2026/regions/35.78/history/A1', '303 200 200 403 403 403 403'],
		['/rounds/2026/regions/35.01/history/A1', '303 200 200 200 403 403 403'],
		['/rounds/2026/regions/35.01/history/Z9', '303 404 404 404 403 403 403'],
		['/rounds/2025/regions/35.01/history/A1', '303 200 200 403 403 403 403']
	],
	'GET /rounds/[round]/agencies/[agency]/history/[indicator]': [
		['/rounds/2026/agencies/dinkes-35/history/A1', '303 200 200 403 403 403 403']
	],
	'GET /calendar/[token].ics': [['/calendar/bukan-alamat-siapa-pun.ics', '404 404 404 404 404 404 404']], // calendar.spec.ts
	'GET /rounds/[round]/calendar': [
		['/rounds/2026/calendar', anyoneInside],
		['/rounds/2025/calendar', anyoneInside],
		['/rounds/1900/calendar', '303 404 404 404 404 404 404']
	],
	'POST /rounds/[round]/calendar': [
		empty('/rounds/2026/calendar?/milestone', '303 400 403 403 403 403 403'),
		empty('/rounds/2026/calendar?/remove', '303 404 403 403 403 403 403'),
		empty('/rounds/2026/calendar?/visit', '303 400 403 400 403 403 403'),
		visit('35.78', '303 400 403 403 403 403 403'),
		empty('/rounds/2026/calendar?/unsubscribe', anyoneAway)
	],
	'GET /rounds/[round]/reminders': [['/rounds/2026/reminders', adminOnly]],
	'POST /rounds/[round]/reminders': [empty('/rounds/2026/reminders?/messaged', '303 404 403 403 403 403 403')],
	'GET /rounds/[round]/calendar.ics': [['/rounds/2026/calendar.ics', anyoneInside]],
	'GET /rounds/[round]/map.svg': [['/rounds/2026/map.svg?by=rank', anyoneInside]],
	'GET /rounds/[round]/present': [['/rounds/2026/present?step=2', province]],
	'GET /rounds/[round]/compare': [['/rounds/2026/compare?regions=35.78%2C35.05', anyoneInside]],
	'GET /rounds/[round]/heat': [['/rounds/2026/heat', anyoneInside]],
	'GET /rounds/[round]/heat.csv': [['/rounds/2026/heat.csv', anyoneInside]],
	'GET /rounds/[round]/time': [['/rounds/2026/time', anyoneInside]],
	'GET /rounds/[round]/regions/[region]/peers': regionPages('/peers'),
	// agrees to what already holds, or revokes what does not
	'POST /rounds/[round]/regions/[region]/peers': [
		[{ address: '/rounds/2026/regions/35.78/peers?/share', form: { agrees: '1' } }, '303 200 403 403 200 403 403'],
		[{ address: '/rounds/2026/regions/35.01/peers?/share', form: { agrees: '0' } }, '303 200 403 403 403 403 403']
	],
	'GET /rounds/[round]/robustness': [['/rounds/2026/robustness', province]],
	'POST /rounds/[round]/robustness': [
		[{ address: '/rounds/2026/robustness?/again', form: {} }, province.replaceAll('200', '303')]
	],
	'GET /rounds/[round]/control': [['/rounds/2026/control', province]],
	'GET /rounds/[round]/control/what-if': [['/rounds/2026/control/what-if', '303 200 200 403 403 403 403']],
	'POST /rounds/[round]/control/what-if': [empty('/rounds/2026/control/what-if?/apply', '303 400 403 403 403 403 403')],
	'GET /rounds/[round]/plan': [['/rounds/2026/plan', province]],
	'GET /rounds/[round]/plan.csv': [['/rounds/2026/plan.csv', province]],
	'GET /rounds/[round]/plan.pdf': [['/rounds/2026/plan.pdf', province]],
	'GET /rounds/[round]/report.pdf': [['/rounds/2026/report.pdf', province]],
	'GET /rounds/[round]/report.docx': [['/rounds/2026/report.docx', province]],
	'GET /rounds/[round]/workbook.xlsx': [['/rounds/2026/workbook.xlsx', anyoneInside]], // what is in it: workbook.test.ts
	'GET /rounds/[round]/reports': [['/rounds/2026/reports', anyoneInside]],
	'POST /rounds/[round]/reports': [
		[{ address: '/rounds/2026/reports?/make', form: { what: 'province' } }, province.replaceAll('200', '303')],
		[
			{ address: '/rounds/2026/reports?/make', form: { what: 'region:35.01' } },
			anyoneInside.replace(/(?<=303 )200 200 200 200 200 200/, '303 303 303 403 403 303')
		],
		[{ address: '/rounds/2026/reports?/make', form: { what: 'agency:dinkes-35' } }, '303 303 303 403 403 303 303'],
		[{ address: '/rounds/2026/reports?/cancel', form: { id: 'tiada' } }, anyoneAway]
	],
	'GET /rounds/[round]/reports/texts': [
		['/rounds/2026/reports/texts?report=province', '303 200 200 403 403 403 403'],
		['/rounds/2026/reports/texts?report=35.01', '303 200 200 200 403 403 403'],
		['/rounds/2026/reports/texts?report=35.78', '303 200 200 403 403 403 403'],
		['/rounds/2026/reports/texts?report=province&document=plan', '303 200 200 403 403 403 403'],
		['/rounds/2026/reports/texts?report=35.01&document=plan', '303 200 200 200 403 403 403'],
		['/rounds/2026/reports/texts?report=agency%3Adinkes-35', '303 200 200 403 403 403 403']
	],
	'POST /rounds/[round]/reports/texts': [
		[
			{ address: '/rounds/2026/reports/texts?/write&report=province', form: noParagraph },
			'303 404 404 403 403 403 403'
		],
		[{ address: '/rounds/2026/reports/texts?/write&report=35.01', form: noParagraph }, '303 404 404 404 403 403 403'],
		[
			{ address: '/rounds/2026/reports/texts?/write&report=35.01&document=plan', form: noParagraph },
			'303 404 404 404 403 403 403'
		],
		[{ address: '/rounds/2026/reports/texts?/write&report=35.78', form: noParagraph }, '303 404 404 403 403 403 403'],
		[{ address: '/rounds/2025/reports/texts?/write&report=35.01', form: noParagraph }, '303 404 404 403 403 403 403']
	],
	'GET /rounds/[round]/reports/[job]': [['/rounds/2026/reports/tiada', '303 404 404 404 404 404 404']],
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
		save('/rounds/2026/agencies/dinkes-35-78/form/A', '303 403 403 403 409 403 403'),
		askNothing('/rounds/2026/agencies/dinkes-35-78/form/A', '303 403 422 403 403 403 403')
	],
	'GET /rounds/[round]/agencies/[agency]/review': [
		['/rounds/2026/agencies/dinkes-35/review', '303 200 200 403 403 200 403'],
		['/rounds/2026/agencies/dinkes-35-78/review', '303 200 200 403 200 403 403']
	],
	'POST /rounds/[round]/agencies/[agency]/review': [
		save('/rounds/2026/agencies/dinkes-35-78/review', '303 409 409 403 403 403 403'),
		askNothing('/rounds/2026/agencies/dinkes-35-78/review', '303 403 422 403 403 403 403')
	],
	'GET /rounds/[round]/clarifications': [['/rounds/2026/clarifications', '303 200 200 200 200 200 403']],
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
		save('/rounds/2025/regions/35.78/form/A', '303 403 403 403 409 403 403'),
		askNothing('/rounds/2026/regions/35.78/form/A', '303 403 422 403 403 403 403'),
		noteNothing('/rounds/2026/regions/35.78/form/A', '303 422 422 403 403 403 403')
	],
	'GET /rounds/[round]/regions/[region]/review': [
		['/rounds/2026/regions/35.78/review', '303 200 200 403 200 403 403'],
		['/rounds/2026/regions/35.01/review', '303 200 200 200 403 403 403'],
		['/rounds/2025/regions/35.01/review', '303 200 200 403 403 403 403'],
		['/rounds/2026/regions/99.99/review', '303 404 404 404 404 404 404']
	],
	'POST /rounds/[round]/regions/[region]/review': [
		save('/rounds/2026/regions/35.78/review', '303 403 403 403 403 403 403'),
		save('/rounds/2026/regions/35.21/review', '303 403 403 409 403 403 403'),
		askNothing('/rounds/2026/regions/35.78/review', '303 403 422 403 403 403 403'),
		askNothing('/rounds/2026/regions/35.21/review', '303 403 422 422 403 403 403'),
		noteNothing('/rounds/2026/regions/35.21/review', '303 422 422 422 403 403 403')
	],
	'GET /rounds/[round]/regions/[region]/evidence': evidencePages,
	'POST /rounds/[round]/regions/[region]/evidence': [
		[{ address: '/rounds/2026/regions/35.78/evidence?/evidence', form: reuse }, '303 403 403 403 422 403 403']
	],
	'GET /rounds/[round]/agencies/[agency]/evidence': agencyPages('/evidence'),
	'GET /rounds/[round]/agencies/[agency]/report.pdf': agencyPages('/report.pdf'),
	'GET /rounds/[round]/agencies/[agency]/report.docx': agencyPages('/report.docx'),
	'POST /rounds/[round]/agencies/[agency]/evidence': [
		[{ address: '/rounds/2026/agencies/dinkes-35/evidence?/evidence', form: reuse }, '303 403 403 403 403 422 403']
	],
	'GET /evidence/[evidence]/file': [
		['/evidence/contoh-35.78-peraturan/file', '303 200 200 403 200 403 200'],
		['/evidence/contoh-35.01-peraturan/file', '303 200 200 200 403 403 200'],
		['/evidence/contoh-dinkes-35-sop/file', '303 200 200 403 403 200 200'],
		['/evidence/tiada/file', '303 404 404 404 404 404 404']
	],
	'GET /rounds/[round]/regions/[region]/plan': regionPages('/plan'),
	'GET /rounds/[round]/regions/[region]/plan.csv': regionPages('/plan.csv'),
	'GET /rounds/[round]/regions/[region]/plan.pdf': regionPages('/plan.pdf'),
	'GET /rounds/[round]/regions/[region]/report.pdf': regionPages('/report.pdf'),
	'GET /rounds/[round]/regions/[region]/report.docx': regionPages('/report.docx'),
	'GET /rounds/[round]/regions/[region]/workbook.xlsx': regionPages('/workbook.xlsx'),

	'GET /rounds/[round]/double': [['/rounds/2026/double', '303 200 200 200 403 403 403']],
	'POST /rounds/[round]/double': [
		empty('/rounds/2026/double?/draw', '303 400 403 403 403 403 403'),
		empty('/rounds/2026/double?/close', '303 404 403 403 403 403 403')
	],
	// drawn for another assessor than the one in charge; never for asesor1, whose region 35.18 is
	'GET /rounds/[round]/double/[region]': [['/rounds/2026/double/35.18', '303 403 403 404 403 403 403']],
	'POST /rounds/[round]/double/[region]': [
		[
			{ address: '/rounds/2026/double/35.18?/save', form: { indicator: 'A1', level: '3', baseVersion: '999999' } },
			'303 403 403 404 403 403 403'
		]
	],
	'GET /rounds/[round]/double/results': [['/rounds/2026/double/results', '303 200 200 403 403 403 403']],
	'GET /rounds/[round]/double/results.csv': [['/rounds/2026/double/results.csv', '303 200 200 403 403 403 403']],

	'GET /rounds/[round]/plenary': [
		['/rounds/2026/plenary', province],
		['/rounds/2025/plenary', province]
	],
	'POST /rounds/[round]/plenary': [
		empty('/rounds/2026/plenary?/agenda', '303 404 404 403 403 403 403'),
		empty('/rounds/2026/plenary?/accept', '303 400 400 403 403 403 403'),
		empty('/rounds/2026/plenary?/finalise', '303 400 400 403 403 403 403'),
		[{ address: '/rounds/2026/plenary?/finalise', form: { region: '35.02:999999' } }, '303 409 409 403 403 403 403']
	],
	'GET /rounds/[round]/plenary/[region]/[indicator]': [['/rounds/2026/plenary/35.28/G6', province]],
	'POST /rounds/[round]/plenary/[region]/[indicator]': [
		empty('/rounds/2026/plenary/35.28/G6?/decide', '303 400 400 403 403 403 403')
	],
	'GET /rounds/[round]/plenary/sessions': [['/rounds/2026/plenary/sessions', province]],
	'POST /rounds/[round]/plenary/sessions': [empty('/rounds/2026/plenary/sessions', '303 400 400 403 403 403 403')],
	'GET /rounds/[round]/plenary/sessions/[session]': [['/rounds/2025/plenary/sessions/1', province]],
	'POST /rounds/[round]/plenary/sessions/[session]': [
		empty('/rounds/2025/plenary/sessions/1?/edit', '303 400 400 403 403 403 403'),
		empty('/rounds/2025/plenary/sessions/1?/close', '303 409 409 403 403 403 403')
	],
	'GET /rounds/[round]/plenary/sessions/[session]/minutes.pdf': [
		['/rounds/2025/plenary/sessions/1/minutes.pdf', province],
		['/rounds/2026/plenary/sessions/1/minutes.pdf', '303 404 404 403 403 403 404']
	],

	'GET /admin': [['/admin', adminOnly]],
	'GET /admin/agencies': [['/admin/agencies', adminOnly]],
	'POST /admin/agencies': [
		empty('/admin/agencies?/add', '303 400 403 403 403 403 403'),
		empty('/admin/agencies?/rename', '303 400 403 403 403 403 403')
	],
	'GET /admin/audit': [['/admin/audit', '303 200 200 403 403 403 403']],
	'POST /admin/audit': [empty('/admin/audit?/verify', '303 200 200 403 403 403 403')],
	'GET /admin/settings': [['/admin/settings', adminOnly]],
	'GET /admin/settings/emblem/[place]': [['/admin/settings/emblem/lain', '303 404 403 403 403 403 403']],
	'POST /admin/settings': [empty('/admin/settings?/evidence', '303 400 403 403 403 403 403')],
	'GET /admin/exchange': [['/admin/exchange', adminOnly]],
	'POST /admin/exchange': [empty('/admin/exchange', '303 400 403 403 403 403 403')],
	'GET /admin/exchange/[round]/answers.[format]': [
		['/admin/exchange/2026/answers.csv', adminOnly],
		['/admin/exchange/2026/answers.doc', '303 404 403 403 403 403 403']
	],
	'GET /admin/boundaries': [['/admin/boundaries', adminOnly]],
	'POST /admin/boundaries': [empty('/admin/boundaries', '303 400 403 403 403 403 403')],
	'GET /admin/province': [['/admin/province', adminOnly]],
	'POST /admin/province': [
		[{ address: '/admin/province?/preview', form: {} }, '303 400 403 403 403 403 403'],
		[{ address: '/admin/province?/install', form: {} }, '303 400 403 403 403 403 403']
	],
	'GET /admin/province/profile.yaml': [['/admin/province/profile.yaml', adminOnly]],
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
		empty('/admin/rounds/2026?/close', '303 409 403 403 403 403 403'),
		empty('/admin/rounds/2026?/publication', '303 400 403 403 403 403 403')
	],
	'GET /admin/rounds/[round]/preview': [
		['/admin/rounds/2025/preview', adminOnly],
		['/admin/rounds/2026/preview', '303 404 403 403 403 403 403'] // nothing of it is to be opened
	],
	'GET /admin/rounds/[round]/preview/[region]': [['/admin/rounds/2025/preview/35.78', adminOnly]],
	'GET /admin/rounds/[round]/assignments': [['/admin/rounds/2026/assignments', adminOnly]],
	'POST /admin/rounds/[round]/assignments': [empty('/admin/rounds/1900/assignments', '303 404 403 403 403 403 403')],
	'GET /admin/users': [['/admin/users', adminOnly]],
	'POST /admin/users': [
		empty('/admin/users?/add', '303 400 403 403 403 403 403'),
		empty('/admin/users?/reset', '303 404 403 403 403 403 403'),
		empty('/admin/users?/active', '303 404 403 403 403 403 403'),
		empty('/admin/users?/contact', '303 404 403 403 403 403 403')
	],

	// The same for everyone, whoever is logged in; 2026 is not published.
	'GET /p': [['/p', open]],
	'GET /p/[round]': publicRows(''),
	'GET /p/[round]/[region]': publicRows('/35.78'),
	'GET /p/[round]/embed': publicRows('/embed'),
	'GET /p/[round]/data.[format]': [...publicRows('/data.csv'), ...publicRows('/data.json')],
	'GET /p/[round]/metadata.json': publicRows('/metadata.json'),
	'GET /p/[round]/dcat.jsonld': publicRows('/dcat.jsonld'),

	'ANY /api/v1/[...path]': [['/api/v1/none', '404 404 404 404 404 404 404']],
	'GET /api/v1/health': [['/api/v1/health', open]],
	'GET /api/v1/public/rounds': [['/api/v1/public/rounds', open]],
	'GET /api/v1/openapi.json': [['/api/v1/openapi.json', open]],
	'GET /api/v1/instruments': [['/api/v1/instruments', api]],
	'GET /api/v1/instruments/[instrument]': [['/api/v1/instruments/ikid', api]],
	'GET /api/v1/reminders': [['/api/v1/reminders', api]],
	'POST /api/v1/reminders': [[{ address: '/api/v1/reminders', json: { ids: [] } }, api]],
	'GET /api/v1/rounds': [['/api/v1/rounds', api]],
	'GET /api/v1/rounds/[round]': [['/api/v1/rounds/2026', api]],
	'GET /api/v1/rounds/[round]/calendar': [['/api/v1/rounds/2026/calendar', api]],
	'GET /api/v1/rounds/[round]/compare': [
		['/api/v1/rounds/2026/compare?regions=35.78%2C35.05', '401 200 200 403 403 403 200'],
		['/api/v1/rounds/2025/compare?regions=35.78%2C35.05', api],
		['/api/v1/rounds/2026/compare?regions=35.78', '401 400 400 400 400 400 400']
	],
	'GET /api/v1/rounds/[round]/control': [['/api/v1/rounds/2026/control', '401 200 200 403 403 403 200']],
	'GET /api/v1/rounds/[round]/scores': [['/api/v1/rounds/2026/scores', api]],
	'GET /api/v1/rounds/[round]/scores.csv': [['/api/v1/rounds/2026/scores.csv', api]],
	'GET /api/v1/rounds/[round]/export.csv': [['/api/v1/rounds/2026/export.csv', api]],
	'GET /api/v1/rounds/[round]/export.json': [['/api/v1/rounds/2026/export.json', api]],
	'GET /api/v1/rounds/[round]/export.xlsx': [['/api/v1/rounds/2026/export.xlsx', api]],
	'GET /api/v1/rounds/[round]/double/tasks': [['/api/v1/rounds/2026/double/tasks', '401 403 403 200 403 403 403']],
	'PUT /api/v1/rounds/[round]/double/tasks/[region]/[indicator]': [
		[
			{
				address: '/api/v1/rounds/2026/double/tasks/35.18/A1',
				json: { level: 3, notApplicable: false, justification: '', baseVersion: 999_999 }
			},
			'401 403 403 404 403 403 403'
		]
	],
	'POST /api/v1/rounds/[round]/double/samples': [
		[{ address: '/api/v1/rounds/2026/double/samples', json: { regions: 0 } }, '401 422 403 403 403 403 403']
	],
	'POST /api/v1/rounds/[round]/double/samples/[sample]/close': [
		[{ address: '/api/v1/rounds/2026/double/samples/999999/close', json: {} }, '401 404 403 403 403 403 403']
	],
	'GET /api/v1/rounds/[round]/double/results': [['/api/v1/rounds/2026/double/results', '401 200 200 403 403 403 403']],
	'GET /api/v1/rounds/[round]/plenary': [['/api/v1/rounds/2026/plenary', '401 200 200 403 403 403 200']],
	'GET /api/v1/rounds/[round]/plenary/sessions': [
		['/api/v1/rounds/2025/plenary/sessions', '401 200 200 403 403 403 200']
	],
	'PUT /api/v1/rounds/[round]/plenary/sessions/[session]/decisions/[region]/[indicator]': [
		[
			{
				address: '/api/v1/rounds/2026/plenary/sessions/1/decisions/35.28/G6',
				json: {
					level: 3,
					notApplicable: false,
					changeReason: null,
					reason: 'uji akses',
					baseVersion: 999_999,
					requestId: 'access-walk-plenary'
				}
			},
			'401 409 409 403 403 403 403'
		]
	],
	'POST /api/v1/rounds/[round]/import': [
		[{ address: '/api/v1/rounds/2026/import', json: {} }, '401 415 403 403 403 403 403']
	],
	'GET /api/v1/rounds/[round]/regions/[region]': [
		['/api/v1/rounds/2026/regions/35.78', '401 200 200 403 200 403 200'],
		['/api/v1/rounds/2026/regions/35.01', '401 200 200 200 403 403 200'],
		['/api/v1/rounds/2025/regions/35.01', api],
		['/api/v1/rounds/2026/regions/99.99', '401 404 404 404 404 404 404']
	],
	...apiEvidence('35.78', '401 200 200 403 200 403 200', '401 403 403 403 422 403 403'),
	...apiEvidence('35/agencies/dinkes-35', '401 200 200 403 403 200 200', '401 403 403 403 403 422 403'),
	'PATCH /api/v1/evidence/[evidence]': missingPiece('evidence', '', details),
	'DELETE /api/v1/evidence/[evidence]': missingPiece('evidence'),
	'GET /api/v1/evidence/[evidence]/file': [
		...missingPiece('evidence', '/file'),
		['/api/v1/evidence/contoh-35.78-peraturan/file', '401 200 200 403 200 403 200']
	],
	'PUT /api/v1/evidence/[evidence]/uses/[indicator]': missingPiece('evidence', '/uses/A1', { place: '' }),
	'DELETE /api/v1/evidence/[evidence]/uses/[indicator]': missingPiece('evidence', '/uses/A1'),
	'GET /api/v1/uploads/[upload]': missingPiece('uploads'),
	'PATCH /api/v1/uploads/[upload]': [['/api/v1/uploads/tiada', '401 400 400 400 400 400 400']], // names no offset
	'DELETE /api/v1/uploads/[upload]': missingPiece('uploads'),
	'GET /api/v1/rounds/[round]/regions/[region]/plan': [
		['/api/v1/rounds/2026/regions/35.78/plan', '401 200 200 403 200 403 200'],
		['/api/v1/rounds/2026/regions/35.01/plan', '401 200 200 200 403 403 200']
	],
	'GET /api/v1/rounds/[round]/regions/[region]/steps': [
		['/api/v1/rounds/2026/regions/35.78/steps', '401 200 200 403 200 403 200']
	],
	'POST /api/v1/rounds/[round]/regions/[region]/steps': [
		apiStep('/api/v1/rounds/2026/regions/35.78/steps', 'submit', '401 403 403 403 409 403 403'),
		apiStep('/api/v1/rounds/2026/regions/35.21/steps', 'finish', '401 403 403 409 403 403 403')
	],
	'GET /api/v1/rounds/[round]/regions/[region]/agencies/[agency]/steps': [
		['/api/v1/rounds/2026/regions/35/agencies/dinkes-35/steps', '401 200 200 403 403 200 200']
	],
	'POST /api/v1/rounds/[round]/regions/[region]/agencies/[agency]/steps': [
		apiStep('/api/v1/rounds/2026/regions/35/agencies/dinkes-35/steps', 'submit', '401 403 403 403 403 409 403')
	],
	'GET /api/v1/rounds/[round]/clarifications': [['/api/v1/rounds/2026/clarifications', '401 200 200 200 200 200 403']],
	'GET /api/v1/rounds/[round]/clarifications/[clarification]': [
		['/api/v1/rounds/2026/clarifications/demo-35.78-A3', '401 200 200 404 200 404 403'],
		['/api/v1/rounds/2026/clarifications/demo-35.09-C4', '401 200 200 404 404 404 403']
	],
	'POST /api/v1/rounds/[round]/clarifications/[clarification]/steps': [
		[
			{
				address: '/api/v1/rounds/2026/clarifications/demo-35.78-B5/steps',
				json: { step: 'answer', body: 'x', seen: 999, requestId: 'access-walk-answer' }
			},
			'401 403 403 403 409 403 403'
		],
		[
			{
				address: '/api/v1/rounds/2026/clarifications/demo-35.78-B5/steps',
				json: { step: 'settle', seen: 999, requestId: 'access-walk-settle' }
			},
			'401 403 409 403 403 403 403'
		]
	],
	'POST /api/v1/rounds/[round]/regions/[region]/clarifications': [
		apiAsk('/api/v1/rounds/2026/regions/35.78/clarifications', '401 403 422 403 403 403 403'),
		apiAsk('/api/v1/rounds/2026/regions/35.21/clarifications', '401 403 422 422 403 403 403')
	],
	'POST /api/v1/rounds/[round]/regions/[region]/agencies/[agency]/clarifications': [
		apiAsk('/api/v1/rounds/2026/regions/35.78/agencies/dinkes-35-78/clarifications', '401 403 422 403 403 403 403')
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

test('whoever is not logged in is sent to log in, and back to the page asked for', async ({ page }) => {
	const elsewhere = ['GET /setup', 'POST /setup', 'POST /language'];
	for (const [route, rows] of Object.entries(EXPECTED).filter(([route]) => !elsewhere.includes(route)))
		for (const [request, statuses] of rows.filter(([, statuses]) => statuses.startsWith('303'))) {
			const asked = typeof request === 'string' ? { address: request } : request;
			const response = await ask(page, route.split(' ')[0]!, asked);
			const back = asked.address.replace(/\?\/\w+&?/, '?').replace(/\?$/, ''); // without the action
			const unsent = back === asked.address ? '' : '&unsent=1'; // what was sent is not taken, and that is said
			const next = encodeURIComponent(back);
			expect(response.headers().location, `${route} ${statuses}`).toBe(`/login?next=${next}${unsent}`);
		}
});

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
	const origin = ownOrigin();
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
