import type { Db } from './open.ts';

interface Waiting {
	write: (tx: Db) => unknown;
	resolve: (value: never) => void;
	reject: (error: unknown) => void;
}

const queues = new WeakMap<Db, Waiting[]>();

/** Runs a write in one transaction with all that arrive in the same turn of the event loop, so that they share their
 *  one costly part, the flush to disk ("group commit"). Each sees the writes before it.
 *  @param write may run more than once, and does nothing but read and write `tx`; one that throws undoes itself and
 *  nothing else: the others are then run anew without it
 *  @returns result of the write, once it is on disk; rejects with its error, or with the reason why the whole failed */
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
	let queue = queues.get(db)!;
	queues.delete(db);
	while (queue.length > 0) {
		let running: Waiting | null = null;
		const runAll = () => {
			const values = queue.map((waiting) => (running = waiting).write(db));
			running = null;
			return values;
		};
		try {
			const values = db.transaction(runAll, { behavior: 'immediate' });
			for (const [n, { resolve }] of queue.entries()) resolve(values[n] as never);
			return;
		} catch (error) {
			// Nothing is on disk. Where no write threw, the transaction itself failed, and so all of them.
			const failed = queue.filter((waiting) => running === null || waiting === running);
			for (const { reject } of failed) reject(error);
			queue = queue.filter((waiting) => !failed.includes(waiting));
		}
	}
}
