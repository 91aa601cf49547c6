import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connection, type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { settings } from '#lib/server/foundation/db/schema.ts';
import { keeper } from './keeper.ts';

let folder: string;
let connection: Connection;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'siap-keeper-'));
	connection = openDatabase(folder);
	connection.client.pragma('synchronous = OFF'); // no power cut is tried here
	put(connection.db, 'value', 0);
	put(connection.db, 'revision', 0);
});
afterEach(() => {
	connection.close();
	rmSync(folder, { recursive: true });
});

function put(db: Db, key: string, value: number): void {
	const row = { key, value: String(value) };
	db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row }).run();
}

const get = (db: Db, key: string) => Number(db.select().from(settings).where(eq(settings.key, key)).get()!.value);

/** What happens to the database, in this order. */
type Step = 'read' | { write: number } | { work: Step[]; isUndone: boolean };

const { steps } = fc.letrec<{ steps: Step[] }>((tie) => ({
	steps: fc.array(
		fc.oneof(
			{ depthSize: 'medium', withCrossShrink: true },
			fc.constant<Step>('read'),
			fc.record({ write: fc.integer({ min: 0, max: 3 }) }),
			fc.record({ work: tie('steps'), isUndone: fc.boolean() })
		),
		{ maxLength: 6 }
	)
}));

class Undone extends Error {}

test('never is a value given out that the data, as they are seen at this moment, do not have', () => {
	fc.assert(
		fc.property(steps, (all) => {
			const kept = keeper<number>(10);
			const { db } = connection;
			const check = (on: Db, at: number) => expect(kept(on, { at }, () => get(on, 'value'))).toBe(get(on, 'value'));
			const run = (on: Db, step: Step): void => {
				if (step === 'read') return check(on, get(on, 'revision'));
				if ('write' in step)
					return on.transaction((tx) => {
						const revision = get(tx, 'revision');
						check(tx, revision);
						put(tx, 'value', step.write);
						check(tx, revision); // not raised yet
						put(tx, 'revision', revision + 1);
						check(tx, revision + 1);
					});
				try {
					on.transaction((tx) => {
						for (const each of step.work) run(tx, each);
						if (step.isUndone) throw new Undone();
					});
				} catch (error) {
					if (!(error instanceof Undone)) throw error;
				}
			};
			for (const step of all) {
				run(db, step);
				check(db, get(db, 'revision'));
			}
		}),
		{ seed: 13, numRuns: 200 }
	);
});

describe('a value', () => {
	test('is made once for a key, anew for another state of the data', () => {
		const kept = keeper<object>(10);
		const { db } = connection;
		const first = kept(db, { of: 1, at: 5 }, () => ({}));
		expect(kept(db, { of: 1, at: 5 }, () => ({}))).toBe(first);
		expect(kept.has(db, { of: 1, at: 6 })).toBe(false);
		expect(kept(db, { of: 1, at: 6 }, () => ({}))).not.toBe(first);
	});

	test('is also found in a transaction that has not written', () => {
		const kept = keeper<object>(10);
		const inside = connection.db.transaction((tx) => kept(tx, { of: 1 }, () => ({})));
		expect(kept(connection.db, { of: 1 }, () => ({}))).toBe(inside);
	});

	test('that is what it is for good is found after writes too, and not kept of what may be undone', () => {
		const kept = keeper<object>(10, { forGood: true });
		const known = kept(connection.db, { of: 'known' }, () => ({}));
		const made = connection.db.transaction((tx) => {
			put(tx, 'value', 1);
			expect(kept(tx, { of: 'known' }, () => ({}))).toBe(known);
			return kept(tx, { of: 'new' }, () => ({}));
		});
		expect(kept(connection.db, { of: 'new' }, () => ({}))).not.toBe(made);
	});

	test('that was asked for longest ago leaves first', () => {
		const kept = keeper<number>(2);
		for (const of of [1, 2, 1, 3]) kept(connection.db, { of }, () => of);
		expect([1, 2, 3].map((of) => kept.has(connection.db, { of }))).toEqual([true, false, true]);
	});

	test('that was refused is made anew', async () => {
		const kept = keeper<Promise<number>>(2);
		await expect(kept(connection.db, {}, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
		expect(await kept(connection.db, {}, () => Promise.resolve(1))).toBe(1);
	});
});
