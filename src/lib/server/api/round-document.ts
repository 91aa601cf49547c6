import type { Db } from '#lib/server/foundation/db/open.ts';
import type { StoredInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound, type Round, roundClock } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { Problem } from './problem.ts';

/** Finds the round of an address.
 *  @throws Problem 404 */
export function requireRound(db: Db, code: string): Round {
	const round = findRound(db, code);
	if (!round) throw new Problem('round_missing', { round: code });
	return round;
}

/** Composes a round as the API gives it. */
export function roundDocument(db: Db, round: Round, now: number) {
	const { code, name, status, startsOn, endsOn, targetClass, sample, publishedAt } = round;
	return {
		code,
		name,
		status,
		startsOn,
		endsOn,
		...roundClock(round, isoDay(now)),
		targetClass,
		sample,
		instrument: versionOf(roundInstrument(db, round, 'region'))!,
		agencyInstrument: versionOf(roundInstrument(db, round, 'agency')),
		publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString()
	};
}

function versionOf(stored: StoredInstrument | null): { code: string; version: string } | null {
	return stored && { code: stored.instrument.code, version: stored.instrument.version };
}

/** Composes a version of an instrument as the API lists it, without its content. */
export function instrumentDocument({ instrument, status, adoptedBy, decreeNumber, decreeDate }: StoredInstrument) {
	const { code, version, unit, name } = instrument;
	return { code, version, unit, name, status, adoptedBy, decreeNumber, decreeDate };
}
