import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, boundaries } from '#lib/server/foundation/db/schema.ts';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { dispatch } from '../../src/cli/dispatch.ts';
import { actions as boundaryActions } from '../../src/routes/admin/boundaries/+page.server.ts';
import { actions as exchangeActions } from '../../src/routes/admin/exchange/+page.server.ts';
import { actions as provinceActions } from '../../src/routes/admin/province/+page.server.ts';
import { actions as instrumentActions } from '../../src/routes/instruments/+page.server.ts';
import { callApi } from '../support/call-api.ts';
import { fillSmallRound, NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

// Bytes of a file mean the same by every way in: page, API and command line.

const small = withSmallRound();
const folder = mkdtempSync(join(tmpdir(), 'siap-files-in-'));
beforeAll(() => {
	const own = openDatabase(folder);
	fillSmallRound(own.db);
	own.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

type Action = (event: never) => unknown;

/** Sends a file as a form does. */
async function send(action: unknown, field: string, bytes: Uint8Array, values: Record<string, string> = {}) {
	const body = new FormData();
	for (const [name, value] of Object.entries(values)) body.set(name, value);
	body.set(field, new File([new Uint8Array(bytes)], 'berkas'));
	const url = new URL('http://siap.contoh/');
	const locals = { db: small.db, viewer: PEOPLE.admin, locale: 'id', dataDir: folder };
	const request = new Request(url, { method: 'POST', body });
	return (await (action as Action)({ locals, request, url, params: {} } as never)) as object;
}

async function commandLine(command: string) {
	const err: string[] = [];
	const out: string[] = [];
	const code = await dispatch(command.split(' '), {
		out: (text) => void out.push(text),
		err: (text) => void err.push(text),
		readStdin: () => Promise.resolve(''),
		resolvePath: (path) => resolve(folder, path),
		env: { DATA_DIR: folder },
		now: () => NOW,
		locale: 'id'
	});
	return { code, out: out.join('\n'), err: err.join('\n') };
}

const HEAD =
	'round;region_code;region_name;agency;indicator;track;level;not_applicable;justification;evidence_count;version';
const ofExcel = (...bytes: number[]) =>
	Buffer.concat([
		Buffer.from(`${HEAD};updated_at;updated_by\r\nuji;35.01;;;A1;self;3;SALAH;pasal 5 `),
		Buffer.from(bytes),
		Buffer.from(';;;;\r\n')
	]);

describe('answers', () => {
	test.each([
		['in the code page of Excel', ofExcel(0x96, 0x20, 0x93, 0x41, 0x94), 'pasal 5 – “A”'],
		[
			'in the Unicode text of Excel',
			Buffer.from(`\uFEFF${ofExcel().toString().replaceAll(';', '\t')}`, 'utf16le'),
			'pasal 5 '
		]
	])('%s are taken alike', async (_name, bytes, justification) => {
		const page = await send(exchangeActions.default, 'answers', bytes, { round: 'uji' });
		expect(page).toMatchObject({ imported: { written: 1, unchanged: 0 } });
		expect(small.db.select().from(answers).all()).toMatchObject([{ justification, level: 3 }]);
		const { body } = await callApi(small.db, '/rounds/uji/import', {
			...{ viewer: PEOPLE.admin, method: 'POST', body: bytes, headers: { 'content-type': 'text/csv' } }
		});
		expect(body).toMatchObject({ written: 0, unchanged: 1 });
		const codePage = justification.includes('–') ? 'windows-1252' : undefined;
		for (const told of [(page as { imported: object }).imported, body])
			expect((told as { codePage?: string }).codePage).toBe(codePage);

		const own = openDatabase(folder);
		own.db.delete(answers).run();
		own.close();
		writeFileSync(join(folder, 'jawaban.csv'), bytes);
		const { code, out } = await commandLine('import --round uji --answers jawaban.csv');
		expect([code, out.includes('Windows-1252')]).toEqual([0, codePage !== undefined]);
	});

	test('that cannot be read are refused alike, and nothing is stored', async () => {
		const bytes = Buffer.concat([ofExcel(0x96), Buffer.from('–')]);
		const page = await send(exchangeActions.default, 'answers', bytes, { round: 'uji' });
		const { body } = await callApi(small.db, '/rounds/uji/import', {
			...{ viewer: PEOPLE.admin, method: 'POST', body: bytes, headers: { 'content-type': 'text/csv' } }
		});
		writeFileSync(join(folder, 'jawaban.csv'), bytes);
		const { code, err } = await commandLine('import --round uji --answers jawaban.csv');
		const sentence = 'Huruf dalam berkas ini rusak';
		for (const told of [JSON.stringify(page), JSON.stringify(body), err]) expect(told).toContain(sentence);
		expect(code).not.toBe(0);
		expect(small.db.select().from(answers).all()).toEqual([]);
	});
});

/** A comment in YAML or a name in GeoJSON with a dash of the code page. */
const dashed = (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0x20, 0x96, 0x20])]);

describe('a file that is Unicode by its kind is refused in a code page', () => {
	const sentence = 'Simpan ulang sebagai UTF-8';

	test('boundaries', async () => {
		const bytes = dashed('{"type": "FeatureCollection", "features": []}');
		const page = await send(boundaryActions.default, 'boundaries', bytes, { attribution: 'BIG' });
		expect(JSON.stringify(page)).toContain(sentence);
		writeFileSync(join(folder, 'batas.geojson'), bytes);
		expect((await commandLine('geo install batas.geojson')).err).toContain(sentence);
		expect(small.db.select().from(boundaries).all()).toEqual([]);
	});

	test('an instrument', async () => {
		const bytes = dashed('code: uji-baru #');
		expect(JSON.stringify(await send(instrumentActions.import, 'files', bytes))).toContain(sentence);
		writeFileSync(join(folder, 'instrumen.yaml'), bytes);
		const { out, err } = await commandLine('instrument check instrumen.yaml');
		expect(out + err).toContain(sentence);
	});

	test('the profile of a province, taken in UTF-16', async () => {
		const yaml = readFileSync('src/lib/provinces/35-jawa-timur.yaml', 'utf8');
		for (const action of [provinceActions.preview, provinceActions.install])
			expect(JSON.stringify(await send(action, 'file', dashed(`${yaml}\n#`)))).toContain(sentence);
		const { name } = findProvince(small.db);
		const taken = await send(provinceActions.preview, 'file', Buffer.from(`\uFEFF${yaml}`, 'utf16le'));
		expect(taken).not.toHaveProperty('status');
		expect(findProvince(small.db).name).toEqual(name);
	});
});
