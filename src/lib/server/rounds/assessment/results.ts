import type { Result } from '#lib/domain/analysis/result.ts';
import { and, eq, inArray, isNull, isNotNull } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import { lastTrack, officialAnswers, type TrackAnswer } from '#lib/domain/workflow/official-answers.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { assessedScore } from '#lib/domain/analysis/assessed-score.ts';
import type { Assessed, AssessedScore } from '#lib/domain/analysis/types.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import { canReach, reachOf } from '#lib/server/people/access/access.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, answers, assessments } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import type { Asking } from '#lib/server/people/commands/context.ts';

// The official answer of an indicator is that of its last track with one (self, assessor, final). Until the assessor is
// through, one result may so rest on levels of both: its `track` names the last one in use, its `basis` counts them.

/** A result with the answers that it was made from. */
export interface ScoredAssessment {
	region: Region;
	agency: { id: string; name: string } | null;
	result: Result;
	answers: Answers;
}

/** A scored assessment as the functions of `domain/analysis` take it. */
export function toAssessed({ region, result, answers }: ScoredAssessment): Assessed {
	return { region, score: result, answers };
}

interface Scored {
	answers: Answers;
	score: AssessedScore;
	track: Track | null;
}

// Derived, never stored as truth: kept by assessment as long as its revision stands.
const keptScores = keeper<Scored>(Infinity);
const frozenScores = keeper<ScoredAssessment[]>(Infinity);

/** Answers on a track, or the official ones. */
export function answersOn(rows: readonly TrackAnswer[], track: Track | 'official'): Answers {
	return officialAnswers(track === 'official' ? rows : rows.filter((row) => row.track === track));
}

/** Scores of a round's regions (or agencies) that the viewer may read, in the order of their codes.
 *  @param unit kind of the assessments: of regions or of agencies
 *  @param track one track, or `official` */
export function listScored(
	{ db, actor: viewer }: Asking,
	round: Round,
	unit: 'region' | 'agency' = 'region',
	track: Track | 'official' = 'official'
): ScoredAssessment[] {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	return scoreRound(db, round, unit, track).filter(({ region, agency }) =>
		canReach(reach, { regionCode: region.code, agencyId: agency?.id ?? null })
	);
}

/** Scores of a whole round, beyond what one viewer may read: for means of the province and reports on it. Callers check
 *  access. */
export function scoreRound(
	db: Db,
	round: Round,
	unit: 'region' | 'agency',
	track: Track | 'official' = 'official'
): ScoredAssessment[] {
	const published = findSnapshot(db, round);
	if (!published) return scoreLive(db, round, unit, track);
	const { snapshot } = published;
	return frozenScores(snapshot, { of: `${unit}/${track}` }, () => scoreFrozen(snapshot, unit, track));
}

/** Scores of a snapshot: the official results as they stand there, those of one track from the answers there. */
function scoreFrozen(
	snapshot: RoundSnapshot,
	unit: 'region' | 'agency',
	track: Track | 'official'
): ScoredAssessment[] {
	const part = unit === 'region' ? snapshot : snapshot.agencies;
	const regionByCode = new Map(snapshot.regions.map((region) => [region.code, region]));
	return (part?.results ?? []).map((official): ScoredAssessment => {
		const region = regionByCode.get(official.region.code)!;
		const agency = official.agency ?? null;
		const cells = part!.answers[agency?.id ?? region.code] ?? [];
		const scored = scoreCells(part!.instrument, cells, track);
		const result = track === 'official' ? official : toResult({ region, agency }, official.status, scored);
		return { region, agency, result, answers: scored.answers };
	});
}

function scoreLive(db: Db, round: Round, unit: 'region' | 'agency', track: Track | 'official'): ScoredAssessment[] {
	const rows = db
		.select()
		.from(assessments)
		.where(
			and(
				eq(assessments.roundId, round.id),
				unit === 'region' ? isNull(assessments.agencyId) : isNotNull(assessments.agencyId)
			)
		)
		.orderBy(assessments.regionCode, assessments.agencyId)
		.all();
	const keyOf = ({ id, revision }: (typeof rows)[number]) => ({ of: `${id}/${track}`, at: revision });
	const fresh = answersOf(
		db,
		rows.filter((row) => !keptScores.has(db, keyOf(row)))
	);
	const scoreRow = (row: (typeof rows)[number]) =>
		scoreCells(getInstrument(db, row.instrumentId).instrument, fresh.get(row.id) ?? [], track);
	const regionByCode = new Map(listRegions(db).map((region) => [region.code, region]));
	const agencyById = new Map(unit === 'agency' ? listAgencies(db).map((agency) => [agency.id, agency]) : []);
	return rows.map((row) => {
		const region = regionByCode.get(row.regionCode)!;
		const agency = row.agencyId ? agencyById.get(row.agencyId)! : null;
		const scored = keptScores(db, keyOf(row), () => scoreRow(row));
		const result = toResult({ region, agency }, row.status, scored);
		return { region, agency, result, answers: scored.answers };
	});
}

function listAgencies(db: Db) {
	return db.select({ id: agencies.id, name: agencies.name }).from(agencies).all();
}

function answersOf(db: Db, rows: readonly { id: number }[]): Map<number, TrackAnswer[]> {
	const byAssessment = new Map<number, TrackAnswer[]>();
	if (rows.length === 0) return byAssessment;
	const cells = db
		.select({
			assessmentId: answers.assessmentId,
			indicator: answers.indicator,
			track: answers.track,
			level: answers.level,
			notApplicable: answers.notApplicable
		})
		.from(answers)
		.where(
			inArray(
				answers.assessmentId,
				rows.map((row) => row.id)
			)
		)
		.all();
	for (const { assessmentId, ...cell } of cells)
		byAssessment.set(assessmentId, [...(byAssessment.get(assessmentId) ?? []), cell]);
	return byAssessment;
}

function scoreCells(instrument: Instrument, cells: readonly TrackAnswer[], track: Track | 'official'): Scored {
	const rows = track === 'official' ? cells : cells.filter((cell) => cell.track === track);
	return {
		answers: officialAnswers(rows),
		score: assessedScore(instrument, rows),
		track: track === 'official' ? lastTrack(cells) : track
	};
}

/** Puts a result together in the order and shape of the API. */
function toResult(
	{ region, agency }: { region: Region; agency: { id: string; name: string } | null },
	status: AssessmentStatus,
	{ track, score }: Scored
): Result {
	const { code, name, type } = region;
	return { region: { code, name, type }, ...(agency && { agency }), status, track, ...score };
}

/** The official result of answers just read or written. */
export function resultOf(
	assessment: {
		region: Region;
		agency: { id: string; name: string } | null;
		status: AssessmentStatus;
		stored: { instrument: Instrument };
	},
	rows: readonly TrackAnswer[]
): Result {
	return toResult(assessment, assessment.status, scoreCells(assessment.stored.instrument, rows, 'official'));
}
