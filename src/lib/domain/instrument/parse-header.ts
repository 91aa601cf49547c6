import type { HeaderDefaults } from './default-header.ts';
import type { Instrument, LevelName, Predicate, ReadinessClass, Text } from './types.ts';
import { code, decimal, entries, fields, items, report, text, texts, textOf, type Value } from './yaml-values.ts';

/** All of the instrument but its domains. */
export type Header = Omit<Instrument, 'domains'>;

/** Reads the header; parts that it leaves out come from the defaults. Faults are reported, stand-ins go in their place.
 *  @returns also the entries of `domains`: a domain in place, or the name of its file */
export function parseHeader(root: Value, defaults: HeaderDefaults): { header: Header; domains: Value[] } | undefined {
	const found = fields(
		root,
		['code', 'version', 'unit', 'name', 'domains'],
		['description', 'levels', 'predicates', 'classes', 'parties']
	);
	if (!found) return undefined;
	const levels = found.levels ? parseLevels(found.levels) : defaults.levels;
	return {
		header: {
			code: code(found.code),
			version: text(found.version),
			unit: parseUnit(found.unit),
			name: texts(found.name),
			description: found.description ? texts(found.description) : null,
			levels,
			predicates: found.predicates ? parsePredicates(found.predicates) : defaults.predicates,
			classes: found.classes ? parseClasses(found.classes, levels) : defaults.classes,
			parties: found.parties ? parseParties(found.parties) : defaults.parties
		},
		domains: items(found.domains)
	};
}

function parseUnit(at: Value | undefined): Instrument['unit'] {
	const unit = text(at);
	if (unit === 'agency') return unit;
	if (at && unit !== '' && unit !== 'region') report(at, 'unit_unknown', { value: unit });
	return 'region';
}

/** Reads the levels: two or more whole numbers from 0 to 10 without a gap, because an action lifts an indicator by one.
 *  @returns no level when the numbers are at fault, so that not every indicator is blamed for it */
function parseLevels(at: Value): LevelName[] {
	const levels = items(at).map((item): LevelName => {
		const found = fields(item, ['level', 'name', 'meaning']);
		return { level: decimal(found?.level) ?? NaN, name: texts(found?.name), meaning: texts(found?.meaning) };
	});
	const numbers = levels.map(({ level }) => level);
	const first = numbers[0] ?? 0;
	const isOrdered = Number.isInteger(first) && numbers.every((level, place) => level === first + place);
	if (isOrdered && levels.length > 1 && first >= 0 && first + levels.length <= 11) return levels;
	if (!numbers.some(Number.isNaN)) report(at, 'levels_not_consecutive', { key: at.key });
	return [];
}

function parsePredicates(at: Value): Predicate[] {
	const found = items(at).map((item) => {
		const parts = fields(item, ['code', 'name', 'from']);
		return {
			item,
			predicate: { code: code(parts?.code), name: texts(parts?.name), from: decimal(parts?.from) ?? NaN }
		};
	});
	refuseTwice(found.map(({ item, predicate }) => ({ item, code: predicate.code })));
	found.forEach(({ item, predicate }, place) => {
		const above = found[place - 1]?.predicate;
		if (above && predicate.from >= above.from) report(item, 'not_descending', { key: item.key });
	});
	return found.map(({ predicate }) => predicate);
}

function parseClasses(at: Value, levels: readonly LevelName[]): ReadinessClass[] {
	const found = items(at).map((item) => {
		const parts = fields(item, ['code', 'name', 'meaning', 'minIndex'], ['minGate']);
		const readiness: ReadinessClass = {
			code: code(parts?.code),
			name: texts(parts?.name),
			meaning: texts(parts?.meaning),
			minIndex: decimal(parts?.minIndex) ?? NaN,
			minGate: parts?.minGate ? parseMinGate(parts.minGate, levels) : null
		};
		return { item, readiness };
	});
	refuseTwice(found.map(({ item, readiness }) => ({ item, code: readiness.code })));
	found.forEach(({ item, readiness }, place) => {
		const above = found[place - 1]?.readiness;
		if (above && !isBelow(readiness, above)) report(item, 'not_descending', { key: item.key });
	});
	return found.map(({ readiness }) => readiness);
}

/** Tells whether a class asks less than the one above; one that asks as much could never be reached. */
function isBelow(lower: ReadinessClass, above: ReadinessClass): boolean {
	if (Number.isNaN(lower.minIndex) || Number.isNaN(above.minIndex)) return true; // reported already
	if (lower.minIndex !== above.minIndex) return lower.minIndex < above.minIndex;
	return (lower.minGate ?? -Infinity) < (above.minGate ?? -Infinity);
}

function parseMinGate(at: Value, levels: readonly LevelName[]): number | null {
	const level = decimal(at);
	if (level !== undefined && levels.length > 0 && !levels.some((known) => known.level === level)) {
		report(at, 'level_unknown', { key: at.key, level: String(level), ...levelRange(levels) });
	}
	return level ?? null;
}

function parseParties(at: Value): Record<string, Text> {
	return Object.fromEntries((entries(at) ?? []).map(([party, name]) => [party, texts(name)]));
}

function refuseTwice(found: { item: Value; code: string }[]): void {
	const first = new Map<string, Value>();
	for (const { item, code: value } of found) {
		const before = first.get(value);
		if (before && value !== '') {
			report(item, 'code_twice', { value, first: `${before.source.file}:${before.line}` });
		} else first.set(value, item);
	}
}

/** Lowest and highest level, for sentences. */
export function levelRange(levels: readonly LevelName[]): { from: string; to: string } {
	return { from: String(levels[0]?.level ?? ''), to: String(levels.at(-1)?.level ?? '') };
}

/** The name of a domain's file; undefined when the domain stands in place. */
export function domainFile(domain: Value): string | undefined {
	return textOf(domain);
}
