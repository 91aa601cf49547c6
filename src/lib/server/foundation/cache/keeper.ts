import { type Db, isUnsettled } from '#lib/server/foundation/db/connect.ts';

/** Name of a value among those of its kind. */
export interface Key {
	of?: string | number;
	/** State of the data that it is made from, such as a revision: a value of another state gives way. */
	at?: string | number | null;
}

interface Made<T> {
	at: Key['at'];
	value: T;
}

/** Values of one kind, each made once. */
export interface Kept<T> {
	/** The value of a key, made if need be; a refused one (a promise) is made anew the next time.
	 *  @param owner connection that it is read from, or an object that never changes and that it is derived from */
	(owner: Db | object, key: Key, make: () => T): T;
	/** Whether the value is there, so that it need not be made. */
	has(owner: Db | object, key: Key): boolean;
	forget(owner: Db | object, key: Key): void;
}

/** Makes a cache of values that are derived from the database. After a transaction has written it is passed over
 *  until that ends: the data may be ahead of their revision, and may be rolled back to another way to it.
 *  @param most values of one owner; the value that was asked for longest ago leaves first
 *  @param how `forGood`: a key never stands for anything else, so that values also hold after writes
 *  @returns cache whose keys name all that a value depends on */
export function keeper<T>(most: number, { forGood = false } = {}): Kept<T> {
	const owners = new WeakMap<object, Map<Key['of'], Made<T>>>();

	const find = (owner: object, { of, at }: Key) => {
		const made = owners.get(owner)?.get(of);
		return made?.at === at && (forGood || isSettled(owner)) ? made : undefined;
	};
	const put = (owner: object, { of, at }: Key, made: Made<T>) => {
		const all = owners.get(owner) ?? new Map<Key['of'], Made<T>>();
		owners.set(owner, all);
		all.delete(of);
		all.set(of, { ...made, at });
		if (all.size > most) all.delete(all.keys().next().value);
	};
	const kept = (owner: object, key: Key, make: () => T): T => {
		const found = find(owner, key);
		const made = found ?? { at: key.at, value: make() };
		if (found || isSettled(owner)) put(owner, key, made);
		if (!found && made.value instanceof Promise) made.value.catch(() => forget(owner, key, made.value));
		return made.value;
	};
	const forget = (owner: object, { of }: Key, value?: T) => {
		const made = owners.get(owner)?.get(of);
		if (value === undefined || made?.value === value) owners.get(owner)?.delete(of);
	};
	return Object.assign(kept, {
		has: (owner: object, key: Key) => find(owner, key) !== undefined,
		forget: (owner: object, key: Key) => forget(owner, key)
	});
}

function isSettled(owner: object): boolean {
	return !('$client' in owner) || !isUnsettled(owner as Db);
}
