import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

declare global {
	namespace App {
		interface Locals {
			db: Db;
			/** Absolute path of the one folder to keep; evidence lies below it. */
			dataDir: string;
			/** Sender of the reminders by e-mail; null = none are sent. */
			mailFrom: string | null;
			/** Person logged in; null = nobody. */
			viewer: Viewer | null;
			locale: Locale;
		}
		interface Error {
			message: string;
			/** Id of the entry in the log; only for faults of ours. */
			id?: string;
		}
	}
}

export {};
