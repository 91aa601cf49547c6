import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import type { EvidenceView } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { callApi } from './call-api.ts';

export const PACITAN = '/rounds/uji/regions/35.01';

/** Makes a fresh folder for evidence before every test of the file. */
export function withDataDir(): { readonly path: string } {
	let path = '';
	beforeEach(() => {
		path = mkdtempSync(join(tmpdir(), 'siap-evidence-'));
		return () => rmSync(path, { recursive: true, force: true });
	});
	return {
		get path() {
			return path;
		}
	};
}

export const DETAILS = { title: 'Perbup Satu Data', kind: 'regulation', documentDate: '2025-01-15', validUntil: null };

interface Reply {
	status: number;
	body: never;
	text: string;
	headers: Headers;
}
export type Added = { id: string; existed: boolean; evidence: EvidenceView[] };
export type Listed = { state: string; evidence: EvidenceView[] };

/** Makes calls as one person against one database and folder. */
export function caller(db: Db, dataDir: string, viewer: Viewer) {
	const call = (method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Reply> =>
		callApi(db, address, { viewer, method, body, headers, dataDir });
	const sendChunk = (id: string, offset: number, bytes: Uint8Array) =>
		call('PATCH', `/uploads/${id}`, new Uint8Array(bytes), {
			'content-type': 'application/octet-stream',
			'upload-offset': String(offset)
		});
	const begin = (fileName: string, size: number, address = PACITAN) =>
		call('POST', `${address}/uploads`, { fileName, size });
	/** Uploads and adds a piece; the reply is that of the addition. */
	const add = async (bytes: Buffer, fileName: string, more: object = {}, address = PACITAN): Promise<Reply> => {
		const { id } = (await begin(fileName, bytes.length, address)).body as { id: string };
		await sendChunk(id, 0, bytes);
		return call('POST', `${address}/evidence`, { upload: id, details: DETAILS, ...more });
	};
	return { call, sendChunk, begin, add };
}
