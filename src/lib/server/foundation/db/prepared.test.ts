import { and, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from './open.ts';
import { excludedRow, prepared, rowPlaceholders } from './prepared.ts';
import { regions, users } from './schema.ts';

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

const user = {
	id: 'u',
	username: 'pacitan',
	displayName: 'Dinas Kominfo',
	role: 'respondent' as const,
	regionCode: '35.01',
	agencyId: null,
	passwordHash: '-',
	email: null,
	phone: null,
	active: false,
	createdAt: 1
};
const addUser = prepared((db) => db.insert(users).values(rowPlaceholders(users)).prepare());

test('reads a join as an object by table, each column as Drizzle does', () => {
	const { db } = opened();
	addUser(db).run(user);
	const selection = { person: { name: users.displayName, active: users.active, agency: users.agencyId }, of: regions };
	const theirs = db.select(selection).from(users).innerJoin(regions, eq(regions.code, users.regionCode));
	const ours = prepared((on) =>
		on
			.select(selection)
			.from(users)
			.innerJoin(regions, eq(regions.code, users.regionCode))
			.where(and(eq(users.id, sql.placeholder('id')), eq(users.active, false)))
			.prepare()
	);
	expect(ours(db).all({ id: 'u' })).toEqual(theirs.all());
	expect(ours(db).get({ id: 'u' })?.person).toEqual({ name: 'Dinas Kominfo', active: false, agency: null });
	expect(ours(db).all({ id: 'v' })).toEqual([]);
});

test('refuses a call that leaves out a value', () => {
	const { db } = opened();
	expect(() => nameOf(db).get({})).toThrow('code');
	expect(() => addUser(db).run({ ...user, displayName: undefined })).toThrow('displayName');
});

test('refuses an outer join, whose missing side it would read as an object', () => {
	const { db } = opened();
	const outer = prepared((on) =>
		on
			.select({ user: users.id, region: regions.code })
			.from(regions)
			.leftJoin(users, eq(users.regionCode, regions.code))
			.prepare()
	);
	expect(() => outer(db)).toThrow('outer join');
});
