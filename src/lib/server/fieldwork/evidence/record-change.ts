import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import { raiseAssessment, raiseRound } from '#lib/server/foundation/db/hot-queries.ts';
import { record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

export interface EvidenceChange {
	action: Extract<AuditAction, `evidence.${string}`>;
	evidenceId: string;
	before?: unknown;
	after?: unknown;
}

/** Raises the revisions that caches and maps look at, and writes the audit entry of a change of evidence. Call it
 *  inside the transaction of the change. */
export function recordChange(
	within: Acting,
	{ id, round, region, agency }: Pick<Assessment, 'id' | 'round' | 'region' | 'agency'>,
	{ action, evidenceId, before, after }: EvidenceChange
): void {
	const { db: tx } = within;
	raiseAssessment(tx, { id });
	raiseRound(tx, { id: round.id });
	record(within, {
		action,
		subject: `${subjectOf(round.code, region.code, agency?.id ?? null)}/${evidenceId}`,
		before,
		after
	});
}
