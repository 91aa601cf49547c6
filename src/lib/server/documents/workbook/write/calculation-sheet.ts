import type { Score } from '#lib/domain/scoring/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { COLUMN, columnFormulas, FIRST_REGION, type Rows } from './formulas.ts';
import { outlineOf, type OutlineRow, parentValues } from './outline.ts';
import { type Cell, heads, INDEX_FORMAT, number, type Sheet, SHARE_FORMAT, text, toned } from './sheet.ts';
import type { WorkbookData } from './types.ts';

/** Rows of the results, which stand above the levels that they come from. */
const ROW = { index: 2, completeness: 3, predicate: 4, readinessClass: 5, known: 6, same: 7 };
const FIRST_OUTLINE = 8;

/** Levels and weights with the formulas that lead from them to the index, one column a region. Whoever changes a level
 *  sees what comes of it, and that it is no longer the app's result.
 *  @see docs/scoring-method.md */
export function calculationSheet({ instrument, results }: WorkbookData, locale: 'id' | 'en'): Sheet {
	const o = { locale };
	const na = m.report_na_short({}, o);
	const kinds = {
		domain: m.workbook_kind_domain({}, o),
		aspect: m.workbook_kind_aspect({}, o),
		indicator: m.workbook_kind_indicator({}, o)
	};
	const gateMark = m.report_gate({}, o);
	const outline = outlineOf(instrument);
	const levels: Rows = { from: FIRST_OUTLINE, to: FIRST_OUTLINE + outline.length - 1 };
	const parents = outline.flatMap((row, at) => (row.kind === 'indicator' ? [] : [{ ...row, row: FIRST_OUTLINE + at }]));
	const completenessHead = levels.to + 1;
	/** Rows of the parents' completeness, in the order of `parents`. */
	const shares: Rows = { from: completenessHead + 1, to: completenessHead + parents.length };
	const predicateHead = shares.to + 1;
	const classHead = predicateHead + instrument.predicates.length + 1;
	const predicateSteps = instrument.predicates.map((_, at) => ({ row: predicateHead + 1 + at, gates: null }));
	const classSteps = instrument.classes.map(({ minGate }, at) => {
		return { row: classHead + 1 + at, gates: minGate === null ? null : levels };
	});
	const shareRow = (parent: (typeof parents)[number]) => shares.from + parents.indexOf(parent);
	const block = (first: number, below: number): Rows => ({ from: first + 1, to: first + below });

	const columns = results.map((result, at) => {
		const { mean, answered, firstThatHolds, same, orOne } = columnFormulas(FIRST_REGION + at, na);
		const values = parentValues(instrument, result.answers);
		const value = (row: OutlineRow) => values.get(`${row.kind} ${row.code}`)!;
		const { score } = result;
		return {
			head: { value: `${result.region.code} ${result.region.name}`, tone: 'head' as const, wrap: true },
			results: [
				made(mean(levels, kinds.domain), score.index, INDEX_FORMAT),
				made(
					orOne(mean(shares, kinds.domain)),
					values.get(`instrument ${instrument.code}`)?.completeness ?? 1,
					SHARE_FORMAT
				),
				made(
					firstThatHolds(ROW.index, ROW.completeness, predicateSteps),
					nameOf(instrument.predicates, score.predicate)
				),
				made(firstThatHolds(ROW.index, ROW.completeness, classSteps), nameOf(instrument.classes, score.readinessClass)),
				number(score.index, INDEX_FORMAT),
				made(same(ROW.index, ROW.known, m.workbook_same({}, o), m.workbook_differs({}, o)), m.workbook_same({}, o))
			],
			levels: outline.map((row, place) => {
				if (row.kind === 'indicator') return levelCell(result.answers[row.code], na);
				const formula = mean(block(FIRST_OUTLINE + place, row.below), row.hasAspects ? kinds.aspect : null);
				return made(formula, value(row).index, INDEX_FORMAT);
			}),
			shares: parents.map((parent) => {
				const own = block(parent.row, parent.below);
				const aspects = parents.filter(({ row }) => row >= own.from && row <= own.to);
				const formula = parent.hasAspects
					? mean({ from: shareRow(aspects[0]!), to: shareRow(aspects.at(-1)!) }, null)
					: answered(own);
				return made(formula, value(parent).completeness, SHARE_FORMAT);
			})
		};
	});

	function nameOf(list: readonly { code: string; name: { id: string; en: string } }[], code: Score['predicate']) {
		return list.find((item) => item.code === code)?.name[locale] ?? null;
	}
	const width = COLUMN.gate + results.length;
	const band = (name: string, ...more: string[]) =>
		toned(
			Array.from({ length: width }, (_, at) => text([name, ...more][at + 1 - COLUMN.name] ?? null, { wrap: true })),
			'head'
		);
	const partCells = (row: OutlineRow, kind = kinds[row.kind]): (Cell | null)[] => [
		text(row.code),
		text(kind),
		text(row.name[locale], { wrap: true }),
		number(row.weight, 'General'),
		text(row.gate ? gateMark : null, { align: 'center' })
	];

	return {
		name: m.workbook_sheet_calculation({}, o),
		widths: [8, 14, 46, 9, 16, ...results.map(() => (results.length === 1 ? 22 : 14))],
		rows: [
			[
				...heads([
					m.report_col_code({}, o),
					m.workbook_col_kind({}, o),
					m.report_col_name({}, o),
					m.report_weight({}, o),
					m.report_gate({}, o)
				]),
				...columns.map(({ head }) => head)
			],
			...[
				m.report_index({}, o),
				m.workbook_completeness({}, o),
				m.report_predicate({}, o),
				m.report_col_class({}, o),
				m.workbook_known_index({}, o),
				m.workbook_same_question({}, o)
			].map((name, at) =>
				toned(
					[null, null, text(name), null, null, ...columns.map(({ results: cells }) => cells[at]!)],
					at < 4 ? 'parent' : 'quiet'
				)
			),
			...outline.map((row, at) => {
				const cells = [...partCells(row), ...columns.map((column) => column.levels[at]!)];
				return row.kind === 'indicator' ? cells : toned(cells, 'parent');
			}),
			band(m.workbook_completeness_heading({}, o)),
			...parents.map((parent, at) => [...partCells(parent), ...columns.map((column) => column.shares[at]!)]),
			band(m.report_predicates_heading({}, o), m.report_col_min_index({}, o)),
			...instrument.predicates.map(({ code, name, from }) => [
				null,
				text(code),
				text(name[locale]),
				number(from, 'General')
			]),
			band(m.report_classes_heading({}, o), m.report_col_min_index({}, o), m.report_col_min_gate({}, o)),
			...instrument.classes.map(({ code, name, minIndex, minGate }) => [
				null,
				text(code),
				text(name[locale]),
				number(minIndex, 'General'),
				number(minGate)
			])
		],
		frozen: { rows: 1, columns: 3 },
		filter: { columns: 5, from: 1, to: levels.to }
	};
}

/** A formula with the value that the app has. */
function made(formula: string, value: string | number | null, format?: string): Cell {
	return { value: value ?? '', formula, format, align: 'right' };
}

function levelCell(answer: number | 'na' | null | undefined, na: string): Cell | null {
	return answer === 'na' ? text(na, { align: 'right' }) : number(answer ?? null);
}
