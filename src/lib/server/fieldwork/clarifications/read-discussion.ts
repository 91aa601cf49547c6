import { dueDates } from '#lib/domain/workflow/clarification-machine.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { canReach, type Permission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { type InternalNote, listNotes } from '#lib/server/fieldwork/notes/notes.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { type ClarificationThread, listThreads } from './list-clarifications.ts';

/** The discussion of an assessment between region and assessor, with the viewer's rights in it. */
export interface Discussion {
	threads: ClarificationThread[];
	/** Internal notes of assessors, reviewers and administrators; null for a viewer who may not know of them. */
	notes: InternalNote[] | null;
	/** Days by which an answer may be asked for. */
	dates: ReturnType<typeof dueDates>;
	/** The viewer may put a new question now. */
	mayAsk: boolean;
	/** The viewer may take the steps of those who ask: ask again, settle, withdraw. */
	maySteer: boolean;
	mayAnswer: boolean;
	mayNote: boolean;
}

/** The discussion of an assessment; null for a viewer who takes no part in it. Callers have checked that the viewer may
 *  read the assessment itself. Buttons follow these rights; the guards are in the functions that write. */
export function readDiscussion(db: Db, viewer: Viewer, assessment: Assessment, now: number): Discussion | null {
	const { round, region, agency, status } = assessment;
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	const may = (permission: Permission) => canReach(reachOf(db, viewer, permission, round), subject);
	if (!may('clarification.read')) return null;
	const isOpen = round.status === 'open' || round.status === 'plenary';
	const inHand = isOpen && status !== 'assessed' && status !== 'final';
	const maySteer = inHand && may('clarification.ask');
	return {
		threads: listThreads(db, assessment.id, now),
		notes: may('note.read') ? listNotes(db, assessment.id) : null,
		dates: dueDates(isoDay(now), round.endsOn),
		mayAsk: maySteer && status !== 'not_started' && status !== 'self_assessment',
		maySteer,
		mayAnswer: inHand && may('clarification.answer'),
		mayNote: isOpen && may('note.write')
	};
}
