import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_CALLS } from '#lib/server/api/calls.ts';
import { createToken, openSession } from '#lib/server/people/auth/sessions.ts';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { sessions } from '#lib/server/foundation/db/schema.ts';
import { fillSmallRound, PEOPLE } from '../support/small-round.ts';
import { outputOf, type Started, startProcess } from '../support/start-process.ts';

// The server as it is really run: calls are answered before Kit, what is odd about an address or a body by Kit.

const LIMIT = 120_000;
const agent = new Agent({ keepAlive: true });
const cookies: Record<string, string> = {};
let folder: string;
let server: Started;
let address: string;
let token: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'siap-api-server-'));
	mkdirSync(join(folder, 'data'));
	const { db, close } = openDatabase(join(folder, 'data'));
	fillSmallRound(db);
	for (const { id } of [PEOPLE.gubernur, PEOPLE.admin, PEOPLE.pacitan]) {
		cookies[id] = `siap_session=${(await openSession(db, id)).id}`;
		// the first one is past half its time
		if (id === 'gubernur')
			db.update(sessions)
				.set({ expiresAt: Math.floor(Date.now() / 1000) + 3600 })
				.run();
	}
	token = createToken(db, 'pacitan', 0);
	close();
	server = startProcess({ DATA_DIR: join(folder, 'data') });
	address = (await outputOf(server, /berjalan di (http:\/\/127\.0\.0\.1:\d+) /))[1]!;
}, LIMIT);

afterAll(async () => {
	agent.destroy();
	server.child.kill('SIGKILL');
	await server.ended;
	rmSync(folder, { recursive: true });
});

interface Asked {
	method?: string;
	headers?: OutgoingHttpHeaders;
	body?: string | Buffer;
}

interface Answered {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

/** Sent as it is written: `fetch` would tidy the address and unpack the answer. */
function ask(path: string, { method = 'GET', headers, body }: Asked = {}): Promise<Answered> {
	return new Promise((done, fail) => {
		const sent = request(`${address}/`, { agent, path, method, headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				const { date: _, ...others } = answer.headers;
				done({ status: answer.statusCode!, headers: others, text: Buffer.concat(chunks).toString('latin1') });
			});
			answer.on('error', fail);
		});
		sent.on('error', fail);
		sent.end(body);
	});
}

const as = (person: string, headers: OutgoingHttpHeaders = {}) => ({
	headers: { ...(cookies[person] && { cookie: cookies[person] }), ...headers }
});
const JSON_TYPE = { 'content-type': 'application/json' };
const SAVE = {
	track: 'self',
	level: 3,
	notApplicable: false,
	justification: 'Perbup 12/2024',
	baseVersion: 0,
	requestId: 'permintaan-1'
};
const A1 = '/api/v1/rounds/uji/regions/35.01/answers/A1';

const PARTS: Record<string, string> = { round: 'uji', region: '35.01', agency: 'opd-dinkes', instrument: 'ikid' };
const ABSENT = 'tiada';

test(
	'every call is answered alike before Kit and by Kit, to everybody',
	async () => {
		const differences: string[] = [];
		for (const { method, path } of API_CALLS)
			for (const person of ['nobody', 'admin', 'pacitan'])
				for (const more of [
					{},
					{ method: method === 'get' ? 'HEAD' : 'OPTIONS' },
					{ body: '{}', headers: JSON_TYPE }
				]) {
					const plain = `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => PARTS[name] ?? ABSENT)}`;
					const escaped = plain.replace(/^\/api\/v1\/./, (start) => `/api/v1/%${start.charCodeAt(8).toString(16)}`);
					const asked = { method: method.toUpperCase(), ...more, headers: { ...as(person).headers, ...more.headers } };
					if (asked.method === 'GET' && asked.body) continue;
					const [before, by] = [await ask(plain, asked), await ask(escaped, asked)];
					const isZip = plain.endsWith('.xlsx'); // holds the second in which it was made
					const comparable = ({ text, ...answer }: Answered) =>
						JSON.stringify([
							Object.entries(answer.headers).sort(),
							answer.status,
							isZip || text.replaceAll(escaped, plain)
						]);
					if (comparable(before) !== comparable(by) || before.status >= 500)
						differences.push(`${asked.method} ${plain} ${person}: ${comparable(before)} ${comparable(by)}`);
				}
		expect(differences).toEqual([]);
	},
	LIMIT
);

test('an answer is framed as a page is: kept by nobody, sniffed by nothing, in the language of the cookie', async () => {
	const { status, headers } = await ask('/api/v1/rounds', as('admin'));
	expect(status).toBe(200);
	expect(headers).toEqual({
		'content-type': 'application/json',
		'cache-control': 'private, no-cache',
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		connection: 'keep-alive',
		'keep-alive': 'timeout=65', // above what a proxy waits before it closes its connections
		'transfer-encoding': 'chunked'
	});
	expect((await ask('/api/v1/openapi.json', as('admin'))).headers['cache-control']).toBe('private, no-cache');
	expect((await ask('/api/v1/openapi.json')).headers).not.toHaveProperty('cache-control');
	const english = await ask('/api/v1/rounds/2031', { headers: { cookie: `${cookies.admin}; PARAGLIDE_LOCALE=en` } });
	expect(JSON.parse(english.text)).toMatchObject({ status: 404, title: 'Not found' });
});

test('a session past half its time is given more, with the answer of whatever was asked', async () => {
	const { status, headers } = await ask('/api/v1/none', as('gubernur'));
	expect(status).toBe(404);
	expect(headers['set-cookie']).toEqual([
		expect.stringMatching(
			`^${cookies.gubernur}; Path=/; Expires=.* GMT; HttpOnly; SameSite=Lax$` // Secure where the address is https
		) as string
	]);
	expect((await ask('/api/v1/none', as('gubernur'))).headers).not.toHaveProperty('set-cookie');
});

test('answers are packed for who unpacks them; scores are not sent twice', async () => {
	const packed = await ask('/api/v1/rounds', as('admin', { 'accept-encoding': 'gzip' }));
	expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
	const { headers, text } = await ask('/api/v1/rounds/uji/scores', as('admin'));
	expect(headers['content-length']).toBe(String(text.length));
	const again = await ask('/api/v1/rounds/uji/scores', as('admin', { 'if-none-match': headers.etag as string }));
	expect(again).toMatchObject({
		status: 304,
		text: '',
		headers: { etag: headers.etag, 'referrer-policy': 'same-origin' }
	});
});

test('a save is seen at once by every reader; what another site causes is refused, a token is not', async () => {
	const body = JSON.stringify(SAVE);
	const put = (headers: OutgoingHttpHeaders) => ask(A1, { method: 'PUT', body, headers: { ...JSON_TYPE, ...headers } });
	expect(await put({ cookie: cookies.pacitan, origin: 'https://jahat.contoh' })).toMatchObject({ status: 403 });
	const saved = await put({ authorization: `Bearer ${token}`, origin: 'https://skrip.contoh' });
	expect(saved.status).toBe(200);
	expect((await put({ cookie: cookies.pacitan, origin: address })).text).toBe(saved.text); // the same request again
	const page = await ask('/rounds/uji/regions/35.01/form/A', as('pacitan', { accept: 'text/html' }));
	expect(page.text).toContain('Perbup 12/2024'); // Kit reads with the same connection
	const { scores } = JSON.parse((await ask('/api/v1/rounds/uji/scores', as('pacitan'))).text) as { scores: object[] };
	expect(scores).toMatchObject([{ index: 3 }]);
});

test('what is odd about an address or a body is refused as on any page', async () => {
	const { headers } = as('pacitan');
	expect(await ask('/api/v1/rounds/', { headers })).toMatchObject({ status: 308 });
	expect(await ask('/api/v1/rounds/%E0%A4%A', { headers })).toMatchObject({ status: 400 });
	for (const [origin, status] of [
		['https://jahat.contoh', 403],
		[address, 415]
	] as const) {
		const form = { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' };
		expect(await ask(A1, { method: 'PUT', headers: form, body: 'level=3' })).toMatchObject({ status });
	}
	const open = Buffer.alloc(300_000, ' '); // of a length that is not told before
	const sent = { ...headers, ...JSON_TYPE, 'transfer-encoding': 'chunked' };
	expect(await ask(A1, { method: 'PUT', headers: sent, body: open })).toMatchObject({ status: 413 });
});
