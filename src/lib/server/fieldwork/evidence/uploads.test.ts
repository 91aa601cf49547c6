import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { pathOfUpload, uploadFolder } from '#lib/server/foundation/files/store.ts';
import { appendChunk, beginUpload, findUpload, offsetOf, sweepUploads } from './uploads.ts';

const DAY = 86_400_000;
const key = { round: 'uji', region: '35.01', agency: null };
const small = withSmallRound();
let dataDir: string;

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'siap-uploads-'));
	return () => rmSync(dataDir, { recursive: true });
});

function begin(id: string, at = NOW) {
	const begun = beginUpload({ db: small.db, actor: PEOPLE.pacitan, now: at }, key, {
		id,
		fileName: `${id}.pdf`,
		size: 6
	});
	if (begun.kind !== 'begun') throw new Error(begun.kind);
	return begun.upload;
}

test('a piece goes on where the last one ended; one that does not fit there is told the place', () => {
	const upload = begin('berkas');
	expect(appendChunk(dataDir, upload, 0, Buffer.from('abc'))).toEqual({ kind: 'appended', offset: 3 });
	expect(appendChunk(dataDir, upload, 0, Buffer.from('abc'))).toEqual({ kind: 'misplaced', offset: 3 });
	expect(appendChunk(dataDir, upload, 3, Buffer.from('defg'))).toEqual({ kind: 'misplaced', offset: 3 });
	expect(appendChunk(dataDir, upload, 3, Buffer.from('def'))).toEqual({ kind: 'appended', offset: 6 });
	expect(findUpload(small.db, PEOPLE.surabaya, 'berkas')).toBeUndefined(); // of somebody else
});

test('what nobody finished within two days is given up with its bytes; what is under way goes on', () => {
	appendChunk(dataDir, begin('lama'), 0, Buffer.from('abc'));
	const young = begin('baru', NOW + 2 * DAY);
	appendChunk(dataDir, young, 0, Buffer.from('abc'));
	sweepUploads(small.db, dataDir, NOW + 2 * DAY + 1);
	expect(readdirSync(uploadFolder(dataDir))).toEqual(['baru']);
	expect(findUpload(small.db, PEOPLE.pacitan, 'lama')).toBeUndefined();
	expect(offsetOf(dataDir, young)).toBe(3);
});

test('bytes that belong to no upload go once they are two days old', () => {
	mkdirSync(uploadFolder(dataDir));
	for (const [name, age] of [
		['yatim', 3],
		['formulir', 0]
	] as const) {
		// prettier-ignore
		const path = pathOfUpload(dataDir, name);
		writeFileSync(path, 'x');
		utimesSync(path, (NOW - age * DAY) / 1000, (NOW - age * DAY) / 1000);
	}
	sweepUploads(small.db, dataDir, NOW);
	expect(readdirSync(uploadFolder(dataDir))).toEqual(['formulir']);
});

test('where nothing was ever uploaded there is nothing to sweep', () => {
	sweepUploads(small.db, dataDir, NOW);
	expect(existsSync(uploadFolder(dataDir))).toBe(false);
});
