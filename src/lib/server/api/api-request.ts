import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { Locale } from './problem.ts';

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
