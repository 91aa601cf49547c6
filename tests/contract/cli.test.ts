import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { MADE_UP_TEXT } from '../support/made-up-province.ts';
import { createHash } from 'node:crypto';
import type { Locale } from '#lib/domain/locale.ts';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { dispatch } from '../../src/cli/dispatch.ts';
import { splitLanguage } from '../../src/cli/language.ts';
import { EAST_JAVA } from '../support/east-java.ts';
import { logIn } from '#lib/server/people/auth/login.ts';
import { findTokenViewer } from '#lib/server/people/auth/sessions.ts';
import { type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { boundaries, evidenceFiles, sessions } from '#lib/server/foundation/db/schema.ts';
import { fillSmallRound, NOW } from '../support/small-round.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'siap-cli-'));
	return () => rmSync(folder, { recursive: true });
});

async function siap(command: string, { stdin = '', locale = 'id' as Locale } = {}) {
	const out: string[] = [];
	const err: string[] = [];
	const code = await dispatch(command.split(' ').filter(Boolean), {
		out: (text) => void out.push(text),
		err: (text) => void err.push(text),
		readStdin: () => Promise.resolve(stdin),
		resolvePath: (path) => resolve(folder, path),
		env: { DATA_DIR: folder },
		now: () => NOW,
		locale
	});
	return { code, out: out.join('\n'), err: err.join('\n') };
}

async function inDatabase<T>(work: (db: Db) => T): Promise<Awaited<T>> {
	const connection = openDatabase(folder);
	try {
		return await work(connection.db);
	} finally {
		connection.close();
	}
}

const path = (name: string) => join(folder, name);

describe('help and usage', () => {
	test('--help lists every command, and each explains itself', async () => {
		const commands = ['report', 'export', 'import', 'instrument check', 'score', 'geo install', 'backup', 'restore'];
		commands.push('audit verify', 'user add', 'user reset', 'token add');
		const { code, out } = await siap('--help');
		expect(code).toBe(0);
		for (const command of commands) {
			expect(out).toContain(`  ${command} `);
			expect(await siap(`${command} --help`)).toMatchObject({
				code: 0,
				out: expect.stringContaining(`siap ${command}`) as string
			});
		}
	});

	test.each([
		'',
		'terbang',
		'user',
		'export --round uji',
		'export --round uji --format pdf --out x',
		'backup',
		'backup a b'
	])('"%s" is no call: exit code 2', async (command) => {
		expect(await siap(command)).toMatchObject({ code: 2, out: '' });
	});

	test('without a database a command says so and makes none', async () => {
		const { code, err } = await siap('audit verify', { locale: 'en' });
		expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/^There is no database in/) as string });
		expect(readdirSync(folder)).toEqual([]);
	});

	test.each([
		[['export', '--lang', 'en', '--out', 'x'], {}, ['export', '--out', 'x'], 'en'],
		[['export', '--lang=id'], { LANG: 'en_GB.UTF-8' }, ['export'], 'id'],
		[['export'], { LANG: 'en_GB.UTF-8' }, ['export'], 'en'],
		[['export'], { LANG: 'C.UTF-8' }, ['export'], 'id'],
		[['export', '--lang', 'jv'], {}, ['export', '--lang', 'jv'], 'id']
	])('the language of %j with %j', (args, env, rest, locale) => {
		expect(splitLanguage(args, env)).toEqual({ args: rest, locale });
	});
});

describe('accounts', () => {
	test('a new account logs in with the password printed once', async () => {
		const { code, out } = await siap('user add Budi --role admin');
		expect(code).toBe(0);
		const password = /: (\S+)$/.exec(out)![1]!;
		expect(await inDatabase((db) => logIn(db, 'budi', password, NOW))).toMatchObject({ kind: 'in' });
		expect(await siap('user add budi --role viewer')).toMatchObject({
			code: 1,
			err: expect.stringContaining('sudah dipakai') as string
		});
	});

	test('a reset gives a new password and ends the sessions', async () => {
		await siap('user add budi --role admin --password-stdin', { stdin: 'sandi-yang-lama\n' });
		expect(await inDatabase((db) => logIn(db, 'budi', 'sandi-yang-lama', NOW))).toMatchObject({ kind: 'in' });
		const { out } = await siap('user reset budi --password-stdin', { stdin: 'sandi-yang-baru\n' });
		expect(out).not.toContain('sandi-yang-baru');
		expect(await inDatabase((db) => db.select().from(sessions).all())).toEqual([]);
		expect(await inDatabase((db) => logIn(db, 'budi', 'sandi-yang-baru', NOW))).toMatchObject({ kind: 'in' });
		expect(await siap('user reset siapa')).toMatchObject({ code: 1 });
	});

	test.each([
		['user add b --role admin', /huruf kecil/],
		['user add budi --role raja', /Peran tidak dikenal/],
		['user add budi --role respondent', /memerlukan wilayah/],
		['user add budi --role agency', /memerlukan OPD/],
		['user add budi --role respondent --region 35.99', /35\.99/],
		['user add budi --role admin --password-stdin', /sedikitnya 10/]
	])('%s is refused with its reason', async (command, reason) => {
		expect(await siap(command, { stdin: 'pendek' })).toMatchObject({
			code: 1,
			err: expect.stringMatching(reason) as string
		});
	});

	test('a token stands alone on standard output and opens the API', async () => {
		await siap('user add budi --role respondent --region 35.78');
		const { code, out } = await siap('token add budi');
		expect(code).toBe(0);
		expect(await inDatabase((db) => findTokenViewer(db, out))).toMatchObject({ username: 'budi', regionCode: '35.78' });
		expect(await siap('token add siapa')).toMatchObject({ code: 1, out: '' });
	});
});

describe('answers', () => {
	test('an export can be changed and imported; the first admin is its author', async () => {
		await inDatabase(fillSmallRound);
		writeFileSync(
			path('masuk.csv'),
			'round,region_code,agency,indicator,track,level,not_applicable,justification,version\nuji,35.01,,A1,self,3,,Perbup,\n'
		);
		expect(await siap('import --round uji --answers masuk.csv')).toMatchObject({ code: 0 });
		for (const format of ['csv', 'xlsx', 'json'])
			expect(await siap(`export --round uji --format ${format} --out keluar.${format}`)).toMatchObject({ code: 0 });
		expect(readFileSync(path('keluar.csv'), 'utf8')).toContain(
			',A1,self,3,false,Perbup,0,1,2026-10-01T03:00:00.000Z,admin\n'
		);
		expect(readFileSync(path('keluar.xlsx')).subarray(0, 2).toString()).toBe('PK');
		expect(await siap('audit verify')).toMatchObject({ code: 0 });
	});

	test('a faulty file changes nothing, and every fault is printed', async () => {
		await inDatabase(fillSmallRound);
		await siap('export --round uji --format csv --out kosong.csv');
		const head = readFileSync(path('kosong.csv'), 'utf8');
		writeFileSync(path('salah.csv'), `${head}uji,35.01,,,A1,self,9,,,,,,\nuji,35.01,,,A9,self,1,,,,,,\n`);
		const { code, err } = await siap('import --round uji --answers salah.csv');
		expect(code).toBe(1);
		expect(err).toMatch(/^Baris 2, kolom level: .*\nBaris 3, kolom indicator: .*\nTidak ada yang diimpor: 2 kesalahan/);
	});

	test('an author has to be an admin, and there has to be one', async () => {
		await inDatabase(fillSmallRound);
		writeFileSync(path('x.csv'), '');
		expect(await siap('import --round uji --answers x.csv --as asesor')).toMatchObject({
			code: 1,
			err: expect.stringContaining('bukan admin') as string
		});
		expect(await siap('import --round uji --answers x.csv --as siapa')).toMatchObject({
			code: 1,
			err: expect.stringContaining('siapa') as string
		});
		expect(await siap('import --round uji --answers tiada.csv')).toMatchObject({
			code: 1,
			err: expect.stringContaining('ENOENT') as string
		});
		expect(await siap('export --round 2031 --format csv --out x')).toMatchObject({
			code: 1,
			err: expect.stringContaining('2031') as string
		});
	});

	test('reports are PDFs', async () => {
		await inDatabase(fillSmallRound);
		expect(await siap('report --round uji --region 35.01 --out wilayah.pdf')).toMatchObject({ code: 0, err: '' });
		expect(await siap('report --round uji --out provinsi.pdf', { locale: 'en' })).toMatchObject({ code: 0, err: '' });
		expect(await siap('report --round uji --region 35.01 --plan --out rencana.pdf')).toMatchObject({
			code: 0,
			err: ''
		});
		expect(await siap('report --round uji --agency opd-dinkes --out opd.pdf')).toMatchObject({ code: 0, err: '' });
		for (const name of ['wilayah.pdf', 'provinsi.pdf', 'rencana.pdf', 'opd.pdf'])
			expect(readFileSync(path(name)).subarray(0, 5).toString()).toBe('%PDF-');
		expect(await siap('report --round uji --region 35.99 --out x.pdf')).toMatchObject({ code: 1 });
		expect(await siap('report --round uji --region 35.99 --plan --out x.pdf')).toMatchObject({ code: 1 });
		expect(await siap('report --round uji --agency tiada --out x.pdf')).toMatchObject({ code: 1 });
		for (const usage of [
			'--plan --minutes 1 --out x.pdf',
			'--plan --out x.docx',
			'--plan --agency opd-dinkes --out x.pdf',
			'--region 35.78 --agency opd-dinkes --out x.pdf'
		])
			expect(await siap(`report --round uji ${usage}`)).toMatchObject({ code: 2 });
	});
});

describe('boundaries', () => {
	const square = (offset = 0) => [
		[112, -7],
		[113, -7],
		[113, -8 + offset],
		[112, -7]
	];
	const features = EAST_JAVA.filter(({ type }) => type !== 'province').map(({ code }) => ({
		type: 'Feature',
		properties: { code },
		geometry: { type: 'Polygon', coordinates: [square()] as unknown[] }
	}));
	const collection = (change: (all: typeof features) => unknown[] = (all) => all) =>
		JSON.stringify({ type: 'FeatureCollection', features: change(structuredClone(features)) });

	test('38 regions are installed with their source', async () => {
		writeFileSync(path('batas.geojson'), collection());
		expect(await siap('geo install batas.geojson')).toMatchObject({
			code: 1,
			err: expect.stringContaining('--attribution') as string
		});
		expect(await siap('geo install batas.geojson --attribution BIG')).toMatchObject({ code: 0 });
		const rows = await inDatabase((db) => db.select().from(boundaries).all());
		expect(rows).toHaveLength(38);
		expect(rows[0]).toMatchObject({ regionCode: '35.01', attribution: 'BIG' });
	});

	test.each([
		['one missing', (all: typeof features) => all.slice(1), /35\.01 tidak ada/],
		['one twice', (all: typeof features) => [...all, all[3]], /35\.04 muncul lebih dari sekali/],
		['a foreign one', (all: typeof features) => [...all, { ...all[0], properties: { code: '33.01' } }], /33\.01/],
		['no code', (all: typeof features) => [...all, { ...all[0], properties: {} }], /ke-39/],
		['an open ring', (all: typeof features) => withRing(all, square().slice(0, 3)), /35\.01 tidak tertutup/],
		[
			'metres',
			(all: typeof features) =>
				withRing(all, [
					[5e5, 9e6],
					[6e5, 9e6],
					[6e5, 8e6],
					[5e5, 9e6]
				]),
			/di luar WGS84/
		],
		['a line as a ring', (all: typeof features) => withRing(all, square(1)), /tidak melingkupi/],
		['a point for an area', (all: typeof features) => withType(all, 'Point'), /35\.01 bukan Polygon/],
		[
			'a ring that crosses itself',
			(all: typeof features) =>
				withRing(all, [
					[112, -8],
					[113, -7],
					[113, -8],
					[112, -7.2],
					[112, -8]
				]),
			/35\.01 saling memotong di sekitar bujur, lintang 112\.\d+, -7\.\d+/
		]
	])('with %s nothing is installed', async (_what, change, reason) => {
		writeFileSync(path('batas.geojson'), collection(change));
		expect(await siap('geo install batas.geojson --attribution BIG')).toMatchObject({
			code: 1,
			err: expect.stringMatching(reason) as string
		});
		expect(await inDatabase((db) => db.select().from(boundaries).all())).toEqual([]);
	});

	test.each([
		['no JSON', 'Batas wilayah Jawa Timur', /bukan JSON/],
		['no collection', JSON.stringify({ type: 'Topology', objects: {} }), /FeatureCollection/],
		[
			'another reference system',
			collection().replace('{', '{"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::32749"}},'),
			/EPSG::32749/
		],
		['a file over 20 MB', `${collection()}${' '.repeat(20 * 1024 * 1024)}`, /20 MB/]
	])('%s: nothing is installed, and a sentence says why', async (_what, text, reason) => {
		writeFileSync(path('batas.geojson'), text);
		expect(await siap('geo install batas.geojson --attribution BIG')).toMatchObject({
			code: 1,
			err: expect.stringMatching(reason) as string
		});
		expect(await inDatabase((db) => db.select().from(boundaries).all())).toEqual([]);
	});

	function withType(all: typeof features, type: string) {
		all[0]!.geometry.type = type;
		return all;
	}

	function withRing(all: typeof features, ring: number[][]) {
		all[0]!.geometry.coordinates = [ring];
		return all;
	}
});

describe('province', () => {
	const install = async (text: string) => {
		writeFileSync(path('profil.yaml'), text);
		return siap('province install profil.yaml');
	};

	test('another one is installed, shown as it was written, and is not installed twice', async () => {
		expect(await install(MADE_UP_TEXT)).toMatchObject({
			code: 0,
			out: 'Profil Nusa Baru terpasang: 8 wilayah baru, 39 dihapus, 0 berubah.'
		});
		expect(await siap('province show')).toMatchObject({ code: 0, out: MADE_UP_TEXT.trimEnd() });
		expect(await install(MADE_UP_TEXT)).toMatchObject({
			code: 0,
			out: expect.stringContaining('sama persis') as string
		});
		expect(await inDatabase((db) => listRegions(db))).toHaveLength(8);
	});

	test('faults are told by line and field, in English too, and nothing is installed', async () => {
		const broken = MADE_UP_TEXT.replace('zone: Asia/Jayapura', 'zone: WIT').replace('lat: -3.1,', 'lat: 91,');
		expect(await install(broken)).toMatchObject({
			code: 1,
			err: expect.stringMatching(
				/Baris \d+, zone: "WIT"[\s\S]*Baris \d+, regions\[1\]\.lat:[\s\S]*tidak dipasang/
			) as string
		});
		expect(await siap('province install profil.yaml', { locale: 'en' })).toMatchObject({
			code: 1,
			err: expect.stringMatching(/Line \d+, zone/) as string
		});
		expect(await inDatabase((db) => listRegions(db))).toHaveLength(39);
	});

	test('regions in use are named', async () => {
		await siap('user add satu --role respondent --region 35.01 --password-stdin', { stdin: 'sandi-yang-panjang' });
		expect(await install(MADE_UP_TEXT)).toMatchObject({
			code: 1,
			err: expect.stringContaining('Kabupaten Pacitan (35.01): akun') as string
		});
	});

	test('it asks for one file, and for one that is there', async () => {
		expect(await siap('province install')).toMatchObject({ code: 2, err: 'siap province install F.yaml' });
		expect(await siap('province install tiada.yaml')).toMatchObject({ code: 1 });
	});
});

describe('backup and restore', () => {
	test('a backup made while the database is open brings everything back', async () => {
		await siap('user add lama --role admin --password-stdin', { stdin: 'sandi-yang-lama' });
		const server = openDatabase(folder);
		expect(await siap('backup cadangan.sqlite')).toMatchObject({ code: 0 });
		expect(await siap('backup cadangan.sqlite')).toMatchObject({
			code: 1,
			err: expect.stringContaining('tidak ditimpa') as string
		});
		await siap('user add baru --role admin');
		expect(await siap('restore cadangan.sqlite')).toMatchObject({
			code: 1,
			err: expect.stringContaining('sedang dipakai') as string
		});
		server.close();

		expect(await siap('restore cadangan.sqlite')).toMatchObject({ code: 0 });
		expect(await siap('token add baru')).toMatchObject({ code: 1 });
		expect(await siap('token add lama')).toMatchObject({ code: 0 });
		expect(await siap('audit verify')).toMatchObject({ code: 0 });
		const [aside] = readdirSync(path('backups'));
		expect(aside).toMatch(/^before-restore-.*\.sqlite$/);
		expect(await siap(`restore backups/${aside}`)).toMatchObject({ code: 0 });
		expect(await siap('token add baru')).toMatchObject({ code: 0 });
	});

	test('a backup holds the evidence too, and says when a file of it is missing', async () => {
		const bytes = Buffer.from('isi bukti');
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const evidence = path(`evidence/${sha256.slice(0, 2)}/${sha256.slice(2)}`);
		const server = openDatabase(folder);
		server.db
			.insert(evidenceFiles)
			.values({ sha256, size: 9, mediaType: 'text/plain; charset=utf-8', storedAt: 1 })
			.run();
		mkdirSync(dirname(evidence), { recursive: true });
		writeFileSync(evidence, bytes);
		expect(await siap('backup cadangan.sqlite')).toMatchObject({
			code: 0,
			out: expect.stringContaining('Bersama 1 berkas') as string
		});
		rmSync(path('evidence'), { recursive: true });
		expect(await siap('backup tak-lengkap.sqlite')).toMatchObject({
			code: 1,
			err: expect.stringContaining(sha256) as string
		});
		server.close();
		expect(await siap('restore cadangan.sqlite')).toMatchObject({ code: 0 });
		expect(readFileSync(evidence)).toEqual(bytes);
		const restored = openDatabase(folder);
		expect(restored.client.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backup_evidence'").get()).toBeUndefined();
		restored.close();
	});

	test('a backup whose evidence was altered is refused', async () => {
		const server = openDatabase(folder);
		const sha256 = 'ab'.repeat(32);
		server.db.insert(evidenceFiles).values({ sha256, size: 9, mediaType: 'application/pdf', storedAt: 1 }).run();
		server.close();
		await siap('backup cadangan.sqlite');
		const copy = new Sqlite(path('cadangan.sqlite'));
		copy.prepare('INSERT INTO backup_evidence VALUES (?, ?)').run(sha256, Buffer.from('lain'));
		copy.close();
		expect(await siap('restore cadangan.sqlite')).toMatchObject({ code: 1 });
		expect(existsSync(path('evidence'))).toBe(false);
	});

	test('a file that is no sound backup changes nothing', async () => {
		await siap('user add lama --role admin');
		await siap('backup cadangan.sqlite');
		const bytes = readFileSync(path('cadangan.sqlite'));
		writeFileSync(path('rusak.sqlite'), bytes.fill(0xff, 8192, 60_000));
		writeFileSync(path('bukan.sqlite'), 'halo '.repeat(1000));
		for (const name of ['rusak.sqlite', 'bukan.sqlite', 'tiada.sqlite'])
			expect({ name, ...(await siap(`restore ${name}`)) }).toMatchObject({ name, code: 1 });
		expect(await siap('token add lama')).toMatchObject({ code: 0 });
		expect(existsSync(path('backups'))).toBe(false);
	});

	test('a damaged database is replaced all the same', async () => {
		await siap('user add lama --role admin');
		await siap('backup cadangan.sqlite');
		writeFileSync(path('siap.sqlite'), 'rusak '.repeat(1000));
		expect(await siap('restore cadangan.sqlite')).toMatchObject({ code: 0 });
		expect(await siap('token add lama')).toMatchObject({ code: 0 });
	});

	test('a folder that cannot be written to is said', async () => {
		await siap('user add lama --role admin');
		expect(await siap('backup tiada/cadangan.sqlite')).toMatchObject({
			code: 1,
			err: expect.stringContaining('tidak dapat dibuat') as string
		});
	});
});
