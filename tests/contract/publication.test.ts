import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import { type Connection, DATABASE_FILE, type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { type Publication, readPublication, savePublication } from '#lib/server/public/publication/settings.ts';
import { measureUncertaintyNow } from '#lib/server/insight/robustness/measure-uncertainty.ts';
import { moveRound } from '#lib/server/public/life/manage-round.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { callApi } from '../support/call-api.ts';
import { DEMO_NOW as NOW, demoFile } from '../support/demo-database.ts';
import { askPublic, publicAddresses } from '../support/public-site.ts';
import { publishRound } from '../support/publish-round.ts';

const HOUR = 3_600_000;
const ADMIN = {
	id: 'demo-admin',
	username: 'admin',
	displayName: 'Admin',
	role: 'admin' as const,
	regionCode: null,
	agencyId: null
};
const OPEN_CREDIT = 'Batas: Pembuat Contoh, CC BY 4.0';

let folder: string;
let connection: Connection;
let db: Db;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'siap-publication-'));
	writeFileSync(join(folder, DATABASE_FILE), await demoFile());
	vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
	reopen();
});

afterEach(() => {
	vi.useRealTimers();
	connection.close();
	rmSync(folder, { recursive: true });
});

/** A second process on the same file: nothing is in its memory. */
function reopen(): void {
	if (connection?.client.open) connection.close();
	connection = openDatabase(folder);
	db = connection.db;
}

function open(code: string, wanted: Partial<Publication> & { depth: PublicDepth }): void {
	const settings = { embargoUntil: null, licence: 'CC-BY-4.0' as const, contact: '', ...wanted };
	expect(savePublication({ db, actor: ADMIN, now: NOW }, code, settings)).toEqual({ kind: 'saved' });
}

/** A square for every kabupaten and kota. */
function installSquares(credit: string, size = 0.05): void {
	connection.client.exec('DELETE FROM boundaries');
	const insert = connection.client.prepare('INSERT INTO boundaries VALUES (?, ?, ?, 0)');
	for (const { code, type, lat, lon } of listRegions(db)) {
		if (type === 'province') continue;
		const ring = [
			[lon, lat],
			[lon + size, lat],
			[lon + size, lat + size],
			[lon, lat + size],
			[lon, lat]
		];
		insert.run(code, JSON.stringify({ type: 'Polygon', coordinates: [ring] }), credit);
	}
}

/** Every byte that anybody gets of a round, by address. */
async function everything(code: string): Promise<Record<string, string>> {
	const all: Record<string, string> = {};
	for (const address of publicAddresses(code)) {
		const response = await askPublic(db, address);
		all[address] = `${response.status} ${response.headers.get('content-type')}\n${await response.text()}`;
	}
	return all;
}

async function listed(): Promise<string[]> {
	const { rounds } = (await (await askPublic(db, '/p')).json()) as { rounds: { code: string }[] };
	return rounds.map(({ code }) => code);
}

/** Status and body of every address are those of a round that never was. */
async function expectAbsent(code: string): Promise<void> {
	for (const [at, address] of publicAddresses(code).entries()) {
		const [asked, never] = [
			await askPublic(db, address, { 'if-none-match': '*' }),
			await askPublic(db, publicAddresses('1900')[at]!)
		];
		expect(asked.status, address).toBe(404);
		expect([...asked.headers], address).toEqual([...never.headers]);
		expect(asked.headers.get('cache-control')).toBe('no-store');
		expect(await asked.text(), address).toBe(await never.text());
	}
	expect(await listed()).not.toContain(code);
}

describe('nothing can be reached without login', () => {
	test('of a round that runs, whatever is to be opened later', async () => {
		await expectAbsent('2026');
		open('2026', { depth: 'indicators' });
		await expectAbsent('2026');
	});

	test('of a published round that was not opened, or is closed again', async () => {
		publishRound(db, '2026', NOW);
		await expectAbsent('2026');
		open('2026', { depth: 'class' });
		expect((await askPublic(db, '/p/2026')).status).toBe(200);
		open('2026', { depth: 'none' });
		await expectAbsent('2026');
	});

	test('before the hour of the embargo, to the millisecond', async () => {
		publishRound(db, '2026', NOW);
		open('2026', { depth: 'indicators', embargoUntil: NOW + HOUR });
		await expectAbsent('2026');
		vi.setSystemTime(NOW + HOUR - 1);
		await expectAbsent('2026');
		vi.setSystemTime(NOW + HOUR);
		expect((await askPublic(db, '/p/2026')).status).toBe(200);
		expect(await listed()).toEqual(['2026', '2025']);
	});

	test('of a region that the round does not have, or a file that does not exist', async () => {
		for (const ending of ['/99.99', '/data.xlsx', '/data.toString', '/data.geojson'])
			expect((await askPublic(db, `/p/2025${ending}`)).status, ending).toBe(404);
	});
});

describe('a depth holds in every format', () => {
	/** What is in the snapshot and must never come out. */
	function secrets(): string[] {
		const snapshot = findSnapshot(db, findRound(db, '2026')!)!.snapshot;
		const answers = [...Object.values(snapshot.answers), ...Object.values(snapshot.agencies?.answers ?? {})].flat();
		const pieces = Object.values(snapshot.pieces ?? {}).flat();
		return [
			...answers.flatMap(({ justification, evidenceWaiver, changeNote }) => [
				justification,
				evidenceWaiver,
				changeNote
			]),
			...pieces.flatMap(({ title, url, sha256 }) => [title, url ?? '', sha256 ?? '']),
			...(snapshot.agencies?.results ?? []).map(({ agency }) => agency!.name),
			...answers.map(({ updatedBy }) => updatedBy).filter((name) => name.startsWith('asesor'))
		].filter((text) => text.length > 5);
	}

	test.each(['class', 'index', 'domains', 'indicators'] as const)(
		'no justification, evidence, note, agency or account name comes out at depth %s',
		async (depth) => {
			installSquares(OPEN_CREDIT);
			publishRound(db, '2026', NOW);
			open('2026', { depth });
			const sought = [...new Set(secrets())];
			expect(sought.length).toBeGreaterThan(500);
			for (const [address, text] of Object.entries(await everything('2026'))) {
				expect(text, address).toMatch(/^200 /);
				const plain = text.replaceAll('\\"', '"');
				expect(
					sought.filter((secret) => plain.includes(secret)),
					address
				).toEqual([]);
			}
		}
	);

	test('class: no index, rank, rating, domain or level, not even by the order of the rows', async () => {
		installSquares(OPEN_CREDIT);
		publishRound(db, '2026', NOW);
		open('2026', { depth: 'class' });
		const { results } = findSnapshot(db, findRound(db, '2026')!)!.snapshot;
		const numbers = results.flatMap(({ index, domains }) => [index, ...Object.values(domains)]);
		const exact = numbers.filter((number) => number !== null).map(String);
		const long = exact.filter((text) => text.length > 4);
		expect(long.length).toBeGreaterThan(30);
		const all = await everything('2026');
		for (const [address, text] of Object.entries(all)) {
			expect(
				long.filter((number) => new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?!\\d)`).test(text)),
				address
			).toEqual([]);
			expect(text, address).not.toMatch(/"?(index|domain_[A-Z]|indicator_[A-Z]\d+|predicate|rank)"?(,|\n|":(?!null))/);
		}
		const { map, view } = JSON.parse(all['/p/2026']!.split('\n')[1]!) as {
			map: string;
			view: { regions: { region: { code: string }; readinessClass: string | null }[] };
		};
		const shown = results.map(({ index }) => formatIndex(index, 'id')).filter((text) => text !== '–');
		expect(map).not.toMatch(/indeks/i);
		expect(shown.filter((index) => map.includes(`>${index}<`))).toEqual([]);
		const codes = view.regions.slice(0, -1).map(({ region, readinessClass }) => [readinessClass, region.code]);
		const byClass = Map.groupBy(codes, ([readinessClass]) => readinessClass);
		for (const rows of byClass.values()) expect(rows).toEqual([...rows].sort((a, b) => (a[1]! < b[1]! ? -1 : 1)));
	});

	test.each([
		['class', 'readiness_class_name'],
		['index', 'predicate'],
		['domains', 'domain_G'],
		['indicators', 'indicator_G6']
	] as const)('the last column of the table at depth %s is %s', async (depth, last) => {
		publishRound(db, '2026', NOW);
		open('2026', { depth });
		const csv = await (await askPublic(db, '/p/2026/data.csv')).text();
		const columns = csv.split('\n')[0]!.split(',');
		expect(columns.at(-1)).toBe(last);
		const json = (await (await askPublic(db, '/p/2026/data.json')).json()) as {
			columns: { name: string; meaning: string }[];
			rows: Record<string, unknown>[];
		};
		expect(json.columns.map(({ name }) => name)).toEqual(columns);
		expect(json.columns.every(({ meaning }) => meaning.length > 3)).toBe(true);
		expect(Object.keys(json.rows[0]!)).toEqual(columns);
		expect(json.rows).toHaveLength(39);
		const { metadata } = (await (await askPublic(db, '/p/2026/metadata.json')).json()) as {
			metadata: { kode: string }[];
		};
		expect(metadata.map(({ kode }) => kode)).toEqual(
			columns.filter((name) => /^(readiness_class|index|domain_.*|indicator_.*)$/.test(name))
		);
	});
});

describe('caching', () => {
	test('whoever has it gets 304, until settings, language or content change', async () => {
		const first = await askPublic(db, '/p/2025');
		expect(first.headers.get('cache-control')).toBe('public, max-age=300');
		const etag = first.headers.get('etag')!;
		expect(etag).toMatch(/^W\/"[\w-]{20,}"$/);
		const again = await askPublic(db, '/p/2025', { 'if-none-match': `"other", ${etag}` });
		expect([again.status, await again.text()]).toEqual([304, '']);
		expect(again.headers.get('etag')).toBe(etag);
		const others = ['/p/2025?lang=en', '/p/2025/data.csv', '/p/2025/35.78', '/p'];
		for (const address of others)
			expect((await askPublic(db, address, { 'if-none-match': etag })).status, address).toBe(200);
		open('2025', { depth: 'index' });
		expect((await askPublic(db, '/p/2025', { 'if-none-match': etag })).status).toBe(200);
	});

	test('a session is neither read nor set; the files may be read by every site', async () => {
		for (const address of publicAddresses('2025')) {
			const response = await askPublic(db, address, { cookie: 'siap_session=x; PARAGLIDE_LOCALE=en' });
			expect(response.headers.get('set-cookie'), address).toBeNull();
			const isFile = /\.(csv|json|jsonld)(\?|$)/.test(address);
			expect(response.headers.get('access-control-allow-origin'), address).toBe(isFile ? '*' : null);
		}
	});
});

describe('what was published stays', () => {
	test('whatever becomes of the live tables and of the installed boundaries', async () => {
		installSquares(OPEN_CREDIT);
		publishRound(db, '2026', NOW);
		open('2026', { depth: 'indicators' });
		const before = await everything('2026');
		connection.client.exec(`
			UPDATE answers SET level = 6 - level, justification = 'diubah', version = version + 1;
			UPDATE assessments SET status = 'clarification', revision = revision + 7;
			UPDATE rounds SET name = 'Diubah', starts_on = '2020-01-01', target_class = 'ready', sample = 0, revision = revision + 7;
			UPDATE regions SET name = 'Diubah ' || name, area = 'Diubah', tile_row = 0;
			UPDATE instrument_versions SET content = json_set(content, '$.name.id', 'Diubah', '$.domains[0].weight', 99);
		`);
		installSquares('Batas lain, CC0', 0.2);
		reopen();
		expect(await everything('2026')).toEqual(before);
	});

	test('a snapshot that was changed is shown to nobody', async () => {
		connection.client.exec(
			`UPDATE rounds SET snapshot = json_set(snapshot, '$.results[5].index', 4.9) WHERE code = '2025'`
		);
		reopen();
		for (const address of publicAddresses('2025')) {
			const response = await askPublic(db, address);
			expect(response.status, address).toBe(503);
			expect(response.headers.get('cache-control'), address).toBe('no-store');
			expect(await response.text(), address).not.toContain('4.9');
		}
		expect(await listed()).toEqual([]);
	});
});

describe('the uncertainty of the ranking', () => {
	function publish(revision: number): void {
		connection.client.exec(`
			UPDATE rounds SET status = 'plenary' WHERE code = '2026';
			UPDATE assessments SET status = 'final' WHERE round_id = (SELECT id FROM rounds WHERE code = '2026');
		`);
		const uncertainty = measureUncertaintyNow(db, findRound(db, '2026')!);
		const moved = moveRound({ db, actor: ADMIN, now: NOW }, '2026', {
			step: 'publish',
			measured: { revision, uncertainty }
		});
		expect(moved).toEqual({ kind: 'moved', status: 'published' });
	}

	test('is frozen with the round, and shown from the depth of the index on', async () => {
		publish(findRound(db, '2026')!.revision);
		open('2026', { depth: 'class' });
		for (const [address, text] of Object.entries(await everything('2026')))
			expect(text, address).not.toMatch(/rank_low|meanShift":\d/);
		open('2026', { depth: 'index' });
		const csv = await (await askPublic(db, '/p/2026/data.csv')).text();
		expect(csv.split('\n')[0]).toContain('index,rank,rank_low,rank_high,predicate');
		const { rows } = (await (await askPublic(db, '/p/2026/data.json')).json()) as {
			rows: { rank: number | null; rank_low: number | null; rank_high: number }[];
		};
		// A region without a class takes no part in the simulation.
		const ranked = rows.filter(({ rank_low }) => rank_low !== null);
		expect(ranked.length).toBeGreaterThan(20);
		expect(ranked.some(({ rank_low, rank_high }) => rank_low! < rank_high)).toBe(true);
		for (const { rank_low, rank_high } of ranked) expect(rank_low!).toBeLessThanOrEqual(rank_high);
	});

	test('is left out where an answer changed after it was simulated', async () => {
		publish(findRound(db, '2026')!.revision - 1);
		open('2026', { depth: 'index' });
		expect(await (await askPublic(db, '/p/2026/data.csv')).text()).not.toContain('rank_low');
	});
});

describe('GeoJSON', () => {
	test('is offered with the credit where boundaries of an open licence were installed at publication', async () => {
		installSquares(OPEN_CREDIT);
		publishRound(db, '2026', NOW);
		open('2026', { depth: 'index' });
		const response = await askPublic(db, '/p/2026/data.geojson');
		expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
		const collection = (await response.json()) as {
			attribution: string;
			boundariesLicence: string;
			features: { properties: Record<string, unknown>; geometry: { type: string } | null }[];
		};
		expect(collection).toMatchObject({ attribution: OPEN_CREDIT, boundariesLicence: 'CC BY 4.0' });
		expect(collection.features.filter(({ geometry }) => geometry?.type === 'Polygon')).toHaveLength(38);
		expect(collection.features[0]!.properties).toMatchObject({ rank: 1 });
	});

	test.each([
		['no_boundaries', null],
		['no_open_licence', '© Pembuat Contoh, CC BY-NC 4.0']
	])('is not offered, and the page says why: %s', async (why, credit) => {
		if (credit) installSquares(credit);
		publishRound(db, '2026', NOW);
		open('2026', { depth: 'index' });
		installSquares(OPEN_CREDIT);
		expect((await askPublic(db, '/p/2026/data.geojson')).status).toBe(404);
		const page = (await (await askPublic(db, '/p/2026')).json()) as { noGeoJson: string; files: { name: string }[] };
		expect(page.noGeoJson).toBe(why);
		expect(page.files.map(({ name }) => name)).not.toContain('data.geojson');
	});
});

test('every checksum is that of the file at its address, in both languages', async () => {
	type Files = {
		'dcat:downloadURL': { '@id': string };
		'spdx:checksum': { 'spdx:checksumValue': { '@value': string } };
	}[];
	for (const ending of ['', '?lang=en']) {
		const dataset = (await (await askPublic(db, `/p/2025/dcat.jsonld${ending}`)).json()) as {
			'dcat:distribution': Files;
		};
		expect(dataset['dcat:distribution']).toHaveLength(3);
		for (const file of dataset['dcat:distribution']) {
			const bytes = await (await askPublic(db, file['dcat:downloadURL']['@id'])).arrayBuffer();
			const sum = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
			expect(file['spdx:checksum']['spdx:checksumValue']['@value']).toBe(sum);
		}
	}
});

test('the dataset is described in DCAT with files, checksums and licence', async () => {
	const response = await askPublic(db, '/p/2025/dcat.jsonld');
	expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
	const dataset = (await response.json()) as Record<string, unknown> & { 'dcat:distribution': Record<string, never>[] };
	expect(dataset).toMatchObject({
		'@id': 'https://siap.contoh/p/2025',
		'@type': 'dcat:Dataset',
		'dcterms:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
		'dcat:contactPoint': { 'vcard:hasEmail': { '@id': 'mailto:satudata@contoh.go.id' } }
	});
	expect(dataset['dcat:distribution'][0]).toMatchObject({
		'dcat:downloadURL': { '@id': 'https://siap.contoh/p/2025/data.csv' },
		'dcterms:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' }
	});
});

test('programs find what is public and its files, and nothing else', async () => {
	publishRound(db, '2026', NOW);
	const { status, body, headers } = await callApi(db, '/public/rounds');
	expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*']);
	const { rounds } = body as { rounds: { code: string; depth: string; files: { name: string }[] }[] };
	expect(rounds.map(({ code, depth }) => [code, depth])).toEqual([['2025', 'domains']]);
	expect(rounds[0]!.files.map(({ name }) => name)).toEqual(['data.csv', 'data.json', 'metadata.json']);
	open('2026', { depth: 'class', embargoUntil: NOW + HOUR });
	expect((await callApi(db, '/public/rounds')).text).not.toContain('2026/');
});

test('only an administrator lays down what is opened, and each change stands in the audit log once', () => {
	const before = readPublication(db, findRound(db, '2026')!.id);
	expect(before.depth).toBe('none');
	const wanted = { ...before, depth: 'domains' as const, embargoUntil: NOW };
	expect(savePublication({ db, actor: { ...ADMIN, role: 'reviewer' }, now: NOW }, '2026', wanted)).toEqual({
		kind: 'forbidden'
	});
	expect(savePublication({ db, actor: ADMIN, now: NOW }, '1900', wanted)).toEqual({ kind: 'missing' });
	expect(savePublication({ db, actor: ADMIN, now: NOW }, '2026', wanted)).toEqual({ kind: 'saved' });
	expect(savePublication({ db, actor: ADMIN, now: NOW }, '2026', wanted)).toEqual({ kind: 'saved' });
	expect(readPublication(db, findRound(db, '2026')!.id)).toEqual(wanted);
	const entries = connection.client
		.prepare(`SELECT subject, before, after FROM audit_log WHERE action = 'publication.change'`)
		.all() as { subject: string; before: string; after: string }[];
	expect(entries).toHaveLength(1);
	expect(JSON.parse(entries[0]!.before)).toMatchObject({ depth: 'none' });
	expect(JSON.parse(entries[0]!.after)).toMatchObject({ depth: 'domains', embargoUntil: '2026-08-03T00:00:00.000Z' });
});
