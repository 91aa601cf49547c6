import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidenceFiles } from '#lib/server/foundation/db/schema.ts';
import type { EvidenceRow } from './find-evidence.ts';
import { pathOfEvidence } from '#lib/server/foundation/files/store.ts';

/** No script, no frame, no plug-in, no origin of its own: whatever is in the file, a browser runs none of it. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'none'";

/** A file as an answer: always to be saved, never shown as a page of ours. Pages read it with `fetch` or `<img>`.
 *  @returns null when the piece is a link, or its bytes are gone from the folder */
export function fileResponse(db: Db, dataDir: string, row: EvidenceRow, request: Request): Response | null {
	const file = row.sha256 && db.select().from(evidenceFiles).where(eq(evidenceFiles.sha256, row.sha256)).get();
	if (!file) return null;
	const path = pathOfEvidence(dataDir, file.sha256);
	if (!existsSync(path)) return null;
	const headers = new Headers({
		'content-type': file.mediaType,
		'content-disposition': attachment(row.fileName || row.title),
		'content-security-policy': INERT,
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'accept-ranges': 'bytes',
		'cache-control': 'private, no-cache',
		etag: `"${file.sha256}"`
	});
	if (request.headers.get('if-none-match') === `"${file.sha256}"`) return new Response(null, { status: 304, headers });
	const range = readRange(request.headers.get('range'), file.size);
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${file.size}`);
		return new Response(null, { status: 416, headers });
	}
	const { start, end } = range ?? { start: 0, end: file.size - 1 };
	headers.set('content-length', String(end - start + 1));
	if (range) headers.set('content-range', `bytes ${start}-${end}/${file.size}`);
	const body = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
	return new Response(request.method === 'HEAD' ? null : body, { status: range ? 206 : 200, headers });
}

/** One range of bytes; several at once, or nonsense, are answered with the whole file, as HTTP allows. */
function readRange(header: string | null, size: number): { start: number; end: number } | 'unsatisfiable' | null {
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
