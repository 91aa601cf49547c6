import type { Locale } from '#lib/domain/locale.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

/** In whose name the log is written: a person's, or the program's own, which has no id. */
export interface Actor {
	id: string | null;
	displayName: string;
}

/** Who does something, when, and in which language the answer is. */
export interface Context {
	db: Db;
	actor: Viewer;
	/** Milliseconds. */
	now: number;
	locale: Locale;
}

/** A change needs no language. */
export type Acting<Who extends Actor = Viewer> = Pick<Context, 'db' | 'now'> & { actor: Who };

/** A look at the data needs no time either. */
export type Asking = Pick<Context, 'db' | 'actor'>;

/** The context of a request whose person was let in. */
export function contextOf({ db, locale }: Pick<App.Locals, 'db' | 'locale'>, actor: Viewer): Context {
	return { db, actor, now: Date.now(), locale };
}
