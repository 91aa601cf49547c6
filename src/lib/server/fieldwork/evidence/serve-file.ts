import { createReadStream, existsSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidenceFiles } from '#lib/server/foundation/db/schema.ts';
import { type Answer, PRIVATE } from '#lib/server/foundation/http/plain-answer.ts';
import type { EvidenceRow } from './find-evidence.ts';
import { pathOfEvidence } from '#lib/server/foundation/files/store.ts';

/** Policy without script, frame, plug-in and own origin: a browser runs nothing of the file's content. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'none'";

/** The part of a request that decides how a file is sent. */
interface Wanted {
	method: string;
	headers: IncomingHttpHeaders;
}

/** A file as an answer: always to be saved, never shown as a page of ours. Pages read it with `fetch` or `<img>`.
 *  @returns null when the piece is a link, or its bytes are gone from the folder */
export function answerFile(db: Db, dataDir: string, row: EvidenceRow, wanted: Wanted): Answer | null {
	const file = row.sha256 && db.select().from(evidenceFiles).where(eq(evidenceFiles.sha256, row.sha256)).get();
	if (!file) return null;
	const path = pathOfEvidence(dataDir, file.sha256);
	if (!existsSync(path)) return null;
	const etag = `"${file.sha256}"`;
	const headers = {
		'content-type': file.mediaType,
		'content-disposition': attachment(row.fileName || row.title),
		'content-security-policy': INERT,
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'accept-ranges': 'bytes',
		'cache-control': PRIVATE,
		etag
	};
	if (wanted.headers['if-none-match']?.replace(/^W\//, '') === etag) return { status: 304, headers, body: null };
	const range = readRange(wanted.headers.range, file.size);
	if (range === 'unsatisfiable')
		return { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` }, body: null };
	const { start, end } = range ?? { start: 0, end: file.size - 1 };
	return {
		status: range ? 206 : 200,
		headers: {
			...headers,
			'content-length': String(end - start + 1),
			...(range && { 'content-range': `bytes ${start}-${end}/${file.size}` })
		},
		body: wanted.method === 'HEAD' ? null : createReadStream(path, { start, end })
	};
}

/** One range of bytes; several at once, or nonsense, are answered with the whole file, as HTTP allows. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
	const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (from === undefined || to === undefined || (from === '' && to === '')) return null;
	const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return start < size && start <= end ? { start, end } : 'unsatisfiable';
}

function attachment(name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\/]/g, '_');
	return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
