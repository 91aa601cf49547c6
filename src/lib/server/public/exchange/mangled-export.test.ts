import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Options, stringify } from 'csv-stringify/sync';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callApi } from '../../../../../tests/support/call-api.ts';
import { NOW, openSmallRound, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { answers, assessments } from '#lib/server/foundation/db/schema.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { CSV_USES, type CsvUse } from '#lib/domain/tables/csv-use.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { EXPORT_COLUMNS } from './columns.ts';
import { exportRows } from './export-rows.ts';
import { importAnswers } from './import-answers.ts';
import { describePlace } from './import-fault.ts';
import { toCsv } from './write-table.ts';

// An export that a spreadsheet opened and saved, unedited, changes nothing, whatever the spreadsheet did to it.

type Grid = string[][];
const CODE_PAGE = new Map(
	[...'–“”‘’…€•'].map((letter, at) => [letter, [0x96, 0x93, 0x94, 0x91, 0x92, 0x85, 0x80, 0x95][at]!])
);

/** Bytes of the code page of Windows, `?` for what it lacks. */
function inCodePage(text: string): Buffer {
	return Buffer.from(
		Array.from({ length: text.length }, (_, at) => {
			const code = text.charCodeAt(at);
			return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : (CODE_PAGE.get(text[at]!) ?? 0x3f);
		})
	);
}

/** Cells that hold a line end stand in quotes, whatever ends the lines. */
const write = (grid: Grid, options: Options = {}) => stringify(grid, { quoted_match: /[\r\n]/, ...options });
const columnOf = (name: (typeof EXPORT_COLUMNS)[number]) => EXPORT_COLUMNS.indexOf(name);
/** Changes the cells of a column below the head. */
const inColumn = (name: (typeof EXPORT_COLUMNS)[number], change: (cell: string) => string) => (grid: Grid) =>
	grid.map((row, at) => (at === 0 ? row : row.map((cell, place) => (place === columnOf(name) ? change(cell) : cell))));

/** What spreadsheets do to cells. */
const CELLS: Record<string, (grid: Grid) => Grid> = {
	nothing: (grid) => grid,
	'empty columns at the end': (grid) => grid.map((row) => [...row, '', '', '']),
	'empty rows at the end': (grid) => [...grid, ...Array.from({ length: 3 }, () => EXPORT_COLUMNS.map(() => ''))],
	'empty cells at the end left out': (grid) => grid.map((row, at) => (at > 0 ? row.slice(0, -1) : row)),
	'flags in capitals': inColumn('not_applicable', (cell) => cell.toUpperCase()),
	'flags in Indonesian': inColumn('not_applicable', (cell) => (cell === 'true' ? 'BENAR' : 'SALAH')),
	'numbers with a decimal': (grid) =>
		inColumn('version', (cell) => `${cell}.0`)(inColumn('level', (cell) => cell && `${cell}.0`)(grid)),
	'numbers with a decimal comma': inColumn('level', (cell) => cell && `${cell},00`),
	'codes as numbers of thousands': inColumn('region_code', (cell) => cell.replace('.', '')),
	'codes as times': inColumn('region_code', (cell) => `${cell}.00`),
	'codes with a comma': inColumn('region_code', (cell) => cell.replace('.', ',')),
	'dates in another form': inColumn('updated_at', () => '01/10/2026 03.00'),
	'spaces around codes': inColumn('indicator', (cell) => ` ${cell} `),
	'line ends in cells': inColumn('justification', (cell) => cell.replace(/\r?\n/g, '\r\n')),
	'columns in another order': (grid) => grid.map((row) => row.toReversed())
};

/** How spreadsheets write them: separator, quotes, line end, bytes. */
const FILES: Record<string, (grid: Grid) => Uint8Array> = {
	'comma, UTF-8': (grid) => Buffer.from(write(grid)),
	'semicolon, mark, CRLF': (grid) => Buffer.from(write(grid, { delimiter: ';', bom: true, record_delimiter: '\r\n' })),
	'all in quotes': (grid) => Buffer.from(write(grid, { quoted: true, delimiter: ';' })),
	tabs: (grid) => Buffer.from(write(grid, { delimiter: '\t' })),
	'Unicode text of Excel': (grid) => Buffer.from(`\uFEFF${write(grid, { delimiter: '\t' })}`, 'utf16le'),
	'UTF-16, big end first': (grid) => Buffer.from(`\uFEFF${write(grid, { delimiter: ';' })}`, 'utf16le').swap16(),
	'sep=;': (grid) => Buffer.from(`sep=;\r\n${write(grid, { delimiter: ';' })}`),
	'sep=|': (grid) => Buffer.from(`\uFEFF"sep=|"\n${write(grid, { delimiter: '|' })}`),
	'code page': (grid) => inCodePage(write(grid, { delimiter: ';', record_delimiter: '\r\n' })),
	'UTF-8 opened as the code page, saved as UTF-8': (grid) => {
		const bytes = Buffer.from(write(grid, { delimiter: ';' }));
		const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
		return Buffer.from(
			[...bytes].map((byte) => (byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80]! : String.fromCharCode(byte))).join('')
		);
	}
};

const words = fc.array(
	fc.constantFrom(
		'Perbup',
		'12/2021',
		' ',
		'\n',
		'–',
		'“',
		'”',
		'≥',
		'→',
		'é',
		';',
		',',
		'"',
		"'",
		'=',
		'-',
		'+',
		'@',
		'3,5',
		'👍',
		'?'
	),
	{ maxLength: 12 }
);
const texts = fc.oneof(
	words.map((parts) => parts.join('')),
	fc.constantFrom('', '007', '2,50', 'true', '- butir', '=1+1', "'=x", '≥ 80 %', 'pasal 5 – “Satu Data”', '12/2021')
);

function fill(db: Db, justifications: readonly string[]): void {
	const { id } = db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const rows = justifications.map((justification, at) => ({
		...{ assessmentId: id, indicator: `A${at + 1}`, track: 'self' as const, level: at === 0 ? null : 1 + (at % 5) },
		...{ notApplicable: false, justification, version: 1, updatedAt: NOW, updatedBy: 'admin' }
	}));
	db.insert(answers).values(rows).run();
}

const gridOf = (db: Db, use: CsvUse): Grid =>
	parse(toCsv(exportRows(db, PEOPLE.admin, findRound(db, 'uji')!), use), {
		bom: true,
		delimiter: use === 'programs' ? ',' : ';',
		record_delimiter: use === 'programs' ? '\n' : '\r\n'
	});
const take = (db: Db, content: Uint8Array) => importAnswers({ db, actor: PEOPLE.admin, now: NOW }, 'uji', content);

describe('an unedited export is no change', () => {
	test.each(Object.keys(FILES))('saved as %s, whatever was done to its cells', (name) => {
		fc.assert(
			fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), fc.constantFrom(...CSV_USES), (given, use) => {
				const round = openSmallRound();
				try {
					fill(round.db, given);
					const before = round.db.select().from(answers).all();
					for (const change of Object.values(CELLS)) {
						const result = take(round.db, FILES[name]!(change(gridOf(round.db, use))));
						expect(result).toMatchObject({ kind: 'imported', written: 0, unchanged: given.length });
					}
					expect(round.db.select().from(answers).all()).toEqual(before);
				} finally {
					round.close();
				}
			}),
			{ seed: 20261130, numRuns: 6 }
		);
	});
});

const small = withSmallRound();
const HEAD = EXPORT_COLUMNS.join(';');
const row = (justification: string, level = '3', version = '') =>
	`uji;35.01;;;A1;self;${level};;${justification};;${version};;`;
const file = (...lines: string[]) => Buffer.from([HEAD, ...lines, ''].join('\n'));
const stored = () => small.db.select().from(answers).all();

test('a level changed in a file whose other letters were lost keeps the text that is stored', () => {
	take(small.db, file(row('capaian ≥ 80 %')));
	expect(take(small.db, inCodePage(file(row('capaian ≥ 80 %', '4', '1')).toString()))).toMatchObject({ written: 1 });
	expect(stored()).toMatchObject([{ level: 4, justification: 'capaian ≥ 80 %', version: 2 }]);
});

test.each([
	['replaced', 'pasal 5 \uFFFD'],
	['read as another encoding', 'pasal 5 â€“ 6'],
	['not in the code page', 'capaian ? 90 %']
])('a text with letters %s is not stored, and the remedy is said', (_name, text) => {
	take(small.db, file(row('capaian ≥ 80 %')));
	const result = take(small.db, file(row(text, '4', '1')));
	expect(result).toMatchObject({ faults: [{ line: 2, column: 'justification', code: 'letters_lost' }] });
	expect(result.kind === 'rejected' && describePlace(result.faults[0]!, 'id')).toContain('simpan sebagai CSV UTF-8');
	expect(stored()).toMatchObject([{ justification: 'capaian ≥ 80 %', version: 1 }]);
});

/** Saved by Excel in the code page of Windows; of another round. */
const OF_EXCEL = Buffer.concat([
	file(row('Perbup 12/2021 pasal 5 ')).subarray(0, -5),
	Buffer.from([0x96, 0x20, 0x93]),
	Buffer.from('Satu Data'),
	Buffer.from([0x94]),
	Buffer.from(';;;;\n')
]);

test('the code page of Excel is read, told, and the same over the API', async () => {
	const send = () =>
		callApi(small.db, '/rounds/uji/import', {
			viewer: PEOPLE.admin,
			method: 'POST',
			body: OF_EXCEL,
			headers: { 'content-type': 'text/csv' }
		});
	expect(await send()).toMatchObject({ status: 200, body: { written: 1, unchanged: 0, codePage: 'windows-1252' } });
	expect(stored()).toMatchObject([{ justification: 'Perbup 12/2021 pasal 5 – “Satu Data”' }]);
	expect(take(small.db, OF_EXCEL)).toEqual({ kind: 'imported', written: 0, unchanged: 1, codePage: 'windows-1252' });
});

test.each([
	['a picture', readFileSync('docs/screenshots/heat.png'), 'file_unreadable', 'bukan teks'],
	['UTF-8 beside a code page', Buffer.concat([OF_EXCEL, Buffer.from('–')]), 'file_unreadable', 'rusak'],
	['an older workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'file_is_workbook', 'Excel'],
	[
		'columns parted by another sign',
		Buffer.from(HEAD.replaceAll(';', '|')),
		'separator_unknown',
		'"round|region_code|'
	],
	['a cell too many', file(row('a;b')), 'cell_count', '14 sel'],
	['a cell too few', file('uji;35.01;;;A1;self;3;;ada'), 'cell_count', '9 sel']
])('%s is refused in one sentence', (_name, content, code, words) => {
	const result = take(small.db, content);
	expect(result).toMatchObject({ kind: 'rejected', faults: [{ code }] });
	expect(result.kind === 'rejected' && describePlace(result.faults[0]!, 'id')).toContain(words);
	expect(stored()).toEqual([]);
});

test('with a line `sep=` a fault still names its line', () => {
	const result = take(small.db, Buffer.concat([Buffer.from('sep=;\n'), file(row('ada', 'tiga'))]));
	expect(result).toMatchObject({ faults: [{ line: 3, column: 'level' }] });
});
