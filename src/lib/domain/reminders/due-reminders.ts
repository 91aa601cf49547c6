import { addDays, daysBetween } from '../calendar/days.ts';
import type { AssessmentFacts, DueReminder, Person, RoundFacts } from './types.ts';

/** Days of the rules below; the operating guide lists them. */
const REMINDER_DAYS = {
	/** Days of the round after which a region that has not begun is reminded, once a week. */
	notStartedAfter: 14,
	selfDue: [7, 3, 1],
	clarificationDue: [3, 1],
	evidenceExpiring: 14,
	/** Days that a submitted assessment waits before its assessor is reminded, and between reminders. */
	waiting: 5,
	clarificationAnswered: 3,
	stalled: 7,
	plenary: [7, 1],
	roundDue: [14, 7, 3, 1]
} as const;

const WEEK = 7;

/** Lists every reminder that is due on a day, whether or not it was written before: the table keeps each once.
 *  A server that stood still for a day skips nothing: a stage holds until the next one begins.
 *  @param today ISO date */
export function dueReminders(round: RoundFacts, today: string): DueReminder[] {
	return [
		...round.assessments.flatMap((assessment) => [
			...ofRegion(round, assessment, today),
			...ofAssessor(round, assessment, today),
			...ofClarifications(round, assessment, today)
		]),
		...ofVisits(round, today),
		...ofPlenary(round, today),
		...ofDeadline(round, today)
	];
}

/** Stage that holds so many days before a day: `due-7` from 7 days on, `due-3` from 3; null = not yet, or over. */
function stageBefore(stages: readonly number[], days: number): number | null {
	if (days < 0) return null;
	return stages.filter((stage) => days <= stage).sort((a, b) => a - b)[0] ?? null;
}

/** Reminders of the people who fill in the self-assessment: begin it, hand it in, hand it in at last; renew
 *  evidence. */
function ofRegion(round: RoundFacts, assessment: AssessmentFacts, today: string): DueReminder[] {
	const people = peopleOf(round, assessment);
	const subject = subjectOf(assessment);
	const tell = (reminder: Omit<DueReminder, 'userId' | 'subject'> & { subject?: string }): DueReminder[] =>
		people.map(({ id }) => ({ userId: id, subject, ...reminder }));
	const due: DueReminder[] = [];
	const { status } = assessment;
	const isOwn = round.status === 'open' && (status === 'not_started' || status === 'self_assessment');
	const phase = round.milestones.find(({ kind }) => kind === 'self_assessment');
	const left = phase && daysBetween(today, phase.endsOn);
	// In the last week of the phase its end is the better reason.
	if (isOwn && status === 'not_started' && (left === undefined || left > Math.max(...REMINDER_DAYS.selfDue))) {
		const day = daysBetween(round.startsOn, today);
		if (day >= REMINDER_DAYS.notStartedAfter)
			due.push(...tell({ reason: 'not_started', stage: `week-${Math.floor(day / WEEK) + 1}`, params: {} }));
	}
	if (isOwn && phase && left !== undefined) {
		const stage = stageBefore(REMINDER_DAYS.selfDue, left);
		const params = { date: phase.endsOn };
		if (stage !== null) due.push(...tell({ reason: 'self_due', stage: `due-${stage}@${phase.endsOn}`, params }));
		if (left < 0)
			due.push(...tell({ reason: 'self_late', stage: `late-${Math.ceil(-left / WEEK)}@${phase.endsOn}`, params }));
	}
	if (status !== 'assessed' && status !== 'final')
		for (const { id, title, validUntil } of assessment.evidence)
			if (daysBetween(today, validUntil) <= REMINDER_DAYS.evidenceExpiring)
				due.push(
					...tell({
						reason: 'evidence_expiring',
						subject: `${subject}/${id}`,
						stage: `until@${validUntil}`,
						params: { title, date: validUntil }
					})
				);
	return due;
}

/** Reminders of the assessors of a region, or of administrators where it has none: take it up, go on with it. */
function ofAssessor(round: RoundFacts, assessment: AssessmentFacts, today: string): DueReminder[] {
	const { status, since } = assessment;
	const assessors = assessorsOf(round, assessment.regionCode);
	const subject = subjectOf(assessment);
	if (status === 'submitted' && since) {
		const times = Math.floor(daysBetween(since, today) / REMINDER_DAYS.waiting);
		if (times < 1) return [];
		const people = assessors.length > 0 ? assessors : withRole(round, ['admin']);
		const reason = assessors.length > 0 ? 'awaiting_assessor' : 'without_assessor';
		const stage = `after-${times * REMINDER_DAYS.waiting}@${since}`;
		return people.map(({ id }) => ({ userId: id, reason, subject, stage, params: { date: since } }));
	}
	if (status !== 'in_review' || !since) return [];
	const last = assessment.lastReviewed && assessment.lastReviewed > since ? assessment.lastReviewed : since;
	const times = Math.floor(daysBetween(last, today) / REMINDER_DAYS.stalled);
	if (times < 1) return [];
	const stage = `stalled-${times * REMINDER_DAYS.stalled}@${last}`;
	return assessors.map(({ id }) => ({
		userId: id,
		reason: 'review_stalled' as const,
		subject,
		stage,
		params: { date: last }
	}));
}

/** Reminders of clarifications: of the region before and after the day of a question, of the asker after an answer. */
function ofClarifications(round: RoundFacts, assessment: AssessmentFacts, today: string): DueReminder[] {
	const people = peopleOf(round, assessment);
	return assessment.clarifications.flatMap(({ indicator, state, dueOn, changedOn, askedBy }): DueReminder[] => {
		const subject = `${subjectOf(assessment)}/${indicator}`;
		if (state === 'answered') {
			const times = Math.floor(daysBetween(changedOn, today) / REMINDER_DAYS.clarificationAnswered);
			if (times < 1 || !round.people.some(({ id }) => id === askedBy)) return [];
			const stage = `after-${REMINDER_DAYS.clarificationAnswered}@${changedOn}`;
			const params = { indicator, date: changedOn };
			return [{ userId: askedBy, reason: 'clarification_answered', subject, stage, params }];
		}
		const left = daysBetween(today, dueOn);
		const before = stageBefore(REMINDER_DAYS.clarificationDue, left);
		if (left >= 0 && before === null) return [];
		const reason = left < 0 ? 'clarification_late' : 'clarification_due';
		const stage = left < 0 ? `late-${Math.ceil(-left / WEEK)}@${dueOn}` : `due-${before}@${dueOn}`;
		return people.map(({ id }) => ({ userId: id, reason, subject, stage, params: { indicator, date: dueOn } }));
	});
}

/** Reminders of visitor and visited, the day before a visit, or on the day where it was planned late. */
function ofVisits(round: RoundFacts, today: string): DueReminder[] {
	const tomorrow = addDays(today, 1);
	return round.visits
		.filter(({ state, visitOn }) => state === 'planned' && (visitOn === today || visitOn === tomorrow))
		.flatMap(({ regionCode, userId, visitOn }) => {
			const hosts = peopleOf(round, { regionCode, agencyId: null });
			const ids = [...new Set([userId, ...hosts.map(({ id }) => id)])];
			return ids
				.filter((id) => round.people.some((person) => person.id === id))
				.map((id) => ({
					userId: id,
					reason: 'visit_near' as const,
					subject: regionCode,
					stage: `before@${visitOn}`,
					params: { date: visitOn }
				}));
		});
}

function ofPlenary(round: RoundFacts, today: string): DueReminder[] {
	const plenary = round.milestones.find(({ kind, startsOn }) => kind === 'plenary' && startsOn >= today);
	const stage = plenary ? stageBefore(REMINDER_DAYS.plenary, daysBetween(today, plenary.startsOn)) : null;
	if (!plenary || stage === null) return [];
	return withRole(round, ['admin', 'reviewer', 'assessor']).map(({ id }) => ({
		userId: id,
		reason: 'plenary_near' as const,
		subject: 'round',
		stage: `before-${stage}@${plenary.startsOn}`,
		params: { date: plenary.startsOn }
	}));
}

/** Reminders of the end of the round: assessors for their own unfinished assessments, administrators for all. */
function ofDeadline(round: RoundFacts, today: string): DueReminder[] {
	const stage = stageBefore(REMINDER_DAYS.roundDue, daysBetween(today, round.endsOn));
	if (stage === null) return [];
	const unfinished = round.assessments.filter(({ status }) => status !== 'assessed' && status !== 'final');
	return withRole(round, ['admin', 'assessor']).flatMap(({ id, role }): DueReminder[] => {
		const mine = (regionCode: string) => assessorsOf(round, regionCode).some((assessor) => assessor.id === id);
		const count = unfinished.filter(({ regionCode }) => role === 'admin' || mine(regionCode)).length;
		const params = { date: round.endsOn, count };
		return count === 0
			? []
			: [{ userId: id, reason: 'round_due', subject: 'round', stage: `due-${stage}@${round.endsOn}`, params }];
	});
}

/** People who answer for an assessment: the region's own people, or the agency's. */
function peopleOf(round: RoundFacts, subject: { regionCode: string; agencyId: string | null }): Person[] {
	return round.people.filter(({ role, regionCode, agencyId }) =>
		subject.agencyId === null
			? role === 'respondent' && regionCode === subject.regionCode
			: role === 'agency' && agencyId === subject.agencyId
	);
}

function assessorsOf(round: RoundFacts, regionCode: string): Person[] {
	const ids = new Set(round.assignments.filter((one) => one.regionCode === regionCode).map(({ userId }) => userId));
	return round.people.filter(({ id }) => ids.has(id));
}

function withRole(round: RoundFacts, roles: Person['role'][]): Person[] {
	return round.people.filter(({ role }) => roles.includes(role));
}

function subjectOf({ regionCode, agencyId }: { regionCode: string; agencyId: string | null }): string {
	return agencyId === null ? regionCode : `${regionCode}/${agencyId}`;
}
