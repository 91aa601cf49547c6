import { and, eq } from 'drizzle-orm';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidenceShares, users } from '#lib/server/foundation/db/schema.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** A region's agreement to share its evidence in a round. */
export interface Share {
	regionCode: string;
	agreedAt: number;
	/** Name of the person who agreed; null for the sample data. */
	agreedBy: string | null;
}

/** The regions that share their evidence in a round, by code. */
export function listShares(db: Db, roundId: number): Share[] {
	return db
		.select({
			regionCode: evidenceShares.regionCode,
			agreedAt: evidenceShares.agreedAt,
			agreedBy: users.displayName
		})
		.from(evidenceShares)
		.leftJoin(users, eq(users.id, evidenceShares.agreedBy))
		.where(eq(evidenceShares.roundId, roundId))
		.orderBy(evidenceShares.regionCode)
		.all();
}

export type SharingResult = { kind: 'saved' } | Refused;

/** Agrees that regions in need of help read a region's evidence of a round, or revokes it. After the revocation nobody
 *  reads anything by it. A repeated agreement or revocation changes and logs nothing. */
export function setSharing(context: Acting, key: { round: string; region: string }, agrees: boolean): SharingResult {
	const { actor, now } = context;
	return command(context, (tx, within): SharingResult => {
		const found = findAssessment(tx, actor, 'evidence.share', { ...key, agency: null });
		if (!found) return { kind: 'missing' };
		if (!found.allowed) return { kind: 'forbidden' };
		const { round, region } = found.assessment;
		const isRow = and(eq(evidenceShares.roundId, round.id), eq(evidenceShares.regionCode, region.code));
		const { changes } = agrees
			? tx
					.insert(evidenceShares)
					.values({ roundId: round.id, regionCode: region.code, agreedBy: actor.id, agreedAt: now })
					.onConflictDoNothing()
					.run()
			: tx.delete(evidenceShares).where(isRow).run();
		if (changes > 0)
			record(within, {
				action: agrees ? 'evidence.share' : 'evidence.unshare',
				subject: subjectOf(round.code, region.code, null),
				before: { shared: !agrees },
				after: { shared: agrees }
			});
		return { kind: 'saved' };
	});
}
