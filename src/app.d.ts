import type { Viewer } from '#lib/server/auth/access.ts';
import type { Db } from '#lib/server/db/open.ts';

declare global {
	namespace App {
		interface Locals {
			db: Db;
			/** Null when nobody is logged in. */
			viewer: Viewer | null;
			locale: 'id' | 'en';
		}
		interface Error {
			message: string;
			/** Names the entry in the log; only for faults of ours. */
			id?: string;
		}
	}
}

export {};
