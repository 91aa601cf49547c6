import type { Score } from '#lib/domain/scoring/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { shownCompleteness } from '#lib/words/format-share.ts';
import { say } from '#lib/words/say.ts';
import { COLUMN, columnFormulas, FIRST_REGION, type Rows } from './formulas.ts';
import { outlineOf, type OutlineRow, parentValues } from './outline.ts';
import { type Cell, COMPLETENESS_FORMAT, heads, INDEX_FORMAT, number, type Sheet, text, toned } from './sheet.ts';
import type { WorkbookData } from './types.ts';

/** Rows of the results, which stand above the levels that they come from. */
const ROW = { index: 2, completeness: 3, predicate: 4, readinessClass: 5, known: 6, same: 7 };
const FIRST_OUTLINE = 8;

/** Composes levels and weights with the formulas that lead from them to the index, one column a region. A reader who
 *  changes a level sees its effect, and that the result is no longer the app's.
 *  @see docs/scoring-method.md */
export function calculationSheet({ instrument, results }: WorkbookData, locale: Locale): Sheet {
	const na = say(locale).report_na_short({});
	const kinds = {
		domain: say(locale).workbook_kind_domain({}),
		aspect: say(locale).workbook_kind_aspect({}),
		indicator: say(locale).workbook_kind_indicator({})
	};
	const gateMark = say(locale).report_gate({});
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
		const { mean, answered, firstThatHolds, same, orOne, shownShare } = columnFormulas(FIRST_REGION + at, na);
		const values = parentValues(instrument, result.answers);
		const value = (row: OutlineRow) => values.get(`${row.kind} ${row.code}`)!;
		const { score } = result;
		return {
			head: { value: `${result.region.code} ${result.region.name}`, tone: 'head' as const, wrap: true },
			results: [
				made(mean(levels, kinds.domain), score.index, INDEX_FORMAT),
				made(
					shownShare(orOne(mean(shares, kinds.domain))),
					shownCompleteness(values.get(`instrument ${instrument.code}`)?.completeness ?? 1),
					COMPLETENESS_FORMAT[locale]
				),
				made(
					firstThatHolds(ROW.index, ROW.completeness, predicateSteps),
					nameOf(instrument.predicates, score.predicate)
				),
				made(firstThatHolds(ROW.index, ROW.completeness, classSteps), nameOf(instrument.classes, score.readinessClass)),
				number(score.index, INDEX_FORMAT),
				made(
					same(ROW.index, ROW.known, say(locale).workbook_same({}), say(locale).workbook_differs({})),
					say(locale).workbook_same({})
				)
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
				// The completeness is exact, for the whole is made from it: a share of the weight, not a rounded percentage.
				return made(formula, value(parent).completeness, 'General');
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
		name: say(locale).workbook_sheet_calculation({}),
		widths: [8, 14, 46, 9, 16, ...results.map(() => (results.length === 1 ? 22 : 14))],
		rows: [
			[
				...heads([
					say(locale).report_col_code({}),
					say(locale).workbook_col_kind({}),
					say(locale).report_col_name({}),
					say(locale).report_weight({}),
					say(locale).report_gate({})
				]),
				...columns.map(({ head }) => head)
			],
			...[
				say(locale).report_index({}),
				say(locale).workbook_completeness({}),
				say(locale).report_predicate({}),
				say(locale).report_col_class({}),
				say(locale).workbook_known_index({}),
				say(locale).workbook_same_question({})
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
			band(say(locale).workbook_completeness_heading({})),
			...parents.map((parent, at) => [...partCells(parent), ...columns.map((column) => column.shares[at]!)]),
			band(say(locale).report_predicates_heading({}), say(locale).report_col_min_index({})),
			...instrument.predicates.map(({ code, name, from }) => [
				null,
				text(code),
				text(name[locale]),
				number(from, 'General')
			]),
			band(
				say(locale).report_classes_heading({}),
				say(locale).report_col_min_index({}),
				say(locale).report_col_min_gate({})
			),
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

/** A formula with the app's value as its result. */
function made(formula: string, value: string | number | null, format?: string): Cell {
	return { value: value ?? '', formula, format, align: 'right' };
}

function levelCell(answer: number | 'na' | null | undefined, na: string): Cell | null {
	return answer === 'na' ? text(na, { align: 'right' }) : number(answer ?? null);
}
