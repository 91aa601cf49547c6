import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { BACKUP_FOLDER, DATABASE_FILE, openDatabase } from './open.ts';

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
