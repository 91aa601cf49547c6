import { randomUUID } from 'node:crypto';
import type { Locale } from '#lib/domain/locale.ts';
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportJobs } from '#lib/server/foundation/db/schema.ts';
import { type DocumentFormat, hasWord, type ReportJobKind } from '#lib/domain/document/kinds.ts';
import type { ReportOptions } from '#lib/domain/document/report-options.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { countOf } from '#lib/server/documents/gather/gather-folder.ts';
import { hasSubject } from '#lib/server/documents/kinds/subjects.ts';
import { mayReadDocument } from '#lib/server/documents/kinds/document-access.ts';

export interface JobRequest {
	kind: ReportJobKind;
	subject: string;
	locale: Locale;
	format: DocumentFormat;
	options: ReportOptions;
}

type JobStarted =
	| { kind: 'started'; id: string }
	| { kind: 'forbidden' }
	/** The round has no such region, agency or session. */
	| { kind: 'missing' }
	/** There is no Word document of it. */
	| { kind: 'pdf_only' }
	/** Enough of one person's documents wait already. */
	| { kind: 'busy' };

/** One person's documents that may wait at a time: more would keep others waiting. */
const WAITING = 5;

/** Puts a document in the queue; `run-jobs.ts` makes it.
 *  @param origin public address of the system, for the QR code
 *  @returns the id of the queued document, or the refusal by its kind */
export function startJob(
	{ db, actor: viewer, now }: Acting,
	round: Round,
	{ kind, subject, locale, format, options }: JobRequest,
	origin: string
): JobStarted {
	if (!mayReadDocument(db, viewer, round, { kind, subject })) return { kind: 'forbidden' };
	if (round.status === 'draft' || !hasSubject(db, round, { kind, subject })) return { kind: 'missing' };
	if (format === 'docx' && !hasWord(kind)) return { kind: 'pdf_only' };
	if (waitingOf(db, viewer) >= WAITING) return { kind: 'busy' };
	// a list that the person may not see is left out; the rest of the document is theirs to read
	const evidence = Boolean(options.evidence) && mayReadDocument(db, viewer, round, { kind, subject, options });
	const id = randomUUID();
	db.insert(reportJobs)
		.values({
			id,
			roundId: round.id,
			kind,
			subject,
			locale,
			format,
			options: { ...options, evidence },
			origin,
			state: 'queued',
			total: countOf(db, round, kind),
			madeBy: viewer.id,
			madeAt: now
		})
		.run();
	return { kind: 'started', id };
}

function waitingOf(db: Db, { id }: Viewer): number {
	const isWaiting = and(eq(reportJobs.madeBy, id), inArray(reportJobs.state, ['queued', 'running']));
	return db.select({ n: count() }).from(reportJobs).where(isWaiting).get()!.n;
}
