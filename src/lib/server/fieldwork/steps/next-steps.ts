import { and, eq } from 'drizzle-orm';
import { ASSESSMENT_STEPS, isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { type Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { MOVE_PERMISSION, type MoveStep } from './move-assessment.ts';
import { listSteps, type TakenStep } from '#lib/server/rounds/assessment/record-step.ts';
import { findHindrances, type Hindrances } from './step-context.ts';
import {
	canReach,
	type Permission,
	reachOf,
	trackOf,
	type Viewer,
	writePermission
} from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assignments, users } from '#lib/server/foundation/db/schema.ts';

/** An indicator, with the domain whose page of the questionnaire it stands on. */
export interface Place {
	code: string;
	domain: string;
}

/** Hindrances to be cleared before an assessment can be submitted or finished. */
export interface BeforeStep {
	missing: Place[];
	unevidenced: Place[];
	unexplained: Place[];
	clarifications: number;
}

/** The steps of an assessment that the viewer can take now, with its past steps and its assessors. */
export interface NextSteps {
	/** Steps that status and role allow; `before` = its hindrances, null when there are none. */
	steps: { step: MoveStep; before: BeforeStep | null }[];
	/** Every step taken, the latest first; reasons only for viewers who take part in the review. */
	taken: TakenStep[];
	/** The viewer's track takes answers now. */
	canWrite: boolean;
	/** Number of clarifications that are not settled; null for a viewer who takes no part in the review. */
	openClarifications: number | null;
	/** Names of the assessors of the region in this round. */
	assessors: string[];
}

/** The next steps of an assessment. Courtesy for the page: the guard is in `moveAssessment`. */
export function readNextSteps(db: Db, viewer: Viewer, assessment: Assessment): NextSteps {
	const { round, region, agency, status } = assessment;
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	const may = (permission: Permission) => canReach(reachOf(db, viewer, permission, round), subject);
	const hindrances = findHindrances(db, assessment);
	const steps = (Object.keys(MOVE_PERMISSION) as MoveStep[])
		.filter((step) => {
			const { from, rounds } = ASSESSMENT_STEPS[step];
			return rounds.includes(round.status) && from.includes(status) && may(MOVE_PERMISSION[step]);
		})
		.map((step) => ({ step, before: beforeStep(step, hindrances, assessment) }));
	const track = trackOf(viewer);
	const takesPart = may('review.read');
	return {
		steps,
		taken: listSteps(db, assessment.id).map((taken) => ({ ...taken, reason: takesPart ? taken.reason : '' })),
		canWrite: track !== null && isTrackOpen(track, status, round.status) && may(writePermission(track)),
		openClarifications: takesPart ? hindrances.clarifications.asked + hindrances.clarifications.answered : null,
		assessors: listAssessors(db, round.id, region.code)
	};
}

function beforeStep(step: MoveStep, hindrances: Hindrances, { stored }: Assessment): BeforeStep | null {
	if (step !== 'submit' && step !== 'finish') return null;
	const track = step === 'submit' ? 'self' : 'assessor';
	const { asked, answered } = hindrances.clarifications;
	const places = stored.instrument.domains.flatMap(({ code: domain, indicators }) =>
		indicators.map(({ code }) => ({ code, domain }))
	);
	const placesOf = (codes: readonly string[]) => places.filter(({ code }) => codes.includes(code));
	const before = {
		missing: placesOf(hindrances.missing[track]),
		unevidenced: placesOf(hindrances.unevidenced[track]),
		unexplained: step === 'finish' ? placesOf(hindrances.unexplained) : [],
		clarifications: step === 'finish' ? asked + answered : 0
	};
	const count = before.missing.length + before.unevidenced.length + before.unexplained.length + before.clarifications;
	return count > 0 ? before : null;
}

function listAssessors(db: Db, roundId: number, regionCode: string): string[] {
	return db
		.select({ name: users.displayName })
		.from(assignments)
		.innerJoin(users, eq(users.id, assignments.userId))
		.where(and(eq(assignments.roundId, roundId), eq(assignments.regionCode, regionCode)))
		.orderBy(users.displayName)
		.all()
		.map(({ name }) => name);
}
