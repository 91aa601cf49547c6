import type { Instrument } from '#lib/domain/instrument/types.ts';
import { Calculator } from '../evaluate-formulas.ts';
import type { ReadSheet } from '../read-workbook.ts';
import { byCode, type Figures, NONE, NOT_FOUND } from './figures.ts';
import { indicators } from './instrument-parts.ts';
import { shownValue } from './number-format.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;

const TRACKS: Record<string, string> = { Self: 'mandiri', Assessor: 'asesor', Final: 'pleno' };

const read = new WeakMap<ReadSheet, Record<string, string>[]>();

/** A sheet's rows by the heads of their columns, each cell as it is shown. */
function rowsOf(sheets: Sheets, name: string): Record<string, string>[] {
	const sheet = sheets.get(name)!;
	const known = read.get(sheet);
	if (known) return known;
	const { cells, formats } = sheet;
	const heads = new Map<string, string>();
	const rows: Record<string, string>[] = [];
	for (const [address, { value }] of cells) {
		const [, column, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
		if (row === '1') heads.set(column!, String(value));
		else (rows[Number(row) - 2] ??= {})[heads.get(column!)!] = shownValue(value, formats.get(address)!);
	}
	read.set(sheet, rows);
	return rows;
}

/** Figures of a region's result in a workbook, and counts of its lists. */
export function fromWorkbook(instrument: Instrument, sheets: Sheets, region: string): Figures {
	const row = rowsOf(sheets, 'Hasil').find((cells) => cells['Kode'] === region)!;
	const shown = (head: string) => row[head] ?? NONE;
	return {
		index: shown('Indeks'),
		predicate: shown('Predikat'),
		class: shown('Kelas'),
		completeness: shown('Kelengkapan'),
		...byCode('domain', instrument.domains, (code, name) => shown(`${code} ${name}`)),
		...countsOf(sheets, region),
		...planOf(sheets, region)
	};
}

/** Counts of answers by official track, of the region's own answers, and of pieces of evidence. */
function countsOf(sheets: Sheets, region: string): Figures {
	const own = (name: string) =>
		rowsOf(sheets, name).filter((row) => row['Kode'] === region && (row['OPD'] ?? NONE) === NONE);
	const answers = own('Jawaban');
	const official = new Map<string, string>();
	for (const track of Object.values(TRACKS))
		for (const row of answers)
			if (row['Jalur'] === track && ((row['Tingkat'] ?? NONE) !== NONE || row['Tidak berlaku'] === 'ya'))
				official.set(row['Indikator']!, track);
	const pieces = own('Bukti');
	const named = new Set(pieces.map((row) => row['Indikator']));
	return {
		...Object.fromEntries(
			Object.entries(TRACKS).map(([key, track]) => [
				`track ${key}`,
				String([...official.values()].filter((one) => one === track).length)
			])
		),
		answered: String(official.size),
		pieces: String(new Set(pieces.map((row) => `${row['Judul']} ${row['Berkas atau tautan']}`)).size),
		supported: String([...official.keys()].filter((code) => named.has(code)).length)
	};
}

function planOf(sheets: Sheets, region: string): Figures {
	const steps = rowsOf(sheets, 'Rencana').filter((row) => row['Kode'] === region);
	if (steps.length === 0) return {};
	return {
		planSteps: String(steps.length),
		...Object.fromEntries(
			steps.flatMap((row) => {
				const key = `${row['Indikator']}@${row['Ke tingkat']}`;
				return [
					[`stepEffort ${key}`, row['Usaha (orang-hari)'] ?? NOT_FOUND],
					[`stepStart ${key}`, row['Mulai'] ?? NOT_FOUND],
					[`stepEnd ${key}`, row['Selesai'] ?? NOT_FOUND],
					[`stepWeeks ${key}`, weeks(row['Minggu pertama']!, row['Minggu terakhir']!)]
				];
			})
		)
	};
}

function weeks(first: string, last: string): string {
	return first === last ? first : `${first}–${last}`;
}

/** Figures that a spreadsheet program computes from the workbook's formulas, in the format of their cells.
 *  @param at place of the region among the workbook's regions, from 0 */
export function fromFormulas(instrument: Instrument, sheets: Sheets, at: number): Figures {
	const { cells, formats } = sheets.get('Penghitungan')!;
	const calculator = new Calculator(cells);
	const column = columnOf(at + 6);
	const shown = (row: number) => {
		const address = `${column}${row}`;
		return shownValue(calculator.valueOf(address), formats.get(address)!);
	};
	const rowOf = (kind: string, code: string) => {
		for (let row = 8; row < 200; row += 1)
			if (cells.get(`A${row}`)?.value === code && cells.get(`B${row}`)?.value === kind) return row;
		return null;
	};
	const inRow = (kind: string) => (code: string) => {
		const row = rowOf(kind, code);
		return row === null ? NOT_FOUND : shown(row) || NONE;
	};
	return {
		index: shown(2),
		completeness: shown(3),
		predicate: shown(4),
		class: shown(5),
		...byCode('domain', instrument.domains, inRow('domain')),
		...byCode('level', indicators(instrument), inRow('indikator'))
	};
}

/** Figures of the round on a workbook's first sheet. */
export function fromCover(sheets: Sheets): Figures {
	const cells = [...sheets.get('Keterangan')!.cells.values()].map(({ value }) => String(value));
	const after = (label: string) => cells[cells.indexOf(label) + 1] ?? NOT_FOUND;
	const [starts = NOT_FOUND, ends = NOT_FOUND] = after('Masa asesmen').split(' – ');
	return { printed: after('Dibuat pada'), starts, ends };
}

/** Result of the formulas with a higher level: index and class after it.
 *  @param steps by codes of indicators, as `3 → 4` */
export function raisedInFormulas(sheets: Sheets, at: number, steps: Record<string, string>): Figures {
	const { cells, formats } = sheets.get('Penghitungan')!;
	const column = columnOf(at + 6);
	const before = new Calculator(cells).valueOf(`${column}5`);
	return Object.fromEntries(
		Object.entries(steps).flatMap(([code, step]) => {
			const address = [...cells].find(([key, { value }]) => key.startsWith('A') && value === code)![0];
			const raised = new Map(cells);
			raised.set(`${column}${address.slice(1)}`, { value: Number(step.slice(-1)), formula: null });
			const calculator = new Calculator(raised);
			const after = calculator.valueOf(`${column}5`);
			return [
				[`after ${code}`, shownValue(calculator.valueOf(`${column}2`), formats.get(`${column}2`)!)],
				[`afterClass ${code}`, after === before ? 'tetap' : String(after)]
			];
		})
	);
}

function columnOf(number: number): string {
	const before = Math.floor((number - 1) / 26);
	return (before > 0 ? columnOf(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}
