import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportIssues, reportJobs, users } from '#lib/server/foundation/db/schema.ts';
import { lastDecisions } from '#lib/server/documents/own-texts/own-texts.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { printedCode } from '#lib/server/documents/verification/report-code.ts';
import { documentReader, mayReadDocument } from '#lib/server/documents/kinds/document-access.ts';
import { subjectNames } from '#lib/server/documents/kinds/subjects.ts';
import { dataStateOf } from './run-jobs.ts';

type Row = typeof reportJobs.$inferSelect;

/** A document of the list on the reports page. */
export interface JobView extends Pick<
	Row,
	| 'id'
	| 'kind'
	| 'subject'
	| 'locale'
	| 'format'
	| 'options'
	| 'state'
	| 'done'
	| 'total'
	| 'size'
	| 'madeAt'
	| 'finishedAt'
> {
	/** Name of the region or agency, where the document is about one. */
	subjectName: string | null;
	/** Code as it is printed; null = none. */
	code: string | null;
	madeBy: string;
	/** The document calls itself a draft, also after the round was published; known once it is made. */
	isDraft: boolean;
	/** State of the data that it was made from, as `dataStateOf` names it; null while it is not made. */
	dataState: string | null;
	/** Answers have changed since it was made. */
	isOutdated: boolean;
	/** Somebody has rewritten a paragraph since it was asked for. */
	hasOtherTexts: boolean;
	/** The viewer asked for it, and may stop it. */
	isOwn: boolean;
}

const SHOWN = 50;

/** Lists the latest documents of a round that the viewer may read, newest first. */
export function listJobs(db: Db, viewer: Viewer, round: Round): JobView[] {
	const state = dataStateOf(db, round);
	const isFrozen = findSnapshot(db, round) !== null;
	const mayRead = documentReader(db, viewer, round);
	const nameOf = subjectNames(db);
	const lastDecision = lastDecisions(db, round);
	return db
		.select({ job: reportJobs, madeBy: users.displayName, issuedAs: reportIssues.state })
		.from(reportJobs)
		.innerJoin(users, eq(users.id, reportJobs.madeBy))
		.leftJoin(reportIssues, eq(reportIssues.code, reportJobs.code))
		.where(eq(reportJobs.roundId, round.id))
		.orderBy(desc(reportJobs.madeAt), desc(reportJobs.id))
		.all()
		.filter(({ job }) => mayRead(job))
		.slice(0, SHOWN) // after asking who may read: a region must not miss its own below those of others
		.map(({ job, madeBy, issuedAs }) => {
			const { roundId: _, origin: __, madeBy: userId, dataState, ...shown } = job;
			return {
				...shown,
				subjectName: nameOf(job),
				code: job.code && printedCode(job.code),
				madeBy,
				// a folder has no code of its own: its reports are final where they were made from what was published
				isDraft: issuedAs ? issuedAs === 'draft' : !isFrozen || job.options.asDraft || dataState !== state,
				dataState: job.state === 'done' ? dataState : null,
				isOutdated: job.state === 'done' && dataState !== state,
				hasOtherTexts: job.state === 'done' && lastDecision(job) > job.madeAt,
				isOwn: userId === viewer.id
			};
		});
}

/** Finds a finished document that the viewer may read; null otherwise, whatever the reason. */
export function findDocument(db: Db, viewer: Viewer, round: Round, id: string): Row | null {
	const ofRound = and(eq(reportJobs.id, id), eq(reportJobs.roundId, round.id), eq(reportJobs.state, 'done'));
	const job = db.select().from(reportJobs).where(ofRound).get();
	return job && mayReadDocument(db, viewer, round, job) ? job : null;
}

/** Stops a document that the viewer asked for and that is not finished; nothing happens otherwise. */
export function cancelJob(db: Db, viewer: Viewer, id: string, now: number): void {
	db.update(reportJobs)
		.set({ state: 'cancelled', finishedAt: now })
		.where(
			and(eq(reportJobs.id, id), eq(reportJobs.madeBy, viewer.id), inArray(reportJobs.state, ['queued', 'running']))
		)
		.run();
}
