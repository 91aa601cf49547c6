import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { m } from '#lib/paraglide/messages.js';
import { handedOverApi } from '#lib/server/api/handover.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/server/demo/demo-password.ts';
import { type Environment, readEnvironment } from '#lib/server/foundation/environment.ts';
import { listen } from './listen.ts';
import { sayAndExit } from './say-and-exit.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const DRAIN_MS = 10_000;
const IDLE_MS = 50;
/** Milliseconds, more than the minute that a proxy keeps a connection for its next request: the proxy must close first,
 *  or it sends a request into a closed connection and answers 502. */
const KEEP_ALIVE_MS = 65_000;
const PROTOCOL_HEADER = 'x-siap-protocol';

/** Serves the build; this file is built with it, so that the server holds nothing that only the preparation took. */
async function main(args: string[]): Promise<void> {
	const environment = readEnvironment(process.env);
	const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 1_000 });
	server.on('request', await makeHandler(environment));
	await listen(server, environment);
	announce(server, environment, args.includes('--demo') ? DEMO_PASSWORD : null);
	closeOnSignal(server);
}

async function makeHandler({ origin }: Environment) {
	delete process.env.ORIGIN; // the adapter takes an empty one for a wrong one
	if (origin) process.env.ORIGIN = origin;
	else process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	// The plain form sends a file of evidence in one piece: above the largest that an administrator can allow.
	process.env.BODY_SIZE_LIMIT ??= '60M';
	const { handler } = (await import(/* @vite-ignore */ pathToFileURL(resolve('build/handler.js')).href)) as {
		handler: Handler;
	};
	const answerApi = handedOverApi();
	const compress = compression() as unknown as Handler;
	return (request: IncomingMessage, response: ServerResponse) => {
		// Without ORIGIN the address is the one that the browser names; a request to this port is plain http.
		if (!origin) request.headers[PROTOCOL_HEADER] = 'http';
		const answer = () => {
			if (answerApi(request, response, origin)) return;
			handler(request, response, () => {
				response.statusCode = 404;
				response.end();
			});
		};
		if (request.headers['accept-encoding']) compress(request, response, answer);
		else answer();
	};
}

function announce(server: Server, { origin, host, dataDir }: Environment, demoPassword: string | null): void {
	const { port } = server.address() as AddressInfo;
	console.log(m.start_serving({ address: origin ?? `http://${host}:${port}`, folder: dataDir }));
	if (demoPassword) console.log(m.start_demo_accounts({ accounts: DEMO_ACCOUNTS, password: demoPassword }));
}

/** Closes the server: the first signal finishes the requests under way and closes the database; a second one does not
 *  wait. */
function closeOnSignal(server: Server): void {
	const close = () => {
		const impatient = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
		const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS); // such as one that was just answered
		server.close(() => {
			clearTimeout(impatient);
			clearInterval(idle);
			process.emit('sveltekit:shutdown' as never, 'signal' as never);
		});
		process.once('SIGINT', () => process.exit(130));
		process.once('SIGTERM', () => process.exit(143));
	};
	process.once('SIGTERM', close);
	process.once('SIGINT', close);
}

main(process.argv.slice(2)).catch(sayAndExit);
