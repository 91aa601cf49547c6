import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Comparison } from '#lib/domain/analysis/types.ts';
import { comparisonOf, isSameLine } from '#lib/domain/bridge/comparison.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { ROUND_COLUMNS } from '#lib/server/foundation/db/hot-queries.ts';
import { instrumentVersions, rounds } from '#lib/server/foundation/db/schema.ts';
import type { Round } from './find-round.ts';
import { roundInstrument } from './round-content.ts';

/** The round before another, and what of it may be compared. */
export interface RoundBefore {
	round: Round;
	comparison: Comparison;
}

// Every text of two versions is read to compare them; neither the published one nor a version of an id ever changes.
const compared = keeper<Comparison>(Infinity);

/** Finds the round that a round's regions (or agencies) are compared with: the latest published one of the same
 *  instrument that began before it; where there is none, the latest of another instrument, of which nothing may be
 *  compared. Null when no round asked them before. */
export function findRoundBefore(db: Db, round: Round, unit: 'region' | 'agency'): RoundBefore | null {
	const now = roundInstrument(db, round, unit);
	if (!now) return null;
	const earlier = listPublishedBefore(db, round, unit);
	const found = earlier.find(({ line }) => isSameLine({ code: line }, now.instrument)) ?? earlier[0];
	if (!found) return null;
	const before = roundInstrument(db, found.round, unit)!.instrument;
	const comparison = compared(before, { of: now.id }, () => comparisonOf(before, now.instrument));
	return { round: found.round, comparison };
}

/** Published rounds that began before, the latest first, each with the code of its instrument. */
function listPublishedBefore(db: Db, round: Round, unit: 'region' | 'agency'): { round: Round; line: string }[] {
	const instrument = unit === 'region' ? rounds.instrumentId : rounds.agencyInstrumentId;
	return db
		.select({ round: ROUND_COLUMNS, line: instrumentVersions.code })
		.from(rounds)
		.innerJoin(instrumentVersions, eq(instrumentVersions.id, instrument))
		.where(and(lt(rounds.startsOn, round.startsOn), inArray(rounds.status, ['published', 'closed'])))
		.orderBy(desc(rounds.startsOn), desc(rounds.id))
		.all();
}
