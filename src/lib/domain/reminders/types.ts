import type { MilestoneKind, Span } from '../calendar/milestones.ts';
import type { VisitState } from '../calendar/visits.ts';
import type { AssessmentStatus } from '../workflow/types.ts';

/** Reasons for a reminder; a message key's ending. */
export const REMINDER_REASONS = [
	'not_started',
	'self_due',
	'self_late',
	'clarification_due',
	'clarification_late',
	'evidence_expiring',
	'awaiting_assessor',
	'without_assessor',
	'clarification_answered',
	'review_stalled',
	'visit_near',
	'plenary_near',
	'round_due'
] as const;
export type ReminderReason = (typeof REMINDER_REASONS)[number];

export interface Person {
	id: string;
	role: 'admin' | 'reviewer' | 'assessor' | 'respondent' | 'agency' | 'viewer';
	regionCode: string | null;
	agencyId: string | null;
}

/** Facts of one assessment that its reminders rest on. Days are ISO dates in the region's own time. */
export interface AssessmentFacts {
	regionCode: string;
	agencyId: string | null;
	status: AssessmentStatus;
	/** Day on which the present status was reached; null = nothing has begun. */
	since: string | null;
	/** Day of the assessor's last answer; null = none yet. */
	lastReviewed: string | null;
	clarifications: {
		indicator: string;
		state: 'asked' | 'answered';
		dueOn: string;
		/** Day of the question or answer. */
		changedOn: string;
		/** The assessor who asked. */
		askedBy: string;
	}[];
	/** The region's own evidence with a last day. */
	evidence: { id: string; title: string; validUntil: string }[];
}

/** Facts that the reminders of one round are made from. */
export interface RoundFacts extends Span {
	status: 'open' | 'plenary';
	milestones: (Span & { kind: MilestoneKind })[];
	assessments: AssessmentFacts[];
	visits: { regionCode: string; userId: string; visitOn: string; state: VisitState }[];
	people: Person[];
	/** Assessors and the regions that they are appointed for. */
	assignments: { regionCode: string; userId: string }[];
}

/** One reminder that is due. Person, reason, subject and stage together never come twice. */
export interface DueReminder {
	userId: string;
	reason: ReminderReason;
	/** Subject: `99.78`, an agency's `99.78/dinkes`, an indicator's `99.78/A1`, or `round`. */
	subject: string;
	/** Stage of the same reason, such as `due-7@2026-11-20`: a day that moves makes a new reminder. */
	stage: string;
	/** Parts of the sentence beside the subject. */
	params: { date?: string; count?: number; indicator?: string; title?: string };
}
