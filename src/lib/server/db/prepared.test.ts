import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from './open.ts';
import { excludedRow, prepared, rowPlaceholders } from './prepared.ts';
import { regions } from './schema.ts';

const nameOf = prepared((db) =>
	db
		.select({ name: regions.name })
		.from(regions)
		.where(eq(regions.code, sql.placeholder('code')))
		.prepare()
);
const put = prepared((db) =>
	db
		.insert(regions)
		.values(rowPlaceholders(regions))
		.onConflictDoUpdate({ target: regions.code, set: excludedRow(regions) })
		.prepare()
);

function opened() {
	const { db } = openDatabase(':memory:');
	return { db, rename: (name: string) => db.update(regions).set({ name }).where(eq(regions.code, '35.01')).run() };
}

test('answers what is stored at the time of the call', () => {
	const { db, rename } = opened();
	const before = nameOf(db).get({ code: '35.01' });
	rename('Pacitan Baru');
	expect([before?.name, nameOf(db).get({ code: '35.01' })?.name]).toEqual(['Kabupaten Pacitan', 'Pacitan Baru']);
});

test('asks the connection that it is given', () => {
	const [one, other] = [opened(), opened()];
	nameOf(one.db).get({ code: '35.01' });
	other.rename('Pacitan Lain');
	expect(nameOf(other.db).get({ code: '35.01' })?.name).toBe('Pacitan Lain');
	expect(nameOf(one.db).get({ code: '35.01' })?.name).toBe('Kabupaten Pacitan');
});

test('works within a transaction, and what is rolled back is gone', () => {
	const { db } = opened();
	const row = db.select().from(regions).where(eq(regions.code, '35.01')).get()!;
	expect(() =>
		db.transaction((tx) => {
			put(tx).run({ ...row, name: 'Sementara' });
			expect(nameOf(tx).get({ code: '35.01' })?.name).toBe('Sementara');
			throw new Error('back');
		})
	).toThrow('back');
	expect(nameOf(db).get({ code: '35.01' })?.name).toBe('Kabupaten Pacitan');
});

test('an upsert writes every column of the row over the one that was there', () => {
	const { db } = opened();
	const row = db.select().from(regions).where(eq(regions.code, '35.01')).get()!;
	const changed = { ...row, name: 'X', capital: 'Y', lat: 1.5, lon: 2.5, bakorwil: null, tileRow: null, tileCol: null };
	put(db).run(changed);
	expect(db.select().from(regions).where(eq(regions.code, '35.01')).get()).toEqual(changed);
});
