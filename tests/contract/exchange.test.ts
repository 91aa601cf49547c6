import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { importAnswers } from '#lib/server/public/exchange/import-answers.ts';
import { describePlace } from '#lib/server/public/exchange/import-fault.ts';
import { toCsv, toJson, toXlsx } from '#lib/server/public/exchange/write-table.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { callApi } from '../support/call-api.ts';
import { NOW, openSmallRound, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();

const HEAD =
	'round,region_code,region_name,agency,indicator,track,level,not_applicable,justification,evidence_count,version,updated_at,updated_by';
const SAMPLE_ROW: ExportedAnswer = {
	...{ round: 'uji', region_code: '35.10', region_name: 'Kabupaten Banyuwangi', agency: '', indicator: 'A1' },
	...{ track: 'self', level: 3, not_applicable: false, justification: '', evidence_count: 0, version: 1 },
	...{ updated_at: '2026-10-01T03:00:00.000Z', updated_by: 'admin' }
};
const line = (...[region, indicator, track, level, justification = '', version = '', agency = '']: string[]) =>
	`uji,${region},,${agency},${indicator},${track},${level},,${justification},,${version},,`;
const file = (...lines: string[]) => [HEAD, ...lines, ''].join('\n');
const take = (content: string | Uint8Array, db: Db = small.db) =>
	importAnswers({ db, actor: PEOPLE.admin, now: NOW }, 'uji', Buffer.from(content));
const rowsOf = (db: Db = small.db) => exportRows(db, PEOPLE.admin, findRound(db, 'uji')!);

describe('export', () => {
	test('has exactly the contract’s columns, also when there is nothing in it', () => {
		expect(toCsv([])).toBe(`${HEAD}\n`);
		take(file(line('35.78', 'A1', 'self', '3', '"Perwali 10/2023, pasal 4"')));
		expect(toCsv(rowsOf())).toBe(
			`${HEAD}\nuji,35.78,Kota Surabaya,,A1,self,3,false,"Perwali 10/2023, pasal 4",0,1,2026-10-01T03:00:00.000Z,admin\n`
		);
		expect(Object.keys((JSON.parse(toJson(rowsOf())) as object[])[0]!).join()).toBe(HEAD);
	});

	test('holds only what the viewer may read', () => {
		take(file(line('35.01', 'A1', 'self', '3'), line('35.78', 'C2', 'self', '2', '', '', 'Dinas Kesehatan')));
		const round = findRound(small.db, 'uji')!;
		const regionsFor = (viewer: keyof typeof PEOPLE) =>
			exportRows(small.db, PEOPLE[viewer], round).map((row) => `${row.region_code}/${row.agency}`);
		expect(regionsFor('admin')).toEqual(['35.01/', '35.78/Dinas Kesehatan']);
		expect(regionsFor('asesor')).toEqual(['35.01/']);
		expect(regionsFor('surabaya')).toEqual(['35.78/Dinas Kesehatan']);
	});

	test('a workbook keeps codes as text, figures as numbers, and calculates nothing', async () => {
		take(file(line('35.01', 'A1', 'self', '3', '=HYPERLINK(0)'), line('35.01', 'A2', 'self', '2', '_x0041_')));
		const sheet = await readSheet(await toXlsx(rowsOf(), 'uji'));
		expect(sheet[0]!.join()).toBe(HEAD);
		expect(sheet[1]!.slice(1, 9)).toEqual([
			'35.01',
			'Kabupaten Pacitan',
			null,
			'A1',
			'self',
			3,
			'false',
			'=HYPERLINK(0)'
		]);
		expect(sheet[2]![8]).toBe('_x0041_');
	});

	test('a workbook gives every text back as it is, guarded nowhere', async () => {
		const texts = ['- Perbup 12/2021', '=1+1', '@dinas', "'=kutip", '+62 812', '\u{FF1D}1+1'];
		const rows = texts.map((justification) => ({ ...SAMPLE_ROW, justification }));
		const [, ...read] = await readSheet(await toXlsx(rows, 'uji'));
		expect(read.map((row) => row[8])).toEqual(texts);
		const [, ...written] = parse(toCsv(rows));
		expect(written.map((row) => row[8])).toEqual(texts.map((text) => `'${text}`));
	});

	test('is served in its three forms', async () => {
		take(file(line('35.01', 'A1', 'self', '3')));
		for (const [format, type] of [
			['csv', 'text/csv; charset=utf-8'],
			['json', 'application/json'],
			['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
		]) {
			const { status, headers } = await callApi(small.db, `/rounds/uji/export.${format}`, { viewer: PEOPLE.reviewer });
			expect(status).toBe(200);
			expect(headers.get('content-type')).toBe(type);
			expect(headers.get('content-disposition')).toBe(`attachment; filename="siap-uji.${format}"`);
		}
	});
});

describe('round trip', () => {
	const nasty = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc
			.array(
				fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '"', ',', ';', ' ', '\uFEFF', 'a', '\0')
			)
			.map((parts) => parts.join(''))
	);

	test('every text comes back as it left, into another database too', () => {
		fc.assert(
			fc.property(fc.array(nasty, { minLength: 1, maxLength: 6 }), (texts) => {
				const [from, to] = [openSmallRound(), openSmallRound()];
				try {
					const { id } = from.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
					from.db
						.insert(answers)
						.values(
							texts.map((justification, at) => ({
								...{ assessmentId: id, indicator: `A${at + 1}`, track: 'self' as const, level: 1 + (at % 5) },
								...{ justification, version: 1, updatedAt: NOW, updatedBy: 'admin' }
							}))
						)
						.run();
					const csv = toCsv(rowsOf(from.db));
					expect(take(csv, to.db)).toEqual({ kind: 'imported', written: texts.length, unchanged: 0 });
					expect(rowsOf(to.db)).toEqual(rowsOf(from.db));
					expect(take(csv, from.db)).toEqual({ kind: 'imported', written: 0, unchanged: texts.length });
				} finally {
					from.close();
					to.close();
				}
			}),
			{ seed: 20260801, numRuns: 25 }
		);
	});

	test('a file saved by an Indonesian spreadsheet is understood: mark, semicolons, capitals, CRLF', () => {
		const text = `\uFEFF${file(line('35.01', 'A1', 'self', '4'))
			.replaceAll(',', ';')
			.replaceAll('\n', '\r\n')}`;
		const withFlag = text.replace(';4;;', ';4;SALAH;');
		expect(take(withFlag)).toMatchObject({ kind: 'imported', written: 1 });
	});
});

describe('import', () => {
	test('moves the revisions, starts the assessment and keeps the audit log whole', () => {
		const before = findRound(small.db, 'uji')!.revision;
		take(file(line('35.01', 'A1', 'self', '3'), line('35.01', 'A2', 'assessor', '2')));
		const assessment = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
		expect(assessment).toMatchObject({ status: 'self_assessment', revision: 1 });
		expect(findRound(small.db, 'uji')!.revision).toBe(before + 1);
		expect(verifyAudit(small.db).firstBroken).toBe(null);
	});

	test('takes all or nothing and names every bad row with line and column', () => {
		const text = file(
			line('35.01', 'A1', 'self', '3'),
			line('35.1', 'A2', 'self', '3'),
			line('35.99', 'A2', 'self', '3'),
			line('35.02', 'A2', 'self', '3'),
			line('35.01', 'Z9', 'self', '3'),
			line('35.01', 'A3', 'mandiri', '3'),
			line('35.01', 'A3', 'self', '6', '"dua\nbaris"'),
			line('35.01', 'A4', 'self', 'tiga'),
			line('35.01', 'A1', 'self', '2'),
			line('35.78', 'A1', 'self', '2', '', '', 'Dinas Gaib'),
			line('35.01', 'A5', 'final', '2'),
			line('35.01', 'A6', 'self', '2', 'x'.repeat(10_001)),
			'uji,35.01'
		);
		const result = take(text);
		const found = result.kind === 'rejected' ? result.faults.map(({ line, column, code }) => [line, column, code]) : [];
		expect(found).toEqual([
			[3, 'region_code', 'region_zero_lost'],
			[4, 'region_code', 'region_unknown'],
			[5, 'region_code', 'not_in_round'],
			[6, 'indicator', 'answer_invalid'],
			[7, 'track', 'track_unknown'],
			[8, 'level', 'answer_invalid'],
			[10, 'level', 'level_unreadable'],
			[11, 'indicator', 'row_twice'],
			[12, 'agency', 'agency_unknown'],
			[13, 'track', 'track_not_importable'],
			[14, 'justification', 'justification_too_long'],
			[15, null, 'cell_count']
		]);
		expect(small.db.select().from(answers).all()).toEqual([]);
		expect(result.kind === 'rejected' && describePlace(result.faults[0]!, 'id')).toMatch(
			/^Baris 3, kolom region_code: .*35\.10/
		);
	});

	test('several faults of one row are all named', () => {
		const result = take(file('lain,35.01,,,A1,self,x,mungkin,,,y,,'));
		expect(result.kind === 'rejected' && result.faults.map(({ column }) => column)).toEqual([
			'round',
			'level',
			'not_applicable',
			'version'
		]);
	});

	test('an answer written since the export is not overwritten', () => {
		take(file(line('35.01', 'A1', 'self', '3')));
		const exported = toCsv(rowsOf());
		take(exported.replace(',3,false', ',4,false'));
		expect(take(exported.replace(',3,false', ',5,false'))).toMatchObject({
			kind: 'rejected',
			faults: [{ line: 2, column: 'version', code: 'version_stale', params: { given: 1, stored: 2 } }]
		});
		expect(rowsOf()).toMatchObject([{ level: 4, version: 2 }]);
	});

	test('a finished assessment takes no changes, but a row that changes nothing is no fault', () => {
		take(file(line('35.01', 'A1', 'assessor', '3')));
		small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.regionCode, '35.01')).run();
		const exported = toCsv(rowsOf());
		expect(take(exported)).toEqual({ kind: 'imported', written: 0, unchanged: 1 });
		expect(take(exported.replace(',3,false', ',4,false'))).toMatchObject({ faults: [{ code: 'assessment_finished' }] });
	});

	test.each([
		['empty', '', 'file_empty'],
		['a workbook', 'PK\u0003\u0004…', 'file_is_workbook'],
		['an open quote', `${HEAD}\nuji,"35.01`, 'csv_syntax'],
		['without a column', file().replace('level,', ''), 'column_missing'],
		['with a foreign column', file().replace('level,', 'level,catatan,'), 'column_unknown'],
		['with a column twice', file().replace('level,', 'level,level,'), 'column_twice']
	])('a file that is %s is refused', (_what, text, code) => {
		expect(take(text)).toMatchObject({ kind: 'rejected', faults: [{ code }] });
	});

	test('only an admin imports, and only into a round that is not over', async () => {
		const send = (viewer: keyof typeof PEOPLE, type = 'text/csv') =>
			callApi(small.db, '/rounds/uji/import', {
				viewer: PEOPLE[viewer],
				method: 'POST',
				body: file(line('35.01', 'A1', 'self', '3')),
				headers: { 'content-type': type }
			});
		for (const viewer of ['reviewer', 'asesor', 'pacitan', 'dinkes', 'gubernur'] as const)
			expect(await send(viewer)).toMatchObject({ status: 403 });
		expect(await send('admin', 'application/json')).toMatchObject({ status: 415 });
		expect(await send('admin')).toMatchObject({ status: 200, body: { written: 1, unchanged: 0 } });
		small.db.update(rounds).set({ status: 'plenary' }).run();
		expect(await send('admin')).toMatchObject({ status: 409 });
	});

	test('over the API the bad rows come as a list', async () => {
		const { status, body } = await callApi(small.db, '/rounds/uji/import', {
			viewer: PEOPLE.admin,
			method: 'POST',
			body: file(line('35.01', 'A1', 'self', '9')),
			headers: { 'content-type': 'text/csv; charset=utf-8' }
		});
		expect(status).toBe(422);
		expect(body).toMatchObject({
			errors: [{ line: 2, column: 'level', detail: expect.stringContaining('A1') as string }]
		});
	});
});
