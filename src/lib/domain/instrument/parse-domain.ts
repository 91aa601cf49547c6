import { type Header, levelRange } from './parse-header.ts';
import type { Action, Aspect, Domain, Indicator, LevelCriteria, LevelName } from './types.ts';
import {
	amount,
	code,
	entries,
	fields,
	flag,
	items,
	itemsOrNone,
	peek,
	report,
	text,
	texts,
	textOf,
	type Value,
	weight
} from './yaml-values.ts';

/** One entry of an action's `after`, kept until all indicators are known. */
export interface Dependency {
	at: Value;
	/** `A2@2` */
	value: string;
	indicator: string;
	/** The level that the action leads to. */
	reaches: number;
}

/** Facts collected over all domains. */
export interface Collected {
	header: Header;
	dependencies: Dependency[];
	/** First place of each code, by kind and code. */
	codes: Map<string, Value>;
}

/** Reads a domain with its aspects and indicators; faults are reported, stand-ins go in their place. */
export function parseDomain(at: Value, collected: Collected): Domain {
	const found = fields(at, ['code', 'name', 'weight'], ['description', 'indicators', 'aspects']);
	if (found?.indicators && found.aspects) report(found.aspects, 'indicators_and_aspects', { key: 'aspects' });
	if (found && !found.indicators && !found.aspects) report(at, 'key_missing', { key: 'indicators' });
	const aspects = found?.aspects ? items(found.aspects).map((aspect) => parseAspect(aspect, collected)) : null;
	return {
		code: uniqueCode('domain', found?.code, collected),
		name: texts(found?.name),
		description: found?.description ? texts(found.description) : null,
		weight: weight(found?.weight),
		aspects,
		indicators: aspects
			? aspects.flatMap((aspect) => aspect.indicators)
			: items(found?.indicators).map((indicator) => parseIndicator(indicator, collected))
	};
}

function parseAspect(at: Value, collected: Collected): Aspect {
	const found = fields({ ...at, key: '' }, ['code', 'name', 'weight', 'indicators']);
	return {
		code: uniqueCode('aspect', found?.code, collected),
		name: texts(found?.name),
		weight: weight(found?.weight),
		indicators: items(found?.indicators).map((indicator) => parseIndicator(indicator, collected))
	};
}

function parseIndicator(item: Value, collected: Collected): Indicator {
	const at: Value = { ...item, key: '', indicator: peek(item, 'code') };
	const found = fields(
		at,
		['code', 'name', 'weight', 'levels'],
		['question', 'gate', 'mayNotApply', 'reference', 'replaces', 'actions']
	);
	const indicator = uniqueCode('indicator', found?.code, collected);
	return {
		code: indicator,
		name: texts(found?.name),
		question: found?.question ? texts(found.question) : null,
		weight: weight(found?.weight),
		gate: flag(found?.gate),
		mayNotApply: flag(found?.mayNotApply),
		reference: found?.reference ? (textOf(found.reference) ?? text(found.reference)) : '',
		...(found?.replaces && { replaces: code(found.replaces) }),
		levels: parseLevels(found?.levels, collected),
		actions: parseActions(found?.actions, indicator, collected)
	};
}

function parseLevels(at: Value | undefined, { header }: Collected): Record<number, LevelCriteria> {
	const found = new Map(entries(at));
	const levels: Record<number, LevelCriteria> = {};
	if (!at) return levels;
	for (const [level, value] of found) {
		if (isUnknown(level, header.levels)) {
			report(value, 'level_unknown', { key: value.key, level, ...levelRange(header.levels) });
			continue;
		}
		const parts = fields(value, ['criteria', 'evidence']);
		levels[Number(level)] = { criteria: texts(parts?.criteria), evidence: texts(parts?.evidence) };
	}
	for (const { level } of header.levels) {
		if (!found.has(String(level))) report(at, 'level_missing', { level: String(level) });
	}
	return levels;
}

function parseActions(at: Value | undefined, indicator: string, collected: Collected): Record<number, Action> {
	const { levels } = collected.header;
	const starts = levels.slice(0, -1);
	const actions: Record<number, Action> = {};
	for (const [start, value] of entries(at) ?? []) {
		if (isUnknown(start, starts)) {
			report(value, 'action_level_unknown', { level: start, ...levelRange(starts) });
			continue;
		}
		actions[Number(start)] = parseAction(value, { indicator, reaches: Number(start) + 1 }, collected);
	}
	return actions;
}

/** Tells whether a level is unknown; none is where all levels are missing, which is a fault of its own. */
function isUnknown(level: string, levels: readonly LevelName[]): boolean {
	return levels.length > 0 && !levels.some((known) => String(known.level) === level);
}

function parseAction(at: Value, step: Pick<Dependency, 'indicator' | 'reaches'>, collected: Collected): Action {
	const found = fields(at, ['title', 'lead', 'support', 'effort', 'weeks', 'after', 'output']);
	return {
		title: texts(found?.title),
		lead: party(found?.lead, collected),
		support: itemsOrNone(found?.support).map((item) => party(item, collected)),
		effort: amount(found?.effort),
		weeks: amount(found?.weeks),
		after: itemsOrNone(found?.after).map((item) => {
			const value = text(item);
			if (value !== '') collected.dependencies.push({ at: item, value, ...step });
			return value;
		}),
		output: texts(found?.output)
	};
}

function party(at: Value | undefined, { header }: Collected): string {
	const value = text(at);
	const { parties } = header;
	if (at && value !== '' && Object.keys(parties).length > 0 && !Object.hasOwn(parties, value)) {
		report(at, 'party_unknown', { key: at.key, party: value });
	}
	return value;
}

function uniqueCode(kind: 'domain' | 'aspect' | 'indicator', at: Value | undefined, { codes }: Collected): string {
	const value = code(at);
	if (!at || value === '') return value;
	const before = codes.get(`${kind} ${value}`);
	if (before) report(at, 'code_twice', { value, first: `${before.source.file}:${before.line}` });
	else codes.set(`${kind} ${value}`, at);
	return value;
}
