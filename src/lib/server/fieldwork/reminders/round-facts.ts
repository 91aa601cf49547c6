import { and, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import { hidePersonalNumbers } from '#lib/domain/evidence/personal-data.ts';
import type { AssessmentFacts, RoundFacts } from '#lib/domain/reminders/types.ts';
import { listMilestones } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	answers,
	assessments,
	assignments,
	clarifications,
	evidence,
	users,
	visits
} from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';

/** The facts of a running round that the rules of reminders look at; null for any other round. */
export function readRoundFacts(db: Db, round: Round): RoundFacts | null {
	if (round.status !== 'open' && round.status !== 'plenary') return null;
	const { id, role, regionCode, agencyId } = users;
	return {
		status: round.status,
		startsOn: round.startsOn,
		endsOn: round.endsOn,
		milestones: listMilestones(db, round.id),
		assessments: readAssessments(db, round.id),
		visits: db
			.select({
				regionCode: visits.regionCode,
				userId: visits.userId,
				visitOn: visits.visitOn,
				state: visits.state
			})
			.from(visits)
			.where(eq(visits.roundId, round.id))
			.all(),
		people: db.select({ id, role, regionCode, agencyId }).from(users).where(eq(users.active, true)).all(),
		assignments: db
			.select({ regionCode: assignments.regionCode, userId: assignments.userId })
			.from(assignments)
			.where(eq(assignments.roundId, round.id))
			.all()
	};
}

function readAssessments(db: Db, roundId: number): AssessmentFacts[] {
	const ofRound = eq(assessments.roundId, roundId);
	const rows = db.select().from(assessments).where(ofRound).orderBy(assessments.regionCode, assessments.agencyId).all();
	const reviewed = new Map(
		db
			.select({ id: answers.assessmentId, at: max(answers.updatedAt) })
			.from(answers)
			.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
			.where(and(ofRound, eq(answers.track, 'assessor')))
			.groupBy(answers.assessmentId)
			.all()
			.map(({ id, at }) => [id, at] as const)
	);
	const threads = db
		.select({ thread: clarifications })
		.from(clarifications)
		.innerJoin(assessments, eq(assessments.id, clarifications.assessmentId))
		.where(and(ofRound, inArray(clarifications.state, ['asked', 'answered'])))
		.orderBy(clarifications.indicator, clarifications.askedAt)
		.all()
		.map(({ thread }) => thread);
	const lapsing = db
		.select({
			id: evidence.id,
			assessmentId: evidence.assessmentId,
			title: evidence.title,
			validUntil: evidence.validUntil
		})
		.from(evidence)
		.innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
		.where(and(ofRound, eq(evidence.track, 'self'), isNull(evidence.removedAt), isNotNull(evidence.validUntil)))
		.orderBy(evidence.validUntil, evidence.id)
		.all();
	const dayOf = (at: number | null | undefined) => (at == null ? null : isoDay(at));
	return rows.map(({ id, regionCode, agencyId, status, statusChangedAt }) => ({
		regionCode,
		agencyId,
		status,
		since: dayOf(statusChangedAt),
		lastReviewed: dayOf(reviewed.get(id)),
		clarifications: threads
			.filter(({ assessmentId }) => assessmentId === id)
			.map(({ indicator, state, dueOn, changedAt, askedBy }) => ({
				indicator,
				state: state === 'asked' ? ('asked' as const) : ('answered' as const),
				dueOn,
				changedOn: isoDay(changedAt),
				askedBy
			})),
		evidence: lapsing
			.filter(({ assessmentId }) => assessmentId === id)
			.map(({ id: evidenceId, title, validUntil }) => ({
				id: evidenceId,
				title: hidePersonalNumbers(title), // reminders leave by mail
				validUntil: validUntil!
			}))
	}));
}
