import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { openDatabase } from './open.ts';
import * as schema from './schema.ts';

test('the tables that the migrations make have exactly the columns that the queries know', () => {
	const { client, close } = openDatabase(':memory:');
	const tables = Object.values(schema).filter((value) => is(value, SQLiteTable)) as SQLiteTable[];
	for (const table of tables) {
		const { name } = getTableConfig(table);
		const inDatabase = client.pragma(`table_info(${name})`) as {
			name: string;
			type: string;
			notnull: number;
			pk: number;
		}[];
		const known = Object.values(getTableColumns(table));
		expect(inDatabase.map((column) => column.name).sort(), name).toEqual(known.map((column) => column.name).sort());
		for (const column of known) {
			const real = inDatabase.find((other) => other.name === column.name)!;
			expect(real.type.toLowerCase(), `${name}.${column.name}`).toBe(column.getSQLType());
			expect(Boolean(real.notnull || real.pk), `${name}.${column.name} not null`).toBe(
				column.notNull || column.primary || real.pk > 0
			);
		}
	}
	close();
});

test('an audit entry can be neither changed nor removed through the application', () => {
	const { client, close } = openDatabase(':memory:');
	client.exec("INSERT INTO audit_log VALUES (1, 0, NULL, 'x', 'a', 's', NULL, NULL, '', 'h')");
	expect(() => client.exec("UPDATE audit_log SET actor_name = 'y'")).toThrow('only grows');
	expect(() => client.exec('DELETE FROM audit_log')).toThrow('only grows');
	close();
});
