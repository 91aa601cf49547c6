import type { Instrument } from '#lib/domain/instrument/types.ts';
import { formatDifference, formatIndex } from '#lib/words/format-index.ts';
import { formatLevels } from '#lib/words/format-count.ts';
import { formatCompleteness } from '#lib/words/format-share.ts';
import { byCode, type Figures, NONE, NOT_APPLICABLE } from './figures.ts';
import { indicators } from './instrument-parts.ts';

/** An answer as the API and the export give it. */
export interface GivenAnswer {
	indicator: string;
	track: string;
	level: number | null;
	notApplicable: boolean;
}

/** Values of a region by the API and its tables, unrounded. */
export interface GivenResult {
	index: number | null;
	basis: { self: number };
	provisional: boolean;
	completeness: number;
	predicate: string | null;
	readinessClass: string | null;
	domains: Record<string, number | null | undefined>;
}

/** Figures from unrounded values and codes, as a reader of Indonesian would be shown them. */
export function fromValues(instrument: Instrument, values: GivenResult, answers: readonly GivenAnswer[]): Figures {
	const name = (list: readonly { code: string; name: { id: string } }[], code: string | null) =>
		list.find((item) => item.code === code)?.name.id ?? NONE;
	const shown = ({ level, notApplicable }: GivenAnswer) => (notApplicable ? NOT_APPLICABLE : String(level));
	const given = answers.filter(({ level, notApplicable }) => notApplicable || level !== null);
	const on = (track: string) => new Map(given.filter((one) => one.track === track).map((one) => [one.indicator, one]));
	const [self, assessor, final] = [on('self'), on('assessor'), on('final')];
	const official = new Map([...self, ...assessor, ...final]);
	const taken = (track: string) => [...official.values()].filter((answer) => answer.track === track).length;
	return {
		...(values.provisional && values.index !== null && { basisSelf: String(values.basis.self) }),
		index: formatIndex(values.index, 'id'),
		completeness: formatCompleteness(values.completeness, 'id'),
		predicate: name(instrument.predicates, values.predicate),
		class: name(instrument.classes, values.readinessClass),
		...byCode('domain', instrument.domains, (code) => formatIndex(values.domains[code] ?? null, 'id')),
		...byCode('level', indicators(instrument), (code) => {
			const answer = official.get(code);
			return answer ? shown(answer) : NONE;
		}),
		...byCode('self', indicators(instrument), (code) => {
			const answer = self.get(code);
			return answer ? shown(answer) : NONE;
		}),
		'track Self': String(taken('self')),
		'track Assessor': String(taken('assessor')),
		'track Final': String(taken('final')),
		answered: String(official.size)
	};
}

/** Figures of the change since the previous round, from the tables of both. */
export function fromBothRounds({ domains }: Instrument, now: GivenResult, before: GivenResult): Figures {
	if (now.provisional || before.provisional) return { change: NONE };
	const changed = domains.some(({ code }) => now.domains[code] != null && before.domains[code] != null);
	return {
		before: formatIndex(before.index, 'id'),
		change: formatDifference(now.index, before.index, 'id'),
		...(changed &&
			byCode('domainChange', domains, (code) =>
				formatDifference(now.domains[code] ?? null, before.domains[code] ?? null, 'id')
			))
	};
}

/** Levels won or lost since the previous round. */
export function levelChanges(
	instrument: Instrument,
	now: readonly GivenAnswer[],
	before: readonly GivenAnswer[],
	areCompared: boolean
): Figures {
	const levels = (answers: readonly GivenAnswer[]) =>
		new Map(
			['self', 'assessor', 'final'].flatMap((track) =>
				answers
					.filter((one) => one.track === track && (one.notApplicable || one.level !== null))
					.map(({ indicator, level }) => [indicator, level] as const)
			)
		);
	const [after, earlier] = [levels(now), levels(before)];
	if (after.size === 0) return {};
	return byCode('indicatorChange', indicators(instrument), (code) => {
		const [to, from] = [after.get(code) ?? null, earlier.get(code) ?? null];
		return !areCompared || to === null || from === null ? NONE : formatLevels(to - from, 'id');
	});
}

/** Number in a cell of a table of the API; null where it is empty. */
export function numberOf(cell: string | undefined): number | null {
	return cell ? Number(cell) : null;
}
