import { and, eq, isNull } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import { canReach, type Permission, reachOf, type Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { agencies, answers, assessments } from '../db/schema.ts';
import { getInstrument, type StoredInstrument } from '../instruments/stored-instruments.ts';
import { findRegion } from '../regions/list-regions.ts';
import { findRound, type Round } from '../rounds/find-round.ts';

export type AnswerRow = typeof answers.$inferSelect;

/** Which assessment is meant: one region, or one of its agencies, in one round. */
export interface AssessmentKey {
	round: string;
	region: string;
	/** Agency id; null for the region's own assessment. */
	agency: string | null;
}

export interface Assessment {
	id: number;
	round: Round;
	region: Region;
	agency: { id: string; name: string } | null;
	stored: StoredInstrument;
	status: typeof assessments.$inferSelect.status;
	revision: number;
	statusChangedAt: number | null;
}

/** An assessment with whether the viewer may do what is asked; null when it does not exist.
 *  Callers turn null into 404 and `allowed: false` into 403. */
export function findAssessment(
	db: Db,
	viewer: Viewer,
	permission: Permission,
	key: AssessmentKey
): { assessment: Assessment; allowed: boolean } | null {
	const round = findRound(db, key.round);
	const region = findRegion(db, key.region);
	if (!round || !region) return null;
	const row = db
		.select()
		.from(assessments)
		.where(
			and(
				eq(assessments.roundId, round.id),
				eq(assessments.regionCode, key.region),
				key.agency === null ? isNull(assessments.agencyId) : eq(assessments.agencyId, key.agency)
			)
		)
		.get();
	if (!row) return null;
	const agency = row.agencyId
		? (db.select({ id: agencies.id, name: agencies.name }).from(agencies).where(eq(agencies.id, row.agencyId)).get() ??
			null)
		: null;
	const { id, status, revision, statusChangedAt } = row;
	const allowed = canReach(reachOf(db, viewer, permission, round), row);
	const stored = getInstrument(db, row.instrumentId);
	return { assessment: { id, round, region, agency, stored, status, revision, statusChangedAt }, allowed };
}

/** All answers of an assessment, every track. */
export function listAnswers(db: Db, assessmentId: number): AnswerRow[] {
	return db.select().from(answers).where(eq(answers.assessmentId, assessmentId)).all();
}
