import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { ScoredAssessment } from '../assessments/results.ts';

const SORT_KEYS = ['name', 'bakorwil', 'index', 'class', 'value', 'completeness', 'status'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What the map shows and how its table is ordered; all of it stands in the address. */
export interface OverviewChoice {
	by: Measure;
	sort: SortKey;
	descending: boolean;
	view: 'tiles' | 'boundaries';
	/** What was searched for; empty = nothing. */
	query: string;
}

export interface Measure {
	kind: 'class' | 'index' | 'domain' | 'indicator';
	/** `class`, `index`, or the code of the domain or indicator. */
	code: string;
}

/** Reads the choice from an address; what it does not know falls back to the class, the index and the tiles. */
export function parseOverviewChoice(search: URLSearchParams, instrument: Instrument): OverviewChoice {
	const by = parseMeasure(search.get('by') ?? 'class', instrument);
	const sort = SORT_KEYS.find((key) => key === search.get('sort')) ?? 'index';
	const isText = sort === 'name' || sort === 'bakorwil' || sort === 'status';
	const order = search.get('order');
	return {
		by,
		sort,
		descending: order === 'desc' || (order !== 'asc' && !isText),
		view: search.get('view') === 'boundaries' ? 'boundaries' : 'tiles',
		query: (search.get('q') ?? '').trim().slice(0, 80)
	};
}

function parseMeasure(code: string, { domains }: Instrument): Measure {
	if (code === 'index') return { kind: 'index', code };
	if (domains.some((domain) => domain.code === code)) return { kind: 'domain', code };
	if (domains.some(({ indicators }) => indicators.some((indicator) => indicator.code === code)))
		return { kind: 'indicator', code };
	return { kind: 'class', code: 'class' };
}

/** The number that a measure reads from a result: the index for class and index, else a domain's index or a level; null
 *  where it has none. */
export function measured(
	{ result, answers }: Pick<ScoredAssessment, 'result' | 'answers'>,
	by: Measure
): number | null {
	if (by.kind === 'domain') return result.domains[by.code] ?? null;
	if (by.kind !== 'indicator') return result.index;
	const level = answers[by.code];
	return typeof level === 'number' ? level : null;
}
