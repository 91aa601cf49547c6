import { hasPermission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { Measure } from './overview-choice.ts';
import { roundRegions } from '#lib/server/rounds/round/round-content.ts';
import { knownCertainty } from '#lib/server/insight/robustness/standard.ts';

/** Certainty of the ranks of a table. */
export interface RankBands {
	/** Ranks by region code; null while they are not known. */
	regions: Record<string, { median: number; from: number; to: number }> | null;
	/** Number of groups of regions that can be told apart. */
	groups: number;
	/** Moment of the data in milliseconds, where they are of an earlier state of the round; else null. */
	asOf: number | null;
	/** The simulation is under way. */
	pending: boolean;
	/** The viewer may open the page on the certainty. */
	mayOpen: boolean;
}

/** Reads the certainty of the ranks in the map's table. Only for readers of all regions, because a band tells of the
 *  others, and only where the table ranks by the index, as the simulation does.
 *  @returns null for other readers and tables */
export function readRankBands(db: Db, viewer: Viewer, round: Round, by: Measure): RankBands | null {
	if (by.kind !== 'class' && by.kind !== 'index') return null;
	if (!reachOf(db, viewer, 'assessment.read', round).all) return null;
	const { certainty, state, asOf } = knownCertainty(db, round, roundRegions(db, round).length);
	const rows = certainty?.regions.map(
		({ code, medianRank, rankBand: [from, to] }) => [code, { median: medianRank, from, to }] as const
	);
	return {
		regions: rows ? Object.fromEntries(rows) : null,
		groups: certainty?.groups.length ?? 0,
		asOf,
		pending: state === 'pending',
		mayOpen: hasPermission(viewer, 'province.report')
	};
}
