import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { outputOf, type Started, startProcess } from '../support/start-process.ts';

const SERVING = /berjalan di (http:\/\/127\.0\.0\.1:(\d+)) /;
const LIMIT = 120_000; // several starts of a whole process, on a machine that does other things too

let folder: string;
let started: Started[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'siap-start-'));
	started = [];
	return async () => {
		for (const { child, ended } of started) {
			child.kill('SIGKILL');
			await ended;
		}
		rmSync(folder, { recursive: true });
	};
});

function start(env: Record<string, string> = {}, args: string[] = []): Started {
	const program = startProcess({ DATA_DIR: join(folder, 'data'), ...env }, args);
	started.push(program);
	return program;
}

describe('what is wrong stops the start with one sentence', () => {
	/** Starts, waits for the end, and gives back what was said. */
	async function refusal(env: Record<string, string>, args: string[] = []): Promise<string> {
		const program = start(env, args);
		expect(await program.ended).toBe(1);
		expect(program.output.out).not.toMatch(SERVING);
		return program.output.err.trimEnd();
	}
	/** One sentence with a remedy after the colon, no stack below it. */
	const sentence = (beginning: string) =>
		expect.stringMatching(new RegExp(`^${beginning.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}[^\\n]*: [^\\n]+\\.$`));

	test.each([
		['a port that is no number', { PORT: 'delapan' }, 'PORT "delapan"'],
		['a port beyond the last', { PORT: '65536' }, 'PORT "65536"'],
		['an address of another machine', { HOST: '203.0.113.7' }, 'HOST "203.0.113.7"'],
		['an origin without a scheme', { ORIGIN: 'siap.contoh.go.id' }, 'ORIGIN "siap.contoh.go.id"'],
		['an origin with a path', { ORIGIN: 'https://siap.contoh.go.id/siap' }, 'ORIGIN "https://siap.contoh.go.id/siap"'],
		['an origin of another kind', { ORIGIN: 'ftp://siap.contoh.go.id' }, 'ORIGIN "ftp://siap.contoh.go.id"']
	])(
		'%s',
		async (_name, env, beginning) => {
			expect(await refusal(env)).toEqual(sentence(beginning));
			expect(existsSync(join(folder, 'data', 'siap.sqlite'))).toBe(false);
		},
		LIMIT
	);

	test(
		'a port that is taken',
		async () => {
			const other = createServer().listen(0, '127.0.0.1');
			await once(other, 'listening');
			const { port } = other.address() as AddressInfo;
			expect(await refusal({ PORT: String(port) })).toEqual(sentence(`Porta ${port} sudah dipakai`));
			other.close();
		},
		LIMIT
	);

	test(
		'a data folder that cannot be made, and one that is a file',
		async () => {
			writeFileSync(join(folder, 'berkas'), '', { mode: 0o777 });
			for (const DATA_DIR of [join(folder, 'berkas', 'data'), join(folder, 'berkas')])
				expect(await refusal({ DATA_DIR })).toEqual(sentence(`Folder data ${DATA_DIR}`));
		},
		LIMIT
	);

	test.each([[[]], [['--demo']]])(
		'a database of a newer version, started with %j',
		async (args) => {
			mkdirSync(join(folder, 'data'));
			const { client, close } = openDatabase(join(folder, 'data'));
			client.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('dari masa depan', 9e15)`);
			close();
			expect(await refusal({}, args)).toEqual(sentence('Basis data ini dibuat oleh versi SIAP yang lebih baru'));
		},
		LIMIT
	);

	test(
		'a file in the place of the database',
		async () => {
			mkdirSync(join(folder, 'data'));
			const file = join(folder, 'data', 'siap.sqlite');
			writeFileSync(file, 'ini bukan basis data, melainkan catatan rapat');
			expect(await refusal({})).toEqual(sentence(`Berkas ${file}`));
		},
		LIMIT
	);
});

describe('SIGTERM', () => {
	test(
		'finishes the request under way, takes no more, closes the database and ends with 0',
		async () => {
			const program = start();
			const [, address, port] = await outputOf(program, SERVING);
			const token = await outputOf(program, /sekali pakai ini: ([0-9a-f]{24})/);
			const body = new URLSearchParams({
				token: token[1]!,
				username: 'kepala',
				displayName: 'Kepala Bidang',
				password: 'kata sandi yang panjang'
			}).toString();

			const underWay = request(`${address}/setup`, {
				method: 'POST',
				headers: {
					origin: address,
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded',
					'content-length': body.length,
					expect: '100-continue' // the server says that it has the request before the body is sent
				}
			});
			underWay.flushHeaders();
			await once(underWay, 'continue');
			underWay.write(body.slice(0, 20));
			program.child.kill('SIGTERM');
			await refusesConnections(Number(port));
			underWay.end(body.slice(20));
			expect((await answerTo(underWay)).statusCode).toBe(303);

			expect(await program.ended).toBe(0);
			expect(program.output.err).toBe('');
			// closed: nothing is left in a journal beside the file
			expect(readdirSync(join(folder, 'data')).filter((name) => /-wal$|-shm$/.test(name))).toEqual([]);
			const { db, close } = openDatabase(join(folder, 'data'));
			expect(db.select({ username: users.username }).from(users).all()).toEqual([{ username: 'kepala' }]);
			close();
		},
		LIMIT
	);

	test(
		'the token of the log makes one administrator, once; nothing else does',
		async () => {
			const program = start();
			const [, address] = await outputOf(program, SERVING);
			const [, token] = await outputOf(program, /sekali pakai ini: ([0-9a-f]{24})/);
			const setUp = (given: string, username: string) =>
				fetch(`${address}/setup`, {
					method: 'POST',
					redirect: 'manual',
					headers: { origin: address!, accept: 'text/html' },
					body: new URLSearchParams({
						token: given,
						username,
						displayName: 'Kepala',
						password: 'kata sandi yang panjang'
					})
				});
			expect((await fetch(`${address}/`, { redirect: 'manual' })).headers.get('location')).toMatch(/^\/login/);
			expect((await fetch(`${address}/login`, { redirect: 'manual' })).headers.get('location')).toBe('/setup');
			expect((await setUp('0'.repeat(24), 'tamu')).status).toBe(400);
			expect((await setUp(token!, 'kepala')).headers.get('location')).toBe('/admin');
			expect((await setUp(token!, 'kedua')).headers.get('location')).toBe('/login');
			program.child.kill('SIGTERM');
			expect(await program.ended).toBe(0);
		},
		LIMIT
	);
});

async function answerTo(asked: ClientRequest): Promise<IncomingMessage> {
	const [answer] = (await once(asked, 'response')) as [IncomingMessage];
	answer.resume();
	return answer;
}

/** Waits until nobody listens there any more: the signal has arrived. */
async function refusesConnections(port: number): Promise<void> {
	for (;;) {
		const asked = connect(port, '127.0.0.1');
		const refused = await new Promise((done) =>
			asked.once('connect', () => done(false)).once('error', () => done(true))
		);
		asked.destroy();
		if (refused) return;
	}
}
