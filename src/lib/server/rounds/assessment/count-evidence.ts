import type { EvidenceCount } from '#lib/domain/evidence/evidence-count.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidence, evidenceUses } from '#lib/server/foundation/db/schema.ts';

/** Evidence of one assessment by indicator; removed pieces do not count. */
export function countEvidence(db: Db, assessmentId: number): Map<string, EvidenceCount> {
	const counts = new Map<string, EvidenceCount>();
	const rows = db
		.select({ indicator: evidenceUses.indicator, track: evidence.track })
		.from(evidenceUses)
		.innerJoin(evidence, eq(evidence.id, evidenceUses.evidenceId))
		.where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)))
		.all();
	for (const { indicator, track } of rows) {
		const count = counts.get(indicator) ?? { self: 0, assessor: 0 };
		count[track]++;
		counts.set(indicator, count);
	}
	return counts;
}
