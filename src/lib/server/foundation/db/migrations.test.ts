import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { MADE_UP_TEXT } from '../../../../../tests/support/made-up-province.ts';
import { ownProvince } from '#lib/words/province.ts';
import { BACKUP_FOLDER, DATABASE_FILE, openDatabase } from './open.ts';
import { province, regions } from './schema.ts';

test('a database of the first version keeps its answers and gets the statuses of today', () => {
	const folder = mkdtempSync(join(tmpdir(), 'siap-migrate-'));
	const sql = readFileSync('drizzle/0000_init.sql', 'utf8');
	const old = new Sqlite(join(folder, DATABASE_FILE));
	for (const statement of sql.split('--> statement-breakpoint')) old.exec(statement);
	old.exec('CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)');
	old
		.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, 1790000000000)')
		.run(createHash('sha256').update(sql).digest('hex'));
	old.exec(`
		INSERT INTO regions VALUES ('35.01', 'Kab. Pacitan', 'kabupaten', NULL, 'Pacitan', 0, 0, 1, 1);
		INSERT INTO users VALUES ('u', 'uu', 'U', 'admin', NULL, NULL, '-', 1, 0);
		INSERT INTO instrument_versions VALUES (1, 'x', '1', 'region', '{}', 'h', 'draft', NULL, NULL, NULL, 0);
		INSERT INTO rounds (id, code, name, status, starts_on, ends_on, instrument_id, target_class)
			VALUES (1, 'r', 'R', 'open', '2026-01-01', '2026-04-01', 1, 'ready');
		INSERT INTO assessments (id, round_id, region_code, instrument_id, status) VALUES (7, 1, '35.01', 1, 'in_progress');
		INSERT INTO answers VALUES (7, 'A1', 'self', 3, 0, 'Perbup', 2, 1234, 'u');
	`);
	old.close();

	const { client, close } = openDatabase(folder);
	expect(client.prepare('SELECT id, status FROM assessments').all()).toEqual([{ id: 7, status: 'self_assessment' }]);
	expect(client.prepare('SELECT level, version, first_at, evidence_waiver FROM answers').get()).toEqual({
		level: 3,
		version: 2,
		first_at: 1234,
		evidence_waiver: ''
	});
	expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
	expect(() =>
		client.exec("INSERT INTO answers VALUES (99, 'A1', 'self', 3, 0, '', 1, 1, 'u', '', NULL, '', 1)")
	).toThrow('FOREIGN KEY');
	close();

	// the database as it was stands beside it
	const [copy, ...others] = readdirSync(join(folder, BACKUP_FOLDER));
	expect(others).toEqual([]);
	const aside = new Sqlite(join(folder, BACKUP_FOLDER, copy!), { readonly: true });
	expect(aside.prepare('SELECT id, status FROM assessments').all()).toEqual([{ id: 7, status: 'in_progress' }]);
	expect(aside.pragma('integrity_check', { simple: true })).toBe('ok');
	aside.close();

	openDatabase(folder).close();
	expect(readdirSync(join(folder, BACKUP_FOLDER)), 'nothing was due').toEqual([copy]);
	rmSync(folder, { recursive: true });
});

describe('a database from before profiles', () => {
	const folders: string[] = [];
	afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

	/** With the regions that a version before profiles would have, and what else it kept. */
	function former(regions: readonly (readonly [code: string, type: string, group: string | null])[]): string {
		const folder = mkdtempSync(join(tmpdir(), 'siap-former-'));
		folders.push(folder);
		const { entries } = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
			entries: { tag: string; when: number }[];
		};
		const old = new Sqlite(join(folder, DATABASE_FILE));
		old.exec('CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)');
		for (const { tag, when } of entries.filter((entry) => entry.tag < '0016')) {
			const sql = readFileSync(`drizzle/${tag}.sql`, 'utf8');
			for (const statement of sql.split('--> statement-breakpoint')) old.exec(statement);
			old
				.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
				.run(createHash('sha256').update(sql).digest('hex'), when);
		}
		const insert = old.prepare("INSERT INTO regions VALUES (?, ?, ?, ?, 'Ibu Kota', 1, 2, NULL, NULL)");
		for (const [code, type, group] of regions)
			insert.run(code, `${type === 'province' ? 'Provinsi' : 'Kabupaten'} ${code}`, type, group);
		old.close();
		return folder;
	}

	test('gets the shipped profile where that knows its regions, and keeps its names and groups', () => {
		const { db, close } = openDatabase(
			former([
				['35', 'province', null],
				['35.01', 'kabupaten', 'Jember']
			])
		);
		expect(db.select().from(regions).all()).toMatchObject([
			{ code: '35', name: 'Provinsi 35', abbreviation: 'JATIM' },
			{ code: '35.01', name: 'Kabupaten 35.01', area: 'Jember', abbreviation: 'PCT', tileRow: null }
		]);
		const { profile, version } = db.select().from(province).get()!;
		expect([version, profile]).toEqual([1, expect.stringMatching(/'35\.01'.*area: "Jember"/)]);
		close();
	});

	test('of other regions gets a profile that is made of them', () => {
		const { db, close } = openDatabase(former([['12.01', 'kabupaten', 'Utara']]));
		expect(db.select().from(regions).all()).toMatchObject([{ code: '12.01', area: 'Utara' }]);
		expect(ownProvince()).toMatchObject({ code: '12', grouping: { groups: ['Utara'] }, total: 1 });
		close();
	});
});

describe('PROVINCE', () => {
	const folder = mkdtempSync(join(tmpdir(), 'siap-profile-'));
	const path = join(folder, 'profil.yaml');
	afterAll(() => rmSync(folder, { recursive: true }));

	test('gives a new database another province; one that has a province keeps it', () => {
		writeFileSync(path, MADE_UP_TEXT);
		openDatabase(folder, path).close();
		expect(ownProvince().code).toBe('99');
		const { db, close } = openDatabase(folder, null);
		expect(db.select().from(regions).all()).toHaveLength(8);
		expect(ownProvince().code).toBe('99');
		close();
	});

	test('that cannot be read or has faults is told, with its faults', () => {
		expect(() => openDatabase(':memory:', join(folder, 'tiada.yaml'))).toThrow('tiada.yaml');
		writeFileSync(path, MADE_UP_TEXT.replace('zone: Asia/Jayapura', 'zone: WIT'));
		expect(() => openDatabase(':memory:', path)).toThrow(/profil\.yaml[\s\S]*zone: "WIT"/);
	});
});
