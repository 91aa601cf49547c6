import { assessedOn } from '../../../../../tests/support/assessed-on.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { shownCompleteness } from '#lib/words/format-share.ts';
import { score } from '#lib/domain/scoring/score.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';
import { anyAssessment } from '../../../../../tests/support/any-instrument.ts';
import { Calculator } from '../../../../../tests/support/evaluate-formulas.ts';
import { type ReadCell, readWorkbook } from '../../../../../tests/support/read-workbook.ts';
import { workedAnswers, workedInstrument } from '../../../../../tests/support/worked-examples.ts';
import { sampleBasis } from '../../../../../tests/support/sample-report.ts';
import type { WorkbookData } from './write/types.ts';
import { workbookSheets } from './write/workbook-sheets.ts';
import { writeWorkbook } from './print/write-workbook.ts';

function dataOf(instrument: Instrument, answers: Answers, change: Partial<WorkbookData> = {}): WorkbookData {
	const basis = sampleBasis();
	const result = { ...basis.results[1]!, answers, score: assessedOn(instrument, answers) };
	const { adoption, round, documentNumber, state, now } = basis;
	const empty = { region: null, agencyInstrument: null, answers: [], plans: {}, evidence: [] };
	return { instrument, adoption, round, documentNumber, state, now, results: [result], ...empty, ...change };
}

async function read(data: WorkbookData) {
	return readWorkbook(await writeWorkbook(workbookSheets(data, 'id')));
}

const INDEX = 'F2';
const COMPLETENESS = 'F3';
const PREDICATE = 'F4';
const CLASS = 'F5';
const SAME = 'F7';

/** Row of a domain's index: the first with its code and kind. */
function rowOf(cells: ReadonlyMap<string, ReadCell>, kind: string, code: string): number {
	for (let row = 8; ; row += 1) {
		if (cells.get(`A${row}`)?.value === code && cells.get(`B${row}`)?.value === kind) return row;
	}
}

describe('the formulas, computed by a reader of their own', () => {
	test('worked example 1: the digits of the specification', async () => {
		const instrument = workedInstrument();
		const cells = (await read(dataOf(instrument, workedAnswers(instrument, 1)))).get('Penghitungan')!.cells;
		const calculator = new Calculator(cells);
		expect(calculator.valueOf(INDEX)).toBeCloseTo(17361 / 6800, 12);
		expect(calculator.valueOf(`F${rowOf(cells, 'domain', 'G')}`)).toBeCloseTo(46 / 17, 12);
		expect([PREDICATE, CLASS, SAME].map((cell) => calculator.valueOf(cell))).toEqual([
			'Cukup',
			'Perlu Pendampingan',
			'sama'
		]);
	});

	test('worked example 2: an unanswered domain leaves with its weight, an unanswered gate bars the class', async () => {
		const instrument = workedInstrument();
		const cells = (await read(dataOf(instrument, workedAnswers(instrument, 2)))).get('Penghitungan')!.cells;
		const calculator = new Calculator(cells);
		expect(calculator.valueOf(INDEX)).toBeCloseTo(8111 / 3060, 12);
		expect(calculator.valueOf(COMPLETENESS)).toBeCloseTo(0.825, 12);
		expect(calculator.valueOf(`F${rowOf(cells, 'domain', 'E')}`)).toBe('');
		expect([PREDICATE, CLASS].map((cell) => calculator.valueOf(cell))).toEqual(['Baik', 'Perlu Pendampingan']);
	});

	test('a level that the reader changes changes the index, and the sheet says that it is no longer the app’s', async () => {
		const instrument = workedInstrument();
		const answers = workedAnswers(instrument, 1);
		const cells = (await read(dataOf(instrument, answers))).get('Penghitungan')!.cells;
		cells.set(`F${rowOf(cells, 'indikator', 'B3')}`, { value: 5, formula: null });
		const calculator = new Calculator(cells);
		expect(calculator.valueOf(INDEX)).toBeCloseTo(score(instrument, { ...answers, B3: 5 }).index!, 12);
		expect(calculator.valueOf(SAME)).toBe('berbeda');
	});

	test('any instrument, any answers: index, parts, completeness, predicate and class are the app’s', async () => {
		const named = <Item extends { code: string }>(items: Item[]) =>
			items.map((item) => ({ ...item, name: { id: item.code, en: item.code } }));
		await fc.assert(
			fc.asyncProperty(anyAssessment, async ({ instrument: drawn, answers }) => {
				const instrument = { ...drawn, predicates: named(drawn.predicates), classes: named(drawn.classes) };
				const result = score(instrument, answers);
				const cells = (await read(dataOf(instrument, answers))).get('Penghitungan')!.cells;
				const calculator = new Calculator(cells);
				const shown = (value: unknown) => (typeof value === 'number' ? formatIndex(value, 'id') : '–');
				expect(shown(calculator.valueOf(INDEX))).toBe(formatIndex(result.index, 'id'));
				for (const [code, value] of Object.entries(result.domains)) {
					const computed = calculator.valueOf(`F${rowOf(cells, 'domain', code)}`);
					if (value === null) expect(computed).toBe('');
					else expect(computed).toBeCloseTo(value, 10);
				}
				expect(calculator.valueOf(COMPLETENESS)).toBeCloseTo(shownCompleteness(result.completeness), 10);
				expect(calculator.valueOf(PREDICATE)).toBe(result.predicate ?? '');
				expect(calculator.valueOf(CLASS)).toBe(result.readinessClass ?? '');
				expect(calculator.valueOf(SAME)).toBe('sama');
				// what the file says a formula gives is what it gives
				for (const [address, { formula, value }] of cells) {
					if (formula === null) continue;
					const computed = calculator.valueOf(address);
					if (typeof value === 'number') expect(computed).toBeCloseTo(value, 10);
					else expect(computed).toBe(value);
				}
			}),
			{ numRuns: 60, seed: 20261124 }
		);
	});
});

describe('the file', () => {
	test('has heads that stay, filters, widths, and text that stays text', async () => {
		const instrument = workedInstrument();
		const row = {
			round: '2026',
			region_code: '35.01',
			region_name: 'Kabupaten Pacitan',
			agency: '',
			indicator: 'A1',
			track: 'self' as const,
			level: 3,
			not_applicable: false,
			justification: '=HYPERLINK("http://contoh") _x0041_',
			evidence_count: 2,
			version: 1,
			updated_at: '2026-10-01T03:00:00.000Z',
			updated_by: '+pacitan'
		};
		const sheets = await read(dataOf(instrument, workedAnswers(instrument, 1), { answers: [row] }));
		expect([...sheets.keys()]).toEqual(['Keterangan', 'Hasil', 'Penghitungan', 'Jawaban', 'Rencana', 'Bukti']);
		const { cells, xml } = sheets.get('Jawaban')!;
		expect(xml).toContain('state="frozen"');
		expect(xml).toContain('<autoFilter ref="A1:N2"/>');
		expect(xml).toMatch(/<col min="10" max="10" width="70"/);
		expect(cells.get('A2')).toEqual({ value: '35.01', formula: null });
		expect(cells.get('G2')).toEqual({ value: 3, formula: null });
		expect(cells.get('J2')).toEqual({ value: '=HYPERLINK("http://contoh") _x005F_x0041_', formula: null });
		expect(cells.get('N2')).toEqual({ value: '+pacitan', formula: null });
		// 1 October 2026, 10.00 WIB
		expect(cells.get('M2')!.value).toBeCloseTo(46296 + 10 / 24, 6);
		const cover = [...sheets.get('Keterangan')!.cells.values()].map(({ value }) => value);
		expect(cover).toContain('SIAP/2026/35.78/0001');
		expect(cover).toContainEqual(expect.stringMatching(/^Data contoh: /));
		expect(cover).toContainEqual(expect.stringMatching(/^Draf: /));
	});
});
