import { indexBefore } from '#lib/domain/analysis/change.ts';
import type { Obstacle } from '#lib/domain/analysis/types.ts';
import { regionEssentials } from '#lib/domain/analysis/region-essentials.ts';
import { ranking } from '#lib/domain/analysis/ranking.ts';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { shownDifference } from '#lib/domain/scoring/shown-index.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { scoreRound, toAssessed } from '#lib/server/rounds/assessment/results.ts';
import { canReach, reachOf } from '#lib/server/people/access/access.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { roundRegions } from '#lib/server/rounds/round/round-content.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** Number of regions side by side. */
const MOST_COMPARED = 4;

interface Named {
	code: string;
	name: string;
}

/** A region in a few lines; of one that the viewer does not reach only its name. */
export interface RegionPanel {
	region: Region;
	state: 'assessed' | 'provisional' | 'none' | 'hidden';
	/** Null when hidden or not in the round. */
	status: AssessmentStatus | null;
	index: number | null;
	readinessClass: string | null;
	completeness: number | null;
	/** Rank among the kabupaten and kota that the viewer reaches, by index; null without one and for the province. */
	rank: number | null;
	/** Number of regions with a rank. */
	ranked: number;
	/** Change since the round before, as the difference of the shown indices; null without one of the two, or where one
	 *  is provisional. */
	change: number | null;
	/** The round before and why its indices cannot be compared; null where they can, or there is none. */
	incomparable: { round: string; obstacle: Obstacle } | null;
	/** The class above with its requirements that are not met; null with the highest class, and without any. */
	next:
		| (Named & {
				minIndex: number;
				indexShort: number;
				gates: { indicator: string; name: string; level: number | null; required: number }[];
		  })
		| null;
	strongest: (Named & { index: number }) | null;
	weakest: (Named & { index: number }) | null;
	domains: (Named & { index: number | null })[];
}

/** Reads the essentials of some regions, in the order asked for; codes that no region has are left out. */
export function readRegionPanels(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	instrument: Instrument,
	codes: readonly string[]
): RegionPanel[] {
	if (codes.length === 0) return [];
	const reach = reachOf(db, viewer, 'assessment.read', round);
	const entries = scoreRound(db, round, 'region').filter(({ region }) =>
		canReach(reach, { regionCode: region.code, agencyId: null })
	);
	const assessed = entries.map(toAssessed);
	const ranks = ranking(assessed).filter(({ rank }) => rank !== null);
	const before = findRoundBefore(db, round, 'region');
	const obstacle = before?.comparison.obstacle ?? null;
	const comparable = before && !obstacle ? scoreRound(db, before.round, 'region') : [];
	const earlier = new Map(comparable.map(({ region, result }) => [region.code, result]));
	const domainName = new Map(instrument.domains.map(({ code, name }) => [code, name[locale]]));
	const indicatorName = new Map(
		instrument.domains.flatMap(({ indicators }) => indicators.map(({ code, name }) => [code, name[locale]] as const))
	);
	const named = <T extends { code: string }>(domain: T | null) =>
		domain && { ...domain, name: domainName.get(domain.code) ?? domain.code };
	const regions = new Map(roundRegions(db, round).map((region) => [region.code, region]));
	return codes.flatMap((code): RegionPanel[] => {
		const region = regions.get(code);
		if (!region) return [];
		const isReached = canReach(reach, { regionCode: code, agencyId: null });
		const entry = entries.find((one) => one.region.code === code);
		if (!entry) return [blank(region, isReached ? 'none' : 'hidden')];
		const { result, answers } = entry;
		const { next, strongest, weakest } = regionEssentials(instrument, answers);
		const aim = instrument.classes.find((one) => one.code === next?.code);
		return [
			{
				region,
				state: result.index === null ? 'none' : result.provisional ? 'provisional' : 'assessed',
				status: result.status,
				index: result.index,
				readinessClass: result.readinessClass,
				completeness: result.completeness,
				rank: ranks.find((one) => one.result.region.code === code)?.rank ?? null,
				ranked: ranks.length,
				change: shownDifference(result.index, indexBefore(earlier.get(code), result)),
				incomparable: before && obstacle && { round: before.round.name, obstacle },
				next: next && {
					...next,
					name: aim?.name[locale] ?? next.code,
					gates: next.gates.map((gate) => ({ ...gate, name: indicatorName.get(gate.indicator) ?? '' }))
				},
				strongest: named(strongest),
				weakest: named(weakest),
				domains: instrument.domains.map((domain) => ({
					code: domain.code,
					name: domain.name[locale],
					index: result.domains[domain.code] ?? null
				}))
			}
		];
	});
}

function blank(region: Region, state: 'none' | 'hidden'): RegionPanel {
	return {
		region,
		state,
		status: null,
		index: null,
		readinessClass: null,
		completeness: null,
		rank: null,
		ranked: 0,
		change: null,
		incomparable: null,
		next: null,
		strongest: null,
		weakest: null,
		domains: []
	};
}

/** Reads `?compare=99.78,99.05`: up to four codes, each once. */
export function parseCompared(text: string | null): string[] {
	return [...new Set((text ?? '').split(',').filter((code) => /^[\w.]{1,20}$/.test(code)))].slice(0, MOST_COMPARED);
}
