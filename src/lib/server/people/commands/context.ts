import type { Locale } from '#lib/domain/locale.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

/** The name in which the log is written: a person's, or the program's own, which has no id. */
export interface Actor {
	id: string | null;
	displayName: string;
}

/** The surroundings of an act: database, person, time, and language of the answer. */
export interface Context {
	db: Db;
	actor: Viewer;
	/** Milliseconds. */
	now: number;
	locale: Locale;
}

/** The surroundings of a change, which needs no language. */
export type Acting<Who extends Actor = Viewer> = Pick<Context, 'db' | 'now'> & { actor: Who };

/** The surroundings of a look at the data, which needs no time either. */
export type Asking = Pick<Context, 'db' | 'actor'>;

/** The context of a request whose person was let in. */
export function contextOf({ db, locale }: Pick<App.Locals, 'db' | 'locale'>, actor: Viewer): Context {
	return { db, actor, now: Date.now(), locale };
}
