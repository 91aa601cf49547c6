// Data that a reader may not see are not in the input of a document, so that nothing depends on a template leaving
// them out.

import { aboutOf, type DocumentSubject, factsOf } from '#lib/domain/document/kinds.ts';
import type { ReportOptions } from '#lib/domain/document/report-options.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { canReach, hasPermission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { type About, assessmentOf } from './subjects.ts';

/** A document with the options that decide about access. */
interface Asked extends About {
	/** Options of the document; absent = without the list of evidence. */
	options?: Pick<ReportOptions, 'evidence'>;
}

/** Gives the rule by which somebody may make and read documents of a round: the rule of their data. A document that
 *  lists evidence is for readers of evidence, to whom publication adds nobody. */
export function documentReader(db: Db, viewer: Viewer, round: Round): (asked: Asked) => boolean {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	const evidence = reachOf(db, viewer, 'evidence.read', round);
	const ofAssessment = (asked: Asked, listsEvidence: boolean) => {
		const about = assessmentOf(db, asked);
		return about !== null && canReach(reach, about) && (!listsEvidence || canReach(evidence, about));
	};
	const mayRead: Record<DocumentSubject, (asked: Asked, listsEvidence: boolean) => boolean> = {
		session: () => hasPermission(viewer, 'plenary.read'),
		province: (_, listsEvidence) => hasPermission(viewer, 'province.report') && (evidence.all || !listsEvidence),
		region: ofAssessment,
		agency: ofAssessment
	};
	return (asked) => {
		const listsEvidence = asked.options?.evidence === true && factsOf(asked.kind).extras.includes('evidence');
		return mayRead[aboutOf(asked)](asked, listsEvidence);
	};
}

/** Whether somebody may make and read one document. */
export function mayReadDocument(db: Db, viewer: Viewer, round: Round, asked: Asked): boolean {
	return documentReader(db, viewer, round)(asked);
}
