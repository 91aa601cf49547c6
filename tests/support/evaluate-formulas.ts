// A spreadsheet's arithmetic, as much of it as the workbook uses, written from the functions' definitions and not from
// the program's scoring: an independent reader of the formulas.
// @see https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part4-formula/OpenDocument-v1.3-os-part4-formula.html
import type { ReadCell } from './read-workbook.ts';

type Scalar = number | string | boolean | null;
type Value = Scalar | Scalar[];

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|(\$?[A-Z]+\$?\d+)|([A-Z]+)(?=\()|(<>|>=|<=|[-+*/()<>=,:]))/y;

const ORDERS = ['=', '<>', '<', '>', '<=', '>='];

/** Computes the cells of one sheet from its formulas alone: the results in the file are not read. */
export class Calculator {
	readonly #cells: ReadonlyMap<string, ReadCell>;
	readonly #known = new Map<string, Scalar>();

	constructor(cells: ReadonlyMap<string, ReadCell>) {
		this.#cells = cells;
	}

	/** Value of a cell, null when it is empty.
	 *  @throws Error on a formula that it does not understand */
	valueOf(address: string): Scalar {
		if (this.#known.has(address)) return this.#known.get(address)!;
		const cell = this.#cells.get(address);
		const value = cell?.formula ? single(new Formula(cell.formula, this).value()) : (cell?.value ?? null);
		if (Number.isNaN(value)) throw new Error(`${address} is an error: ${cell?.formula}`);
		this.#known.set(address, value);
		return value;
	}
}

class Formula {
	readonly #tokens: { kind: 'number' | 'text' | 'cell' | 'name' | 'sign'; text: string }[] = [];
	readonly #calculator: Calculator;
	#at = 0;

	constructor(formula: string, calculator: Calculator) {
		this.#calculator = calculator;
		TOKEN.lastIndex = 0;
		while (TOKEN.lastIndex < formula.length) {
			const from = TOKEN.lastIndex;
			const found = TOKEN.exec(formula);
			if (!found) throw new Error(`not understood: ${formula.slice(from)}`);
			const place = [1, 2, 3, 4, 5].find((group) => found[group] !== undefined)!;
			const kind = (['number', 'text', 'cell', 'name', 'sign'] as const)[place - 1]!;
			this.#tokens.push({ kind, text: found[place]! });
		}
	}

	value(): Value {
		const value = this.#comparison();
		if (this.#at < this.#tokens.length) throw new Error(`not understood: ${this.#tokens[this.#at]!.text}`);
		return value;
	}

	#comparison(): Value {
		let left = this.#sum();
		for (let sign = this.#take(...ORDERS); sign; sign = this.#take(...ORDERS)) {
			const order = sign;
			left = spread(left, this.#sum(), (a, b) => {
				const sides = compare(a, b);
				return Number.isNaN(sides) ? NaN : holds(order, sides);
			});
		}
		return left;
	}

	#sum(): Value {
		let left = this.#product();
		for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
			const factor = sign === '+' ? 1 : -1;
			left = spread(left, this.#product(), (a, b) => toNumber(a) + factor * toNumber(b));
		}
		return left;
	}

	#product(): Value {
		let left = this.#signed();
		for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
			const isTimes = sign === '*';
			left = spread(left, this.#signed(), (a, b) => (isTimes ? toNumber(a) * toNumber(b) : toNumber(a) / toNumber(b)));
		}
		return left;
	}

	#signed(): Value {
		if (this.#take('-')) return spread(this.#signed(), null, (a) => -toNumber(a));
		return this.#operand();
	}

	#operand(): Value {
		const token = this.#tokens[this.#at++];
		if (token?.kind === 'number') return Number(token.text);
		if (token?.kind === 'text') return token.text.replaceAll('""', '"');
		if (token?.kind === 'name') return call(token.text, this.#arguments());
		if (token?.kind === 'cell') {
			const from = token.text.replaceAll('$', '');
			if (!this.#take(':')) return this.#calculator.valueOf(from);
			return range(from, this.#tokens[this.#at++]!.text.replaceAll('$', '')).map((one) =>
				this.#calculator.valueOf(one)
			);
		}
		if (token?.text !== '(') throw new Error(`not understood: ${token?.text}`);
		const inner = this.#comparison();
		if (!this.#take(')')) throw new Error('a bracket is missing');
		return inner;
	}

	#arguments(): Value[] {
		const list: Value[] = [];
		this.#take('(');
		do list.push(this.#comparison());
		while (this.#take(','));
		if (!this.#take(')')) throw new Error('a bracket is missing');
		return list;
	}

	#take(...signs: string[]): string | undefined {
		const token = this.#tokens[this.#at];
		if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
		this.#at += 1;
		return token.text;
	}
}

function call(name: string, list: Value[]): Value {
	switch (name) {
		case 'IF':
			// an error in the branch that is not taken does not count
			return Number.isNaN(list[0]) ? NaN : single(list[0]!) ? list[1]! : list[2]!;
		case 'AND':
			return list.some(Number.isNaN) ? NaN : list.every((item) => Boolean(single(item)));
		case 'ISNUMBER':
			return spread(list[0]!, null, (item) => typeof item === 'number');
		case 'ROUND':
			return Number(Number(toNumber(single(list[0]!)).toPrecision(15)).toFixed(toNumber(single(list[1]!))));
		case 'ROUNDDOWN': {
			const unit = 10 ** toNumber(single(list[1]!));
			return Math.trunc(toNumber(single(list[0]!)) * unit) / unit;
		}
		case 'SUMPRODUCT': {
			const arrays = list as Scalar[][];
			// an entry that is no number counts as zero
			const factor = (item: Scalar | undefined) => (typeof item === 'number' ? item : 0);
			return arrays[0]!.reduce<number>(
				(sum, _item, at) => sum + arrays.reduce((product, array) => product * factor(array[at]), 1),
				0
			);
		}
		default:
			throw new Error(`not understood: ${name}`);
	}
}

function spread(left: Value, right: Value, combine: (a: Scalar, b: Scalar) => Scalar): Value {
	if (!Array.isArray(left) && !Array.isArray(right)) return combine(left, right);
	const length = Array.isArray(left) ? left.length : (right as Scalar[]).length;
	const at = (value: Value, place: number) => (Array.isArray(value) ? value[place]! : value);
	return Array.from({ length }, (_, place) => combine(at(left, place), at(right, place)));
}

/** Compares two values: numbers before text before truth values; an empty cell is 0 beside a number and empty text
 *  beside text. */
function compare(a: Scalar, b: Scalar): number {
	if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
	const filled = (one: Scalar, other: Scalar) => one ?? (typeof other === 'string' ? '' : 0);
	const [x, y] = [filled(a, b), filled(b, a)];
	const rank = (one: string | number | boolean) => ['number', 'string', 'boolean'].indexOf(typeof one);
	if (rank(x) !== rank(y)) return rank(x) - rank(y);
	const [left, right] = [x, y].map((one) => (typeof one === 'string' ? one.toLowerCase() : Number(one)));
	return left! < right! ? -1 : Number(left! > right!);
}

function holds(sign: string, order: number): boolean {
	if (order === 0) return sign.includes('=');
	return sign === '<>' || sign.startsWith(order < 0 ? '<' : '>');
}

/** Turns a value into a number; NaN stands for an error, such as text where a number is asked for. */
function toNumber(value: Scalar): number {
	return typeof value === 'string' ? NaN : Number(value ?? 0);
}

function single(value: Value): Scalar {
	if (Array.isArray(value)) throw new Error('a range where one value is asked for');
	return value;
}

function range(from: string, to: string): string[] {
	const [column, first] = parts(from);
	const [lastColumn, last] = parts(to);
	if (column !== lastColumn) throw new Error(`${from}:${to} is more than one column`);
	return Array.from({ length: last - first + 1 }, (_, at) => `${column}${first + at}`);
}

function parts(address: string): [string, number] {
	const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
	return [column, Number(row)];
}
