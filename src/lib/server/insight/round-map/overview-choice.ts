import { type MeasureKind, MEASURE_KINDS } from '#lib/domain/analysis/map-measure.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';

const SORT_KEYS = ['name', 'area', 'index', 'class', 'value', 'completeness', 'status'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Choices for the map and the order of its table; all of them stand in the address. */
export interface OverviewChoice {
	by: Measure;
	sort: SortKey;
	descending: boolean;
	/** View asked for; the possible views depend on the regions. */
	view: string | null;
	/** Entries of the legend that are shown in full; empty = all. */
	filter: string[];
	/** Page of the table, from 1. */
	page: number;
	/** Text of the search; empty = none. */
	query: string;
}

export interface Measure {
	kind: MeasureKind;
	/** Code of the domain or indicator, or else the kind itself. */
	code: string;
}

/** Reads the choice from an address; unknown values fall back to the class and the index.
 *  @param mayRank the viewer may see the certainty of the ranking */
export function parseOverviewChoice(search: URLSearchParams, instrument: Instrument, mayRank = true): OverviewChoice {
	const by = parseMeasure(search.get('by') ?? 'class', instrument, mayRank);
	const sort = SORT_KEYS.find((key) => key === search.get('sort')) ?? 'index';
	const isText = sort === 'name' || sort === 'area' || sort === 'status';
	const order = search.get('order');
	return {
		by,
		sort,
		descending: order === 'desc' || (order !== 'asc' && !isText),
		view: search.get('view'),
		filter: (search.get('show') ?? '').split(',').filter((key) => /^\w{1,40}$/.test(key)),
		page: Math.max(1, Math.floor(Number(search.get('page')) || 1)),
		query: (search.get('q') ?? '').trim().slice(0, 80)
	};
}

function parseMeasure(code: string, { domains }: Instrument, mayRank: boolean): Measure {
	if (domains.some((domain) => domain.code === code)) return { kind: 'domain', code };
	if (domains.some(({ indicators }) => indicators.some((indicator) => indicator.code === code)))
		return { kind: 'indicator', code };
	const kind = MEASURE_KINDS.find((one) => one === code && one !== 'domain' && one !== 'indicator') ?? 'class';
	return kind === 'rank' && !mayRank ? { kind: 'class', code: 'class' } : { kind, code: kind };
}

/** Reads the number of a measure from a result: a domain's index or a level, else the index; null where it has none. */
export function measured(
	{ result, answers }: Pick<ScoredAssessment, 'result' | 'answers'>,
	by: Measure
): number | null {
	if (by.kind === 'domain') return result.domains[by.code] ?? null;
	if (by.kind !== 'indicator') return result.index;
	const level = answers[by.code];
	return typeof level === 'number' ? level : null;
}
