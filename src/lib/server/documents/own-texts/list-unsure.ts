import { setImmediate } from 'node:timers/promises';
import { and, eq, ne } from 'drizzle-orm';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportTexts } from '#lib/server/foundation/db/schema.ts';
import { subjectNames } from '#lib/server/documents/kinds/subjects.ts';
import { documentReader } from '#lib/server/documents/kinds/document-access.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { countUnsureOf } from './read-texts.ts';
import { addressOf, type TextDocument } from './text-target.ts';

/** A document with own texts that somebody should look at before it is printed. */
export interface UnsureReport {
	/** Name of the document in an address. */
	report: string;
	document: TextDocument;
	/** Name of the region or agency; null = the whole province. */
	subjectName: string | null;
	locale: Locale;
	/** Own texts whose data have changed, or that have lost their place. */
	count: number;
}

/** Lists the documents of a round that the viewer may read and whose own texts stand on data that have changed.
 *  @param now milliseconds */
export async function listUnsureReports(db: Db, viewer: Viewer, round: Round, now: number): Promise<UnsureReport[]> {
	const { kind, subject, locale } = reportTexts;
	const mayRead = documentReader(db, viewer, round);
	const nameOf = subjectNames(db);
	const reports = db
		.selectDistinct({ kind, subject, locale })
		.from(reportTexts)
		.where(and(eq(reportTexts.roundId, round.id), ne(reportTexts.choice, 'generated')))
		.all()
		.filter((report) => mayRead(report));
	const unsure: UnsureReport[] = [];
	for (const target of reports) {
		const count = await countUnsureOf(db, round, target, now);
		if (count > 0) unsure.push({ ...addressOf(target), subjectName: nameOf(target), locale: target.locale, count });
		await setImmediate(); // other requests go first
	}
	return unsure;
}
