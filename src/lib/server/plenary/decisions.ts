import { and, asc, eq } from 'drizzle-orm';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';
import type { Db } from '../db/open.ts';
import { assessments, plenaryDecisions, plenarySessions, regions } from '../db/schema.ts';
import { valueOf } from './agenda.ts';

/** A decision as pages and minutes show it. */
export interface DecisionView {
	sessionId: number;
	/** ISO date of the session. */
	heldOn: string;
	assessmentId: number;
	region: { code: string; name: string };
	indicator: string;
	n: number;
	self: AnswerValue;
	assessor: AnswerValue;
	value: AnswerValue;
	changeReason: ChangeReason | null;
	reason: string;
	together: boolean;
	decidedAt: number;
	/** The session that decided the same anew later; null = this one stands. */
	revisedOn: string | null;
}

/** Decisions of a session, the last one on each indicator, by region and indicator. */
export function listSessionDecisions(db: Db, sessionId: number): DecisionView[] {
	const all = select(db).where(eq(plenaryDecisions.sessionId, sessionId)).all().map(toView);
	const last = new Map(all.map((decision) => [`${decision.assessmentId} ${decision.indicator}`, decision]));
	return [...last.values()].map((decision) => {
		const later = listItemDecisions(db, decision.assessmentId, decision.indicator).find(({ n }) => n > decision.n);
		return { ...decision, revisedOn: later?.heldOn ?? null };
	});
}

/** Every decision on one indicator of one assessment, the first one first. */
export function listItemDecisions(db: Db, assessmentId: number, indicator: string): DecisionView[] {
	return select(db)
		.where(and(eq(plenaryDecisions.assessmentId, assessmentId), eq(plenaryDecisions.indicator, indicator)))
		.all()
		.map(toView);
}

function select(db: Db) {
	return db
		.select({
			decision: plenaryDecisions,
			heldOn: plenarySessions.heldOn,
			region: { code: regions.code, name: regions.name }
		})
		.from(plenaryDecisions)
		.innerJoin(plenarySessions, eq(plenarySessions.id, plenaryDecisions.sessionId))
		.innerJoin(assessments, eq(assessments.id, plenaryDecisions.assessmentId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.orderBy(asc(regions.code), asc(plenaryDecisions.indicator), asc(plenaryDecisions.n));
}

function toView({
	decision,
	heldOn,
	region
}: {
	decision: typeof plenaryDecisions.$inferSelect;
	heldOn: string;
	region: { code: string; name: string };
}): DecisionView {
	const { sessionId, assessmentId, indicator, n, changeReason, reason, together, decidedAt } = decision;
	return {
		sessionId,
		heldOn,
		assessmentId,
		region,
		indicator,
		n,
		self: valueOf({ level: decision.selfLevel, notApplicable: decision.selfNotApplicable }),
		assessor: valueOf({ level: decision.assessorLevel, notApplicable: decision.assessorNotApplicable }),
		value: valueOf(decision),
		changeReason,
		reason,
		together,
		decidedAt,
		revisedOn: null
	};
}
