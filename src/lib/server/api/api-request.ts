import type { Locale } from '#lib/domain/locale.ts';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

/** A request as the dispatcher takes it, from Kit or from node:http. */
export interface ApiRequest {
	db: Db;
	/** Absolute path of the one folder to keep. */
	dataDir: string;
	/** Null when nobody is logged in. */
	viewer: Viewer | null;
	locale: Locale;
	method: string;
	url: URL;
	headers: IncomingHttpHeaders;
	/** The body, unread. */
	stream: Readable;
}
