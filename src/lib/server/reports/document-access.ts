import { canReach, hasPermission, reachOf, type Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { ReportJobKind } from '../db/schema.ts';
import type { Round } from '../rounds/find-round.ts';

/** What a document is about. */
interface About {
	kind: ReportJobKind;
	subject: string;
}

/** Which documents of a round somebody may make and read: by the same rules as their data. */
export function documentReader(db: Db, viewer: Viewer, round: Round): (about: About) => boolean {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	return ({ kind, subject }) => {
		if (kind === 'minutes') return hasPermission(viewer, 'plenary.read');
		if (kind !== 'region') return hasPermission(viewer, 'province.report');
		return canReach(reach, { regionCode: subject, agencyId: null });
	};
}

/** Whether somebody may make and read one document. */
export function mayReadDocument(db: Db, viewer: Viewer, round: Round, about: About): boolean {
	return documentReader(db, viewer, round)(about);
}
