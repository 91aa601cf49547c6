import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { listMilestones } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listPrintedPieces } from '#lib/server/fieldwork/evidence/printed-pieces.ts';
import type { StoredInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { planFor } from '#lib/server/plans/plan/region-plan.ts';
import { planRegions } from '#lib/server/plans/province/province-plan.ts';
import { knownCertainty, standardCertainty } from '#lib/server/insight/robustness/standard.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { findBoundaries } from '#lib/server/places/boundaries/boundaries.ts';
import { findPreviousRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { officialRows } from '#lib/server/rounds/assessment/official-rows.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { dayOfPrinting } from '#lib/server/rounds/round/today.ts';
import { readEmblems } from './emblems.ts';
import { tallyEvidence } from './evidence-tally.ts';
import type { OfficialAnswer, ProvinceReport, RegionReport, ReportBasis } from '#lib/server/documents/write/types.ts';

/** How the data of a report are gathered. */
interface Gathering {
	/** List a region's evidence, of the province count it. Callers have checked `evidence.read`, which publication does not
	 *  open. */
	withEvidence?: boolean;
	/** Of the ranking: a page does not wait until it is worked out, and not every document prints it. */
	certainty?: 'awaited' | 'known';
}

/** What the report on one region is made of. Callers have found its own assessment, no agency's, and checked access.
 *  @param now milliseconds, the day of printing */
export async function collectRegionReport(
	db: Db,
	assessment: Assessment,
	now: number,
	how: Gathering = {}
): Promise<RegionReport> {
	const [makeReport] = await collectRegionReports(db, assessment.round, [assessment], now, how);
	return makeReport!();
}

/** What the reports on several regions of a round are made of, all of one moment: what is saved while one is laid out is in
 *  none of them. Callers as above.
 *  @returns for each, what makes its plan and with it the report: ten milliseconds that a folder need not spend at once */
export async function collectRegionReports(
	db: Db,
	round: Round,
	assessments: readonly Assessment[],
	now: number,
	how: Gathering = {}
): Promise<(() => RegionReport)[]> {
	const basis = collectBasis(db, round, now);
	const parts = assessments.map((assessment) => ({
		documentNumber: documentNumber(db, round, assessment.region.code, assessment.revision),
		region: assessment.region.code,
		...collectAnswers(db, assessment),
		...(how.withEvidence && { evidence: listPrintedPieces(db, assessment) })
	}));
	const robustness = await collectRobustness(db, round, how.certainty);
	return parts.map((part) => () => {
		const { answers } = basis.results.find(({ region }) => region.code === part.region)!;
		return {
			...basis,
			robustness,
			...part,
			plan: planFor({ instrument: basis.instrument, answers }, round, round, now)
		};
	});
}

/** The answers of an assessment as its report quotes them. */
export function collectAnswers(db: Db, assessment: Assessment): Pick<RegionReport, 'official' | 'self'> {
	const rows = readAnswers(db, assessment);
	const official = Object.values(officialRows(rows)).map(
		({ indicator, track, level, notApplicable, justification }): [string, OfficialAnswer] => [
			indicator,
			{ track, level, notApplicable, justification }
		]
	);
	return { official: Object.fromEntries(official), self: selfLevels(rows) };
}

function selfLevels(rows: ReturnType<typeof readAnswers>): RegionReport['self'] {
	const self: RegionReport['self'] = {};
	for (const { track, indicator, level, notApplicable } of rows) {
		if (track === 'self' && (notApplicable || level !== null)) self[indicator] = notApplicable ? 'na' : level!;
	}
	return self;
}

/** What the report on the whole province is made of. Callers check access.
 *  @param now milliseconds, the day of printing */
export async function collectProvinceReport(
	db: Db,
	round: Round,
	now: number,
	how: Gathering = {}
): Promise<ProvinceReport> {
	const basis = collectBasis(db, round, now);
	const tally = how.withEvidence && { evidenceTally: tallyEvidence(db, round, basis.results) };
	const [robustness, plans] = await Promise.all([
		collectRobustness(db, round, how.certainty),
		planRegions(db, round, now)
	]);
	return {
		...basis,
		documentNumber: documentNumber(db, round, '35/PROV', round.revision),
		robustness,
		plans,
		...tally
	};
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

function appointedTeam(db: Db, roundId: number): ReportBasis['team'] {
	const { appointments, assessors } = listAssignments(db, roundId);
	const team = assessors.map(({ id, displayName }) => ({
		name: displayName,
		regions: appointments.filter(({ userId }) => userId === id).map(({ regionCode }) => regionCode)
	}));
	return team.filter(({ regions }) => regions.length > 0);
}

/** Begins with what the round is now, and waits until it is worked out. */
async function collectRobustness(
	db: Db,
	round: Round,
	certainty: Gathering['certainty'] = 'awaited'
): Promise<ReportBasis['robustness']> {
	const found =
		certainty === 'awaited'
			? await standardCertainty(db, round)
			: knownCertainty(db, round, scoreRound(db, round, 'region').length).certainty;
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
