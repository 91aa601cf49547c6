import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { listMilestones } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import type { ProvinceFacts } from '#lib/domain/province/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { StoredInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { knownCertainty, type RankCertainty, standardCertainty } from '#lib/server/insight/robustness/standard.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { findBoundaries } from '#lib/server/places/boundaries/boundaries.ts';
import { findPreviousRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { dayOfPrinting } from '#lib/words/local-time.ts';
import { roundInstrument, roundProvince } from '#lib/server/rounds/round/round-content.ts';
import { readEmblems } from './emblems.ts';
import type { PrintedProvince, ReportBasis } from '#lib/server/documents/write/types.ts';

/** How the data of a report are gathered. */
export interface Gathering {
	/** List a region's evidence, of the province count it. Callers have checked `evidence.read`, which publication does not
	 *  open. */
	withEvidence?: boolean;
	/** Of the ranking: a page does not wait until it is worked out, and not every document prints it. */
	certainty?: 'awaited' | 'known';
}

/** What every report on a round's regions needs, as it is now. */
export function collectBasis(db: Db, round: Round, now: number): Omit<ReportBasis, 'documentNumber' | 'robustness'> {
	const previous = findPreviousRound(db, round);
	return {
		...collectShared(db, round, roundInstrument(db, round, 'region'), now),
		results: scoreRound(db, round, 'region').map(({ region, result, answers }) => ({
			region,
			score: result,
			answers,
			status: result.status,
			track: result.track
		})),
		previous: previous && {
			code: previous.code,
			name: previous.name,
			scores: Object.fromEntries(scoreRound(db, previous, 'region').map(({ region, result }) => [region.code, result]))
		},
		boundaries: findBoundaries(db)
	};
}

/** What a report says of its round whatever it is about. */
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

/** What documents say of the province. */
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

/** As far as it is known of the round as it stands. */
function currentCertainty(db: Db, round: Round): RankCertainty | null {
	const { certainty, state } = knownCertainty(db, round, scoreRound(db, round, 'region').length);
	return state === 'done' ? certainty : null;
}

/** Begins with what the round is now, and waits until it is worked out. */
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

/** The number of a document ends in what its figures come from, so that the same number is the same figures: the revision
 *  while they may change, the beginning of the snapshot's hash once they are published.
 *  @param subject as it stands in the number */
export function documentNumber(db: Db, round: Round, subject: string, revision: number): string {
	const published = findSnapshot(db, round)?.snapshot;
	return `SIAP/${round.code}/${subject}/${published ? published.hash.slice(0, 8).toUpperCase() : revision}`;
}
