import { isEvidenceOpen } from '#lib/domain/workflow/assessment-machine.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { type Assessment, type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { trackOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Locked, Refused } from '#lib/server/people/commands/refusal.ts';

/** The reason why no evidence can be added or changed. */
export type NotOpen = Refused | Locked<AssessmentStatus>;

export interface OpenAssessment {
	kind: 'open';
	assessment: Assessment;
	/** The person's own track. */
	track: 'self' | 'assessor';
	/** After submission: additions are marked, earlier pieces stay. */
	late: boolean;
}

/** An assessment whose evidence the person may add to now. */
export function openForEvidence(db: Db, actor: Viewer, key: AssessmentKey): OpenAssessment | NotOpen {
	const found = findAssessment(db, actor, 'evidence.write', key);
	if (!found) return { kind: 'missing' };
	const track = trackOf(actor);
	if (!found.allowed || track === null || track === 'final') return { kind: 'forbidden' };
	const { assessment } = found;
	const state = isEvidenceOpen(track, assessment.status, assessment.round.status);
	if (state === 'locked') return { kind: 'locked', status: assessment.status };
	return { kind: 'open', assessment, track, late: state === 'late' };
}
