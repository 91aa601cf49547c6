import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import type { PlenaryDecision } from '#lib/domain/workflow/plenary-decision.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	assessments,
	doubleScores,
	plenaryDecisions,
	plenarySessions,
	regions
} from '#lib/server/foundation/db/schema.ts';
import { valueOf } from '#lib/server/fieldwork/agenda/agenda.ts';

/** A decision with the session that it belongs to. */
export interface DecisionView extends PlenaryDecision {
	sessionId: number;
	/** ISO date of the session. */
	heldOn: string;
	assessmentId: number;
	n: number;
	decidedAt: number;
}

/** Decisions of a session, the last one on each indicator, by region and indicator. */
export function listSessionDecisions(db: Db, sessionId: number): DecisionView[] {
	const all = toViews(db, select(db).where(eq(plenaryDecisions.sessionId, sessionId)).all());
	const last = new Map(all.map((decision) => [`${decision.assessmentId} ${decision.indicator}`, decision]));
	return [...last.values()].map((decision) => {
		const later = listItemDecisions(db, decision.assessmentId, decision.indicator).find(({ n }) => n > decision.n);
		return { ...decision, revisedOn: later?.heldOn ?? null };
	});
}

/** Every decision on one indicator of one assessment, the first one first. */
export function listItemDecisions(db: Db, assessmentId: number, indicator: string): DecisionView[] {
	const isOfItem = and(eq(plenaryDecisions.assessmentId, assessmentId), eq(plenaryDecisions.indicator, indicator));
	return toViews(db, select(db).where(isOfItem).all());
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

type Row = ReturnType<ReturnType<typeof select>['all']>[number];

function toViews(db: Db, rows: readonly Row[]): DecisionView[] {
	const seconds = secondScores(db, [...new Set(rows.map(({ decision }) => decision.assessmentId))]);
	return rows.map(({ decision, heldOn, region }) => {
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
			second: seconds.get(`${assessmentId} ${indicator}`) ?? null,
			value: valueOf(decision),
			changeReason,
			reason,
			together,
			decidedAt,
			revisedOn: null
		};
	});
}

/** Scores of second assessors, those of the latest sample, by assessment and indicator. */
function secondScores(db: Db, ids: readonly number[]): Map<string, AnswerValue> {
	const rows = db
		.select()
		.from(doubleScores)
		.where(inArray(doubleScores.assessmentId, [...ids]))
		.orderBy(asc(doubleScores.sampleId))
		.all();
	return new Map(
		rows.filter((row) => valueOf(row) !== null).map((row) => [`${row.assessmentId} ${row.indicator}`, valueOf(row)])
	);
}
