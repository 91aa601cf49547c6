import { scoreRound, type ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import { listMilestones } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import type { ProvinceFacts } from '#lib/domain/province/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { StoredInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { knownCertainty, type RankCertainty, standardCertainty } from '#lib/server/insight/robustness/standard.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { findBoundaries } from '#lib/server/places/boundaries/boundaries.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { dayOfPrinting } from '#lib/words/local-time.ts';
import { roundInstrument, roundProvince } from '#lib/server/rounds/round/round-content.ts';
import { readEmblems } from './emblems.ts';
import type { PrintedProvince, ReportBasis } from '#lib/server/documents/write/types.ts';

/** Choices of how the data of a report are gathered. */
export interface Gathering {
	/** The evidence of a region is listed, of the province counted. Callers have checked `evidence.read`, which
	 *  publication does not open. */
	withEvidence?: boolean;
	/** Certainty of the ranking: a page does not wait until it is worked out, and not every document prints it. */
	certainty?: 'awaited' | 'known';
}

/** Collects the data that every report on a round's regions needs, as they are now.
 *  @param now milliseconds, the day of printing */
export function collectBasis(db: Db, round: Round, now: number): Omit<ReportBasis, 'documentNumber' | 'robustness'> {
	return {
		...collectShared(db, round, roundInstrument(db, round, 'region'), now),
		results: scoreRound(db, round, 'region').map(({ region, result, answers }) => ({
			region,
			score: result,
			answers,
			status: result.status,
			track: result.track
		})),
		previous: collectPrevious(db, round, 'region', ({ region }) => region.code),
		boundaries: findBoundaries(db)
	};
}

/** Collects the scores of the round before, as far as they may be compared; null when there is no round before.
 *  @param keyOf code that a result stands under; null = it is left out */
export function collectPrevious(
	db: Db,
	round: Round,
	unit: 'region' | 'agency',
	keyOf: (entry: ScoredAssessment) => string | null
): ReportBasis['previous'] {
	const before = findRoundBefore(db, round, unit);
	if (!before) return null;
	const { code, name } = before.round;
	const { obstacle } = before.comparison;
	const entries = obstacle ? [] : scoreRound(db, before.round, unit);
	const scores = entries.flatMap((entry) => {
		const key = keyOf(entry);
		return key === null ? [] : [[key, entry.result] as const];
	});
	return { code, name, obstacle, scores: Object.fromEntries(scores) };
}

/** Collects the data on a round that every report prints, whatever its subject. */
export function collectShared(
	db: Db,
	round: Round,
	stored: StoredInstrument,
	now: number
): Omit<ReportBasis, 'documentNumber' | 'results' | 'previous' | 'robustness' | 'boundaries'> {
	const { adoptedBy, decreeNumber, decreeDate } = stored;
	const isAdopted = stored.status === 'adopted' && adoptedBy !== null && decreeNumber !== null && decreeDate !== null;
	const { code, name, startsOn, endsOn, targetClass, sample } = round;
	return {
		instrument: stored.instrument,
		adoption: isAdopted ? { adoptedBy, decreeNumber, decreeDate } : null,
		round: { code, name, startsOn, endsOn, targetClass, sample },
		emblems: readEmblems(db),
		province: printedProvince(roundProvince(db, round)),
		milestones: listMilestones(db, round.id).map(({ kind, title, startsOn, endsOn }) => ({
			kind,
			title,
			startsOn,
			endsOn
		})),
		team: appointedTeam(db, round.id),
		state: findSnapshot(db, round) ? 'final' : 'draft',
		now: dayOfPrinting(now)
	};
}

/** Picks the facts of the province that documents print. */
export function printedProvince({ code, name, grouping, offices }: ProvinceFacts): PrintedProvince {
	return { code, name, grouping: grouping?.name ?? null, signer: offices.signer };
}

function appointedTeam(db: Db, roundId: number): ReportBasis['team'] {
	const { appointments, assessors } = listAssignments(db, roundId);
	const team = assessors.map(({ id, displayName }) => ({
		name: displayName,
		regions: appointments.filter(({ userId }) => userId === id).map(({ regionCode }) => regionCode)
	}));
	return team.filter(({ regions }) => regions.length > 0);
}

/** The certainty of the round as it stands, as far as it is known. */
function currentCertainty(db: Db, round: Round): RankCertainty | null {
	const { certainty, state } = knownCertainty(db, round, scoreRound(db, round, 'region').length);
	return state === 'done' ? certainty : null;
}

/** Collects the certainty of the ranking: waited for, or as far as it is known of the round as it stands.
 *  @returns null where it is not known or no region has a rank */
export async function collectRobustness(
	db: Db,
	round: Round,
	certainty: Gathering['certainty'] = 'awaited'
): Promise<ReportBasis['robustness']> {
	const found = certainty === 'awaited' ? await standardCertainty(db, round) : currentCertainty(db, round);
	if (!found || found.regions.length === 0) return null;
	const { runs, regions, groups } = found;
	return {
		runs,
		regions: Object.fromEntries(regions.map(({ code, medianRank, rankBand }) => [code, { medianRank, rankBand }])),
		groups
	};
}

/** Composes the number of a document. It ends in the source of the figures, so that the same number means the same
 *  figures: the revision while they may change, the beginning of the snapshot's hash once they are published.
 *  @param subject as it stands in the number */
export function documentNumber(db: Db, round: Round, subject: string, revision: number): string {
	const published = findSnapshot(db, round)?.snapshot;
	return `SIAP/${round.code}/${subject}/${published ? published.hash.slice(0, 8).toUpperCase() : revision}`;
}
