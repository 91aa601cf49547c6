import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Fault, FaultCode, FaultParams } from './fault.ts';
import type { Text } from './types.ts';

interface Source {
	file: string;
	document: Document;
	lines: LineCounter;
	/** Faults of all files, added to by every report. */
	faults: Fault[];
}

/** A value in a file, and its place. The readers below report its faults and go on with a stand-in, so that all faults
 *  come out at once; a missing value (undefined) was reported before. */
export interface Value {
	source: Source;
	node: Node | null;
	/** Line of its key, from 1. */
	line: number;
	/** Path inside the indicator, domain or header that it belongs to. */
	key: string;
	indicator: string | null;
}

/** Opens the whole of a file; undefined when its YAML cannot be read, which is reported. */
export function openYaml(file: string, text: string, faults: Fault[]): Value | undefined {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const source: Source = { file, document, lines, faults };
	const root: Value = { source, node: document.contents, line: 1, key: '', indicator: null };
	let readable = true;
	for (const error of document.errors) {
		const line = lines.linePos(error.pos[0]).line;
		if (error.code === 'DUPLICATE_KEY') {
			report(root, 'key_twice', { key: text.slice(error.pos[0]).match(/^[^\s:]+/)?.[0] ?? '' }, line);
		} else {
			report(root, 'yaml_syntax', { detail: error.message.split('\n')[0] ?? '' }, line);
			readable = false;
		}
	}
	return readable ? root : undefined;
}

/** Adds a fault to those of all files.
 *  @param line of the fault; that of the value when left out */
export function report<Code extends FaultCode>(
	at: Value,
	code: Code,
	params: FaultParams[Code],
	line: number = at.line
): void {
	// The cast ties code and params together again, which the signature has checked.
	at.source.faults.push({ file: at.source.file, line, indicator: at.indicator, code, params } as Fault);
}

/** Reads the values of a map by key. Reports missing and unknown keys; a key without a value counts as left out.
 *  @returns undefined when it is no map */
export function fields<Key extends string>(
	at: Value,
	required: readonly Key[],
	optional: readonly Key[] = []
): Partial<Record<Key, Value>> | undefined {
	const found = entries(at);
	if (!found) return undefined;
	const known: Partial<Record<Key, Value>> = {};
	const isKnown = (key: string): key is Key => (required as readonly string[]).concat(optional).includes(key);
	for (const [key, value] of found) {
		if (!isKnown(key)) report(value, 'key_unknown', { key: value.key });
		else if (!isEmpty(value)) known[key] = value;
	}
	for (const key of required) {
		if (known[key] === undefined) report(at, 'key_missing', { key: path(at, key) }, blankLine(found, key) ?? at.line);
	}
	return known;
}

/** Reads keys and values of a map in the file's order; reports and returns undefined when it is none. */
export function entries(at: Value | undefined): [string, Value][] | undefined {
	if (!at) return undefined;
	if (!isMap(at.node)) {
		report(at, 'not_map', { key: at.key });
		return undefined;
	}
	return at.node.items.map((pair): [string, Value] => {
		const key = resolve(at.source, pair.key);
		const name = isScalar(key) ? (key.source ?? String(key.value)) : '';
		const value: Value = {
			...at,
			node: resolve(at.source, pair.value),
			line: lineOf(at, key) ?? at.line,
			key: path(at, name)
		};
		return [name, value];
	});
}

/** Reads the items of a list; reports an empty one and a value that is no list. */
export function items(at: Value | undefined): Value[] {
	const found = itemsOrNone(at);
	if (at && isSeq(at.node) && found.length === 0) report(at, 'list_empty', { key: at.key });
	return found;
}

/** Reads the items of a list that may be empty; reports a value that is no list. */
export function itemsOrNone(at: Value | undefined): Value[] {
	if (!at) return [];
	if (!isSeq(at.node)) {
		report(at, 'not_list', { key: at.key });
		return [];
	}
	return at.node.items.map((item, index) => {
		const node = resolve(at.source, item);
		return { ...at, node, line: lineOf(at, node) ?? at.line, key: `${at.key}[${index + 1}]` };
	});
}

/** Reads one line of text that is not blank. A number is taken as it is written: `version: 2026.10` keeps its zero. */
export function text(at: Value | undefined): string {
	if (!at) return '';
	const found = textOf(at);
	if (found === undefined || found.trim() === '') report(at, 'not_text', { key: at.key });
	return found ?? '';
}

/** Reads a text in every language. */
export function texts(at: Value | undefined): Text {
	const found: Text = { id: '', en: '' };
	if (!at) return found;
	if (!isMap(at.node)) {
		report(at, 'not_texts', { key: at.key });
		return found;
	}
	const byLanguage = new Map(entries(at));
	for (const [language, value] of byLanguage) {
		if (!(language in found)) report(value, 'key_unknown', { key: value.key });
	}
	for (const language of ['id', 'en'] as const) {
		const value = byLanguage.get(language);
		if (!value || isEmpty(value) || textOf(value)?.trim() === '') {
			report(value ?? at, 'translation_missing', { key: at.key, language });
		} else found[language] = text(value);
	}
	return found;
}

/** Reads true or false; false stands in for anything else, which is reported. */
export function flag(at: Value | undefined): boolean {
	if (!at) return false;
	if (isScalar(at.node) && typeof at.node.value === 'boolean') return at.node.value;
	report(at, 'not_flag', { key: at.key });
	return false;
}

/** Reads a decimal that arithmetic can hold exactly: up to a million, at most six digits after the point. */
export function decimal(at: Value | undefined): number | undefined {
	if (!at) return undefined;
	const value = isScalar(at.node) ? at.node.value : undefined;
	if (typeof value !== 'number' || Number.isNaN(value)) report(at, 'not_number', { key: at.key });
	else if (Math.abs(value) > 1e6) report(at, 'number_too_large', { key: at.key, value: String(value) });
	else if (Math.round(value * 1e6) / 1e6 !== value) report(at, 'number_digits', { key: at.key, value: String(value) });
	else return value;
	return undefined;
}

/** Reads a decimal of zero or more. */
export function amount(at: Value | undefined): number {
	const value = decimal(at);
	if (at && value !== undefined && value < 0) report(at, 'number_negative', { key: at.key, value: String(value) });
	return value ?? 0;
}

/** Reads a decimal over zero; 1 stands in for any other. */
export function weight(at: Value | undefined): number {
	const value = at && isScalar(at.node) ? at.node.value : undefined;
	// This check comes first, so that -1e9 is reported as a weight and not as too large a number.
	if (at && typeof value === 'number' && value <= 0) {
		report(at, 'weight_not_positive', { key: at.key, value: String(value) });
		return 1;
	}
	return decimal(at) ?? 1;
}

/** Reads a code: letters, digits, dots, dashes, underscores; no `@` or blank, which have a meaning in dependencies. */
export function code(at: Value | undefined): string {
	const found = text(at);
	if (at && found.trim() !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(found)) {
		report(at, 'code_form', { key: at.key, value: found });
	}
	return found;
}

/** Text under a key of a map, without any report; it names the part that the faults inside belong to. */
export function peek(at: Value, key: string): string | null {
	if (!isMap(at.node)) return null;
	const node = resolve(at.source, at.node.get(key, true));
	return textOf({ ...at, node }) ?? null;
}

/** Text or number as written; undefined for any other value. */
export function textOf({ node }: Value): string | undefined {
	if (!isScalar(node)) return undefined;
	if (typeof node.value === 'string') return node.value;
	return typeof node.value === 'number' ? (node.source ?? String(node.value)) : undefined;
}

function isEmpty({ node }: Value): boolean {
	return node === null || (isScalar(node) && node.value === null);
}

function blankLine(found: [string, Value][], key: string): number | undefined {
	return found.find(([name]) => name === key)?.[1].line;
}

function path(at: Value, key: string): string {
	return at.key === '' ? key : `${at.key}.${key}`;
}

function resolve(source: Source, node: unknown): Node | null {
	return ((isAlias(node) ? node.resolve(source.document) : node) as Node | null | undefined) ?? null;
}

function lineOf({ source }: Value, node: Node | null): number | undefined {
	return node?.range ? source.lines.linePos(node.range[0]).line : undefined;
}
