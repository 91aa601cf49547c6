import { setImmediate } from 'node:timers/promises';
import { and, eq, ne } from 'drizzle-orm';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { regions, reportTexts } from '../db/schema.ts';
import { documentReader } from '../reports/document-access.ts';
import type { Round } from '../rounds/find-round.ts';
import { countUnsure, readTexts } from './read-texts.ts';
import type { TextTarget } from './text-target.ts';

/** A report with own texts that somebody should look at before it is printed. */
export interface UnsureReport extends TextTarget {
	/** Name of the region; null = the whole province. */
	regionName: string | null;
	/** Own texts whose data have changed, or that have lost their place. */
	count: number;
}

/** The reports of a round that the viewer may read and whose own texts stand on data that have changed. */
export async function listUnsureReports(db: Db, viewer: Viewer, round: Round, now: number): Promise<UnsureReport[]> {
	const { kind, subject, locale } = reportTexts;
	const mayRead = documentReader(db, viewer, round);
	const reports = db
		.selectDistinct({ kind, subject, locale, regionName: regions.name })
		.from(reportTexts)
		.leftJoin(regions, eq(regions.code, subject))
		.where(and(eq(reportTexts.roundId, round.id), ne(reportTexts.choice, 'generated')))
		.all()
		.filter((report) => mayRead(report));
	const unsure: UnsureReport[] = [];
	for (const report of reports) {
		const texts = await readTexts(db, viewer, round, report, now);
		const count = texts ? countUnsure(texts) : 0;
		if (count > 0) unsure.push({ ...report, count });
		await setImmediate(); // other requests first
	}
	return unsure;
}
