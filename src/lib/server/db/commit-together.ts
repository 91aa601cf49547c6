import type { Db } from './open.ts';

interface Waiting {
	write: (tx: Db) => unknown;
	resolve: (value: never) => void;
	reject: (error: unknown) => void;
}

const queues = new WeakMap<Db, Waiting[]>();

/** Runs a write in one transaction with all that arrive in the same turn of the event loop, so that they share the one
 *  thing that is costly about them, the flush to disk ("group commit"). Each stands in a savepoint of its own: one that
 *  throws undoes itself and nothing else, and each sees what those before it wrote.
 *  @returns what the write returned, once it is on disk; rejects with what it threw, or with why the whole failed */
export function commitTogether<T>(db: Db, write: (tx: Db) => T): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const waiting: Waiting = { write, resolve, reject };
		const queue = queues.get(db);
		if (queue) queue.push(waiting);
		else {
			queues.set(db, [waiting]);
			setImmediate(() => commit(db));
		}
	});
}

function commit(db: Db): void {
	const queue = queues.get(db)!;
	queues.delete(db);
	let answers: (() => void)[];
	try {
		answers = db.transaction(() => queue.map((waiting) => runAlone(db, waiting)), { behavior: 'immediate' });
	} catch (error) {
		for (const { reject } of queue) reject(error); // nothing of it is on disk
		return;
	}
	for (const answer of answers) answer();
}

/** @returns tells the caller how it went; to be called when the transaction is on disk */
function runAlone(db: Db, { write, resolve, reject }: Waiting): () => void {
	try {
		const value = db.transaction(write); // inside another one the driver makes it a savepoint
		return () => resolve(value as never);
	} catch (error) {
		return () => reject(error);
	}
}
