import { Agent, createServer, request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { measureFloorOfSaves, median } from './in-process.ts';

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const TURNS = 5;
const SAVES = 2_000;
const WRITERS = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'];
const READS = 3_000;
const AT_ONCE = 4;
const REGION = '35.21'; // not started in the demo, assigned to asesor1

/** One request to a server on this machine. */
export function get(address: string, options: RequestOptions & { send?: string } = {}): Promise<Answer> {
	return new Promise((done, fail) => {
		const { send, ...rest } = options;
		const sent = request(address, { agent, ...rest }, (reply) => {
			const chunks: Buffer[] = [];
			reply.on('data', (chunk: Buffer) => chunks.push(chunk));
			reply.on('end', () =>
				done({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) })
			);
		});
		sent.on('error', fail);
		sent.end(send);
	});
}

/** The cookie of a demo account.
 *  @throws Error when it is refused */
export async function logIn(address: string, username: string): Promise<string> {
	const answer = await get(`${address}/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
		send: `username=${username}&password=satudata-demo`
	});
	const cookie = answer.headers['set-cookie']?.find((line) => line.startsWith('siap_session='));
	if (!cookie) throw new Error(`log-in of ${username} answered ${answer.status}`);
	return cookie.split(';')[0]!;
}

/** Saves the next level of one indicator of the region that the benchmark writes to, as a browser of `asesor1` would.
 *  @param version the one it is based on, from 0
 *  @throws Error when it is not saved */
export async function saveLevel(
	address: string,
	cookie: string,
	indicator: string,
	version: number,
	connections: Agent = agent
): Promise<void> {
	const { status, body } = await get(`${address}/api/v1/rounds/2026/regions/${REGION}/answers/${indicator}`, {
		agent: connections,
		method: 'PUT',
		headers: { 'content-type': 'application/json', cookie },
		send: JSON.stringify({
			track: 'assessor',
			level: 1 + (version % 5),
			notApplicable: false,
			justification: 'Perbup diundangkan.',
			baseVersion: version,
			requestId: `bench-${indicator}-${version}`
		})
	});
	if (status !== 200) throw new Error(`save answered ${status}: ${body.toString()}`);
}

/** Answers a second that are saved over the API by eight people at once, each on an indicator of their own, and the floor:
 *  transactions of bare SQLite. In turns, after one turn of each that does not count; the medians. */
export async function measureSaves(address: string): Promise<{ ours: number; floor: number }> {
	const cookie = await logIn(address, 'asesor1');
	const each = SAVES / WRITERS.length;
	return inTurns(
		async (turn) => {
			const agent = new Agent({ keepAlive: true });
			const writer = async (indicator: string) => {
				for (let n = 0; n < each; n++) await saveLevel(address, cookie, indicator, turn * each + n, agent);
			};
			const began = performance.now();
			await Promise.all(WRITERS.map(writer));
			const rate = (1000 * SAVES) / (performance.now() - began);
			agent.destroy();
			return rate;
		},
		() => Promise.resolve(measureFloorOfSaves())
	);
}

/** Reads a second of all scores, and of the same bytes from a bare server on a thread of its own. */
export async function measureScores(address: string): Promise<{ ours: number; floor: number }> {
	const cookie = await logIn(address, 'reviewer');
	const path = `${address}/api/v1/rounds/2026/scores`;
	const { body } = await get(path, { headers: { cookie } });
	const bare = new Worker(new URL('./bare-server.ts', import.meta.url), { workerData: body.toString() });
	const port = await new Promise<number>((done) => bare.once('message', done));
	const rates = await inTurns(
		() => readRate(path, { cookie }),
		() => readRate(`http://127.0.0.1:${port}/`, {})
	);
	await bare.terminate();
	return rates;
}

/** Both rates in turns, so that what else the machine does meets both; the first turn warms up and does not count. */
async function inTurns(
	ours: (turn: number) => Promise<number>,
	floor: () => Promise<number>
): Promise<{ ours: number; floor: number }> {
	const rates = { ours: [] as number[], floor: [] as number[] };
	for (let turn = 0; turn <= TURNS; turn++) {
		rates.ours.push(await ours(turn));
		rates.floor.push(await floor());
	}
	return { ours: median(rates.ours.slice(1)), floor: median(rates.floor.slice(1)) };
}

async function readRate(address: string, headers: Record<string, string>): Promise<number> {
	const agent = new Agent({ keepAlive: true });
	const client = async () => {
		for (let n = 0; n < READS / AT_ONCE; n++) {
			const { status } = await get(address, { agent, headers });
			if (status !== 200) throw new Error(`${address} answered ${status}`);
		}
	};
	const began = performance.now();
	await Promise.all(Array.from({ length: AT_ONCE }, client));
	const rate = (1000 * READS) / (performance.now() - began);
	agent.destroy(); // none of its sockets grows old while the other is measured
	return rate;
}

const REGION_PDFS = Array.from(
	{ length: 11 },
	(_, n) => `/rounds/2026/regions/35.${String(n + 5).padStart(2, '0')}/report.pdf`
);
const PROVINCE_PDF = '/rounds/2026/report.pdf';

/** Milliseconds to a whole PDF over HTTP: a region's that was just made (median of nine after two), others' (median of ten),
 *  the province's for the first time and once more (median of two). */
export async function measurePdfs(
	address: string
): Promise<{ region: number; others: number; provinceFirst: number; province: number }> {
	const cookie = await logIn(address, 'reviewer');
	const time = async (path: string) => {
		const began = performance.now();
		const { status } = await get(address + path, { headers: { cookie } });
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		return performance.now() - began;
	};
	const timeEach = async (paths: readonly string[]) => {
		const runs: number[] = [];
		for (const path of paths) runs.push(await time(path));
		return runs;
	};
	const [first, ...others] = REGION_PDFS;
	const region = median((await timeEach(Array<string>(11).fill(first!))).slice(2));
	return {
		region,
		others: median(await timeEach(others)),
		provinceFirst: await time(PROVINCE_PDF),
		province: median(await timeEach([PROVINCE_PDF, PROVINCE_PDF]))
	};
}

/** Bytes of JavaScript, gzipped, that the questionnaire page asks for. */
export async function measureScript(address: string): Promise<number> {
	const cookie = await logIn(address, 'asesor1');
	const { body, headers } = await get(`${address}/rounds/2026/regions/${REGION}/form/A`, { headers: { cookie } });
	const page = `${String(headers.link)} ${body.toString()}`; // most are named in the Link header
	const paths = new Set(
		[...page.matchAll(/["'(<](?:\.{0,2}\/)*(_app\/immutable\/[\w./-]+\.js)["')>]/g)].map(([, path]) => path)
	);
	let bytes = 0;
	for (const path of paths) bytes += gzipSync((await get(`${address}/${path}`)).body, { level: 6 }).length;
	return bytes;
}

/** Serves the same bytes to every request; for `bare-server.ts`. */
export function serveBytes(text: string, ready: (port: number) => void): void {
	const body = Buffer.from(text);
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
		response.end(body);
	});
	server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port));
}
