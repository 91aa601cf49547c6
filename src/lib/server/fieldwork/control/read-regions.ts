import { and, asc, count, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { DayCount, RegionHistory } from '#lib/domain/forecast/history.ts';
import type { Region } from '#lib/domain/geography/types.ts';
import { daysBetween } from '#lib/domain/planning/working-days.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, assessmentSteps, clarifications } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay, zoneOffset } from '#lib/words/local-time.ts';

/** One region of a round with its past. */
export interface RegionState {
	region: Region;
	status: AssessmentStatus;
	/** Time when the region came to its status, in milliseconds; null while nothing happened. */
	statusChangedAt: number | null;
	/** Clarifications that the region has not answered by their due date. */
	overdue: number;
	history: RegionHistory;
}

/** Every region of a round with its history, in the order of their codes. Callers check access.
 *  @param today ISO date */
export function readRegionStates(db: Db, round: Round, today: string): RegionState[] {
	const ofRound = and(eq(assessments.roundId, round.id), isNull(assessments.agencyId));
	const rows = db.select().from(assessments).where(ofRound).orderBy(asc(assessments.regionCode)).all();
	const steps = Map.groupBy(
		db
			.select({
				id: assessments.id,
				at: assessmentSteps.at,
				to: assessmentSteps.to,
				by: assessmentSteps.by
			})
			.from(assessmentSteps)
			.innerJoin(assessments, eq(assessments.id, assessmentSteps.assessmentId))
			.where(ofRound)
			.orderBy(assessmentSteps.assessmentId, assessmentSteps.n)
			.all(),
		({ id }) => id
	);
	const given = Map.groupBy(countAnswers(db, ofRound, today), ({ id }) => id);
	const overdue = countOverdue(db, ofRound, today);
	const { instrument } = getInstrument(db, round.instrumentId);
	const indicators = instrument.domains.reduce((sum, domain) => sum + domain.indicators.length, 0);
	const regions = new Map(listRegions(db).map((region) => [region.code, region]));
	const dayOf = (at: number) => daysBetween(round.startsOn, isoDay(at));
	return rows.map(({ id, regionCode, status, statusChangedAt, statusChangedBy }) => {
		const taken = (steps.get(id) ?? []).map(({ at, to, by }) => ({ day: dayOf(at), to, by }));
		// An assessment may have come to its status before steps were kept.
		if ((taken.at(-1)?.to ?? 'not_started') !== status)
			taken.push({ day: dayOf(statusChangedAt ?? 0), to: status, by: statusChangedBy });
		const on = (track: string): DayCount[] =>
			(given.get(id) ?? [])
				.filter((entry) => entry.track === track)
				.map(({ date, n, by }) => ({ day: daysBetween(round.startsOn, date), count: n, by }));
		return {
			region: regions.get(regionCode)!,
			status,
			statusChangedAt,
			overdue: overdue.get(id) ?? 0,
			history: { code: regionCode, indicators, steps: taken, self: on('self'), assessor: on('assessor') }
		};
	});
}

type Condition = ReturnType<typeof and>;

/** Number of answers by assessment, track, person and the day on which they were first given, by the clocks of the
 *  installation as they go today: no zone of Indonesia changes them. */
function countAnswers(db: Db, ofRound: Condition, today: string) {
	const ahead = zoneOffset(Date.parse(today)) / 1000;
	const date = sql<string>`date(${answers.firstAt} / 1000 + ${sql.raw(String(ahead))}, 'unixepoch')`;
	return db
		.select({ id: answers.assessmentId, track: answers.track, by: answers.updatedBy, date, n: count() })
		.from(answers)
		.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
		.where(and(ofRound, or(isNotNull(answers.level), eq(answers.notApplicable, true))))
		.groupBy(answers.assessmentId, answers.track, answers.updatedBy, date)
		.all();
}

function countOverdue(db: Db, ofRound: Condition, today: string): Map<number, number> {
	const rows = db
		.select({ id: clarifications.assessmentId, n: count() })
		.from(clarifications)
		.innerJoin(assessments, eq(assessments.id, clarifications.assessmentId))
		.where(and(ofRound, eq(clarifications.state, 'asked'), lt(clarifications.dueOn, today)))
		.groupBy(clarifications.assessmentId)
		.all();
	return new Map(rows.map(({ id, n }) => [id, n]));
}
