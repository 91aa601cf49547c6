import type { BeforeKit } from './before-kit.ts';

// Kit's build and the program that serves are bundles of their own, each with modules of its own. The API has to run on
// those of Kit's build (one connection, one queue of saves, one cache), so that build hands it over here.
const KEY = Symbol.for('siap.api');

type Registry = { [KEY]?: BeforeKit };

/** Hands the API over; called by Kit's `init`, when the database is open. */
export function handOverApi(api: BeforeKit): void {
	(globalThis as Registry)[KEY] = api;
}

/** Gives the API of the build that was loaded.
 *  @throws Error when no build handed one over */
export function handedOverApi(): BeforeKit {
	const api = (globalThis as Registry)[KEY];
	if (!api) throw new Error('the build handed over no API');
	return api;
}
