import { canReach, hasPermission, reachOf, type Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { ReportJobKind } from '../db/schema.ts';
import type { Round } from '../rounds/find-round.ts';

/** Whether somebody may make and read a document: by the same rules as its data. */
export function mayReadDocument(
	db: Db,
	viewer: Viewer,
	round: Round,
	{ kind, subject }: { kind: ReportJobKind; subject: string }
): boolean {
	if (kind === 'minutes') return hasPermission(viewer, 'plenary.read');
	if (kind !== 'region') return hasPermission(viewer, 'province.report');
	return canReach(reachOf(db, viewer, 'assessment.read', round), { regionCode: subject, agencyId: null });
}
