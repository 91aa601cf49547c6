import type { Region } from '#lib/domain/geography/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { indexDifference } from '#lib/domain/scoring/index-difference.ts';
import { nearestDouble } from '#lib/domain/scoring/exact.ts';
import { type AnswerValue } from '#lib/domain/scoring/types.ts';
import { listScored, type ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 4;

/** A part of the difference; `points` is unrounded, `shown` in whole hundredths as printed. */
export interface PartView {
	code: string;
	name: string;
	points: number;
	shown: number;
}

/** One region held against the first one. */
export interface DifferenceView {
	/** Code of the region. */
	region: string;
	/** Index of the region minus that of the first; null where one of the two has none. */
	difference: { points: number; shown: number } | null;
	/** Parts by domain, in the instrument's order. */
	domains: (PartView & { indicators: PartView[] })[];
}

/** Reads codes as they stand in `?regions=99.78,99.05`, and as a plain form sends them
 *  (`regions=99.78&regions=99.05`); doubles and more than four are dropped. */
export function parseRegions(search: URLSearchParams): string[] {
	const codes = search.getAll('regions').flatMap((part) => part.split(','));
	return [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ''))].slice(0, MOST_COMPARED);
}

/** Compares regions of a round side by side, with the parts of the difference of each to the first.
 *  @param codes codes asked for; those that the viewer may not read, or that are not there, are named in `refused` */
export function compareRegions(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	codes: readonly string[]
) {
	const { instrument } = roundInstrument(db, round, 'region');
	const readable = new Map(listScored({ db, actor: viewer }, round).map((entry) => [entry.region.code, entry]));
	const chosen = codes.flatMap((code) => readable.get(code) ?? []);
	const [first, ...others] = chosen;
	return {
		choices: [...readable.values()].map(({ region }) => ({ code: region.code, name: region.name })).sort(byName),
		refused: codes.filter((code) => !readable.has(code)),
		regions: chosen.map(({ region, result }) => ({
			...nameOf(region),
			index: result.index,
			provisional: result.provisional,
			readinessClass: result.readinessClass
		})),
		classes: instrument.classes.map(({ code, name, minGate }) => ({ code, name: name[locale], minGate })),
		domains: instrument.domains.map((domain) => ({
			code: domain.code,
			name: domain.name[locale],
			values: chosen.map(({ result }) => result.domains[domain.code] ?? null),
			indicators: domain.indicators.map(({ code, name, gate }) => ({
				code,
				name: name[locale],
				gate,
				values: chosen.map(({ answers }): AnswerValue => answers[code] ?? null)
			}))
		})),
		gates: gatesOf(instrument, chosen, locale),
		differences: first ? others.map((other) => differenceOf(instrument, first, other, locale)) : []
	};
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name < b.name ? -1 : 1;
}

function nameOf(region: Region) {
	return { code: region.code, name: region.name, shortName: shortName(region), type: region.type };
}

function differenceOf(
	instrument: Instrument,
	from: ScoredAssessment,
	{ region, answers }: ScoredAssessment,
	locale: Locale
): DifferenceView {
	const found = indexDifference(instrument, from.answers, answers);
	if (!found) return { region: region.code, difference: null, domains: [] };
	return {
		region: region.code,
		difference: { points: nearestDouble(found.exact), shown: found.shown },
		domains: found.domains.map(({ code, exact, shown, indicators }, at) => {
			const domain = instrument.domains[at]!;
			return {
				code,
				name: domain.name[locale],
				points: nearestDouble(exact),
				shown,
				indicators: indicators.map((part, place) => ({
					code: part.code,
					name: domain.indicators[place]!.name[locale],
					points: nearestDouble(part.exact),
					shown: part.shown
				}))
			};
		})
	};
}

/** Every gate with its level, and the best class that it lets through, in each region. */
function gatesOf(instrument: Instrument, chosen: readonly ScoredAssessment[], locale: Locale) {
	return instrument.domains
		.flatMap(({ indicators }) => indicators)
		.filter(({ gate }) => gate)
		.map(({ code, name }) => {
			const cells = chosen.map(({ answers }) => {
				const level = answers[code] ?? null;
				const allowed = instrument.classes.find(
					({ minGate }) => minGate === null || level === 'na' || (level ?? -Infinity) >= minGate
				);
				return { level, allows: allowed?.code ?? null };
			});
			return {
				code,
				name: name[locale],
				cells,
				differs: new Set(cells.map(({ level }) => level)).size > 1,
				/** The levels let different classes through. */
				matters: new Set(cells.map(({ allows }) => allows)).size > 1
			};
		});
}
