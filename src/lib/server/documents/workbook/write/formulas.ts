import { columnName } from './sheet.ts';

/** Columns of the calculation, counted from 1; the regions follow from `FIRST_REGION` on. */
export const COLUMN = { code: 1, kind: 2, name: 3, weight: 4, gate: 5 };
export const FIRST_REGION = 6;

/** Doubles differ from the exact value at the sixteenth digit at most: a comparison with a threshold sees twelve. */
const EXACT_DIGITS = 12;

/** Rows of a block, both included, counted from 1. */
export interface Rows {
	from: number;
	to: number;
}

/** Builds the formulas of one region's column. */
export function columnFormulas(column: number, notApplicable: string) {
	const at = (row: number) => `${columnName(column)}${row}`;
	const own = ({ from, to }: Rows) => `${at(from)}:${at(to)}`;
	const fixed = (name: keyof typeof COLUMN, { from, to }: Rows) => {
		const letter = columnName(COLUMN[name]);
		return `$${letter}$${from}:$${letter}$${to}`;
	};
	const only = (rows: Rows, kind: string | null) => (kind === null ? '' : `--(${fixed('kind', rows)}="${kind}"),`);
	const exact = (row: number) => `ROUND(${at(row)},${EXACT_DIGITS})`;
	const mean = (rows: Rows, kind: string | null) => {
		const weights = only(rows, kind) + fixed('weight', rows);
		const valued = `SUMPRODUCT(${weights},--ISNUMBER(${own(rows)}))`;
		// Text counts as nothing in SUMPRODUCT: a child that does not apply leaves the sum, and here its weight with it.
		return `IF(${valued}=0,"",SUMPRODUCT(${weights},${own(rows)})/${valued})`;
	};
	return {
		/** Weighted mean of the children that have a value; empty when none has.
		 *  @param kind the rows of the block that are children; null = all of them */
		mean,
		/** Share of the weight of a parent of indicators that is answered, among what applies. */
		answered: (rows: Rows) => {
			const applicable = `SUMPRODUCT(${fixed('weight', rows)},--(${own(rows)}<>"${notApplicable}"))`;
			const answered = `SUMPRODUCT(${fixed('weight', rows)},--ISNUMBER(${own(rows)}))`;
			return `IF(${applicable}=0,"",${answered}/${applicable})`;
		},
		/** Name of the first step that holds, from the best on; empty while less than half is answered.
		 *  @param index, completeness their rows
		 *  @param steps row of the threshold, whose name stands there as well */
		firstThatHolds: (index: number, completeness: number, steps: readonly { row: number; gates: Rows | null }[]) => {
			const asked = ({ row, gates }: (typeof steps)[number]) => {
				const reached = `${exact(index)}>=$D$${row}`;
				if (gates === null) return reached;
				// An unanswered gate is an empty cell, less than any level; "not applicable" is text, more than any number.
				const below = `SUMPRODUCT(--(${fixed('gate', gates)}<>""),--(${own(gates)}<$E$${row}))`;
				return `AND(${reached},${below}=0)`;
			};
			const chosen = steps.reduceRight((rest, step) => `IF(${asked(step)},$C$${step.row},${rest})`, '""');
			return `IF(${at(index)}="","",IF(${exact(completeness)}<0.5,"",${chosen}))`;
		},
		/** Comparison of two cells to nine decimals; two empty cells are equal. */
		same: (row: number, other: number, yes: string, no: string) =>
			`IF(AND(ISNUMBER(${at(row)}),ISNUMBER(${at(other)})),IF(ROUND(${at(row)}-${at(other)},9)=0,"${yes}","${no}"),IF(AND(${at(row)}="",${at(other)}=""),"${yes}","${no}"))`,
		/** The value of another cell of the column, 1 when it is empty. */
		orOne: (formula: string) => `IF(${formula}="",1,${formula})`,
		/** A share rounded down to thousandths, as `shownCompleteness` does: less than half stays less than half. */
		shownShare: (formula: string) => `ROUNDDOWN(ROUND(1000*${formula},9),0)/1000`
	};
}
