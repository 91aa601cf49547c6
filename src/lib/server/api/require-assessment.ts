import { type Assessment, type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Permission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import type { Asked } from './call.ts';
import { Problem } from './problem.ts';
import { requireRound } from './round-document.ts';

/** Finds the assessment of an address.
 *  @throws Problem 403 or 404 */
export function requireAssessment(
	{ db, viewer }: Pick<Asked<string>, 'db' | 'viewer'>,
	permission: Permission,
	key: AssessmentKey
): Assessment {
	const found = findAssessment(db, viewer, permission, key);
	if (!found) throw missingAssessment(db, key);
	if (!found.allowed) throw new Problem('forbidden', {});
	return found.assessment;
}

/** Makes the problem that names the first part of the address that does not exist. */
export function missingAssessment(db: Db, { round, region, agency }: AssessmentKey): Problem {
	requireRound(db, round);
	if (!findRegion(db, region)) return new Problem('region_missing', { region });
	return new Problem('assessment_missing', { subject: agency ? `${region}/${agency}` : region, round });
}
