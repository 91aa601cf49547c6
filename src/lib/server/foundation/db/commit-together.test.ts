import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { commitTogether } from './commit-together.ts';
import { type Connection, openDatabase } from './open.ts';
import { assignments, settings } from './schema.ts';

let connection: Connection;
beforeEach(() => {
	connection = openDatabase(':memory:');
	return () => connection.close();
});

const put = (key: string) =>
	commitTogether(connection.db, (tx) => tx.insert(settings).values({ key, value: '1' }).run());
const keys = () =>
	connection.db
		.select()
		.from(settings)
		.all()
		.map(({ key }) => key);

test('nothing is answered before the transaction of all is over', async () => {
	const seen: boolean[] = [];
	const note = () => void seen.push(connection.client.inTransaction);
	await Promise.all([put('satu').then(note), put('dua').then(note)]);
	expect(seen).toEqual([false, false]);
	expect(keys()).toEqual(['dua', 'satu']);
});

test('one that throws undoes what it wrote and nothing else', async () => {
	const broken = () =>
		commitTogether(connection.db, (tx) => {
			tx.insert(settings).values({ key: 'rusak', value: '1' }).run();
			throw new Error('tidak jadi');
		});
	const seen = () => commitTogether(connection.db, keys);
	const told = await Promise.allSettled([put('satu'), broken(), put('dua'), put('dua'), seen()]);
	expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
	expect(told[1]).toMatchObject({ reason: { message: 'tidak jadi' } });
	expect(told[4]).toMatchObject({ value: ['dua', 'satu'] });
	expect(keys()).toEqual(['dua', 'satu']);
});

test('where the transaction itself fails, nobody is told that anything was saved', async () => {
	const broken = commitTogether(connection.db, (tx) => {
		tx.run(sql`PRAGMA defer_foreign_keys = ON`); // found at the commit
		tx.insert(assignments).values({ roundId: 1, regionCode: '35.01', userId: 'tidak ada' }).run();
	});
	const told = await Promise.allSettled([put('satu'), broken]);
	expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(keys()).toEqual([]);
	await put('tiga'); // the next ones go on
	expect(keys()).toEqual(['tiga']);
});
