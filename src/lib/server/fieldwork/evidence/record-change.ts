import { eq, sql } from 'drizzle-orm';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, rounds } from '#lib/server/foundation/db/schema.ts';

export interface EvidenceChange {
	action: Extract<AuditAction, `evidence.${string}`>;
	evidenceId: string;
	before?: unknown;
	after?: unknown;
}

/** What belongs to every change of evidence: the revisions that caches and maps look at, and the audit entry. Call it
 *  inside the transaction of the change. */
export function recordChange(
	tx: Db,
	{ id, round, region, agency }: Pick<Assessment, 'id' | 'round' | 'region' | 'agency'>,
	{ action, evidenceId, before, after }: EvidenceChange,
	actor: Viewer,
	now: number
): void {
	tx.update(assessments)
		.set({ revision: sql`${assessments.revision} + 1` })
		.where(eq(assessments.id, id))
		.run();
	tx.update(rounds)
		.set({ revision: sql`${rounds.revision} + 1` })
		.where(eq(rounds.id, round.id))
		.run();
	appendAudit(tx, {
		at: now,
		actor: { id: actor.id, name: actor.displayName },
		action,
		subject: `${subjectOf(round.code, region.code, agency?.id ?? null)}/${evidenceId}`,
		before,
		after
	});
}
