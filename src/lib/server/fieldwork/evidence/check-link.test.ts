import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkLink } from './check-link.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A real server on this machine, and how often it was asked. */
async function serve(answer: RequestListener) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		answer(request, response);
	});
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const allows = (address: string) => address === '127.0.0.1';
const answerWith =
	(status: number): RequestListener =>
	(_request, response) =>
		void response.writeHead(status).end('isi');

test.each([
	[200, { status: 'alive', detail: null }],
	[401, { status: 'alive', detail: 'locked' }],
	[403, { status: 'alive', detail: 'locked' }],
	[404, { status: 'dead', detail: 'gone' }],
	[410, { status: 'dead', detail: 'gone' }],
	[503, { status: 'dead', detail: 'server' }]
])('an answer %d is told as such', async (status, expected) => {
	const { origin } = await serve(answerWith(status));
	expect(await checkLink(`${origin}/dokumen`, { allows })).toEqual(expected);
});

test('a server that knows no HEAD is asked with GET', async () => {
	const { origin, asked } = await serve((request, response) =>
		response.writeHead(request.method === 'HEAD' ? 405 : 200).end()
	);
	expect(await checkLink(`${origin}/a`, { allows })).toEqual({ status: 'alive', detail: null });
	expect(asked).toEqual(['HEAD /a', 'GET /a']);
});

test('redirects are followed, but not for ever', async () => {
	const { origin } = await serve((request, response) => {
		if (request.url === '/akhir') response.writeHead(200).end();
		else response.writeHead(302, { location: request.url === '/awal' ? '/akhir' : '/putar' }).end();
	});
	expect(await checkLink(`${origin}/awal`, { allows })).toEqual({ status: 'alive', detail: null });
	expect(await checkLink(`${origin}/putar`, { allows })).toEqual({ status: 'dead', detail: 'redirects' });
});

test('a private address is not asked: as a number, as a name, after a redirect', async () => {
	const secret = await serve(answerWith(200));
	expect(await checkLink(secret.origin)).toEqual({ status: 'dead', detail: 'private' });
	expect(await checkLink(secret.origin.replace('127.0.0.1', 'localhost'))).toEqual({
		status: 'dead',
		detail: 'private'
	});
	expect(await checkLink('http://[::1]/')).toEqual({ status: 'dead', detail: 'private' });
	expect(await checkLink('http://0x7f.1/')).toEqual({ status: 'dead', detail: 'private' });
	const open = await serve((_request, response) =>
		response.writeHead(302, { location: secret.origin.replace('127.0.0.1', '127.0.0.2') }).end()
	);
	expect(await checkLink(open.origin, { allows })).toEqual({ status: 'dead', detail: 'private' });
	const elsewhere = await serve((_request, response) =>
		response.writeHead(302, { location: 'file:///etc/passwd' }).end()
	);
	expect(await checkLink(elsewhere.origin, { allows })).toEqual({ status: 'dead', detail: 'private' });
	expect(secret.asked).toEqual([]);
});

test('a server that does not answer, and one that is not there, are dead', async () => {
	const { origin } = await serve(() => undefined);
	expect(await checkLink(origin, { allows, timeoutMs: 100 })).toEqual({ status: 'dead', detail: 'timeout' });
	const gone = await serve(answerWith(200));
	await new Promise((done) => servers.pop()!.close(done));
	expect(await checkLink(gone.origin, { allows })).toEqual({ status: 'dead', detail: 'refused' });
});
