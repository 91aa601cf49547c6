import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { evidence, evidenceUses } from '../db/schema.ts';

/** A piece of evidence behind one indicator, as far as the review page names it. */
export interface ReviewEvidence {
	id: string;
	title: string;
	/** Page, article; empty where nothing was said. */
	place: string;
	/** Address of a link; null for a file. */
	url: string | null;
	track: 'self' | 'assessor';
	/** Added after submission. */
	late: boolean;
}

/** Evidence of one assessment by indicator, in the order in which it was added; what was removed is left out. */
export function listReviewEvidence(db: Db, assessmentId: number): Map<string, ReviewEvidence[]> {
	const byIndicator = new Map<string, ReviewEvidence[]>();
	const rows = db
		.select({
			indicator: evidenceUses.indicator,
			id: evidence.id,
			title: evidence.title,
			place: evidenceUses.place,
			url: evidence.url,
			track: evidence.track,
			late: evidenceUses.late
		})
		.from(evidenceUses)
		.innerJoin(evidence, eq(evidence.id, evidenceUses.evidenceId))
		.where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)))
		.orderBy(asc(evidenceUses.addedAt))
		.all();
	for (const { indicator, ...piece } of rows)
		byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), piece]);
	return byIndicator;
}
