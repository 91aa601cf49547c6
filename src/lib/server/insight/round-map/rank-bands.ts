import { hasPermission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { Measure } from './overview-choice.ts';
import { roundRegions } from '#lib/server/rounds/round/round-content.ts';
import { knownCertainty } from '#lib/server/insight/robustness/standard.ts';

/** How certain the ranks of a table are. */
export interface RankBands {
	/** By region code; null while it is not known. */
	regions: Record<string, { median: number; from: number; to: number }> | null;
	/** Groups of regions that can be told apart. */
	groups: number;
	/** Milliseconds: the moment of the data where they are of an earlier state of the round; else null. */
	asOf: number | null;
	/** It is being worked out. */
	pending: boolean;
	/** The viewer may open the page that explains it. */
	mayOpen: boolean;
}

/** How certain the ranks of the map's table are. Only for those who read all regions, because a band tells of the others,
 *  and only where the table ranks by the index, which is what the simulation ranks by.
 *  @returns null where nothing is said */
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
