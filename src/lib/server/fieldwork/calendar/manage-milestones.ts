import { randomUUID } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import {
	checkMilestone,
	defaultMilestones,
	type MilestoneFault,
	type MilestoneInput
} from '#lib/domain/calendar/milestones.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { milestones } from '#lib/server/foundation/db/schema.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

export type MilestoneSaved =
	| { kind: 'saved' | 'closed' }
	| Refused
	| ({ kind: 'invalid' } & MilestoneFault)
	/** Somebody else changed it since the person looked. */
	| { kind: 'overtaken' };

/** The milestone as the person saw it; null = a new one. */
type Seen = { id: string; revision: number } | null;

/** Gives a round that is opened its first milestones, unless an administrator has laid some down already.
 *  @returns the number of milestones added */
export function addDefaultMilestones(tx: Db, round: Pick<Round, 'id' | 'startsOn' | 'endsOn'>, now: number): number {
	const { n } = tx.select({ n: count() }).from(milestones).where(eq(milestones.roundId, round.id)).get()!;
	if (n > 0) return 0;
	const rows = defaultMilestones(round).map((milestone) => ({
		...milestone,
		id: randomUUID(),
		roundId: round.id,
		changedAt: now
	}));
	tx.insert(milestones).values(rows).run();
	return rows.length;
}

/** Keeps a milestone, new or changed, with its audit entry. */
export function saveMilestone(context: Acting, roundCode: string, seen: Seen, input: MilestoneInput): MilestoneSaved {
	const { actor, now } = context;
	if (!hasPermission(actor, 'calendar.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): MilestoneSaved => {
		const round = findRound(tx, roundCode);
		if (!round) return { kind: 'missing' };
		if (round.status === 'closed') return { kind: 'closed' };
		const before = seen && findMilestone(tx, round.id, seen.id);
		if (seen && !before) return { kind: 'missing' };
		if (before && before.revision !== seen!.revision) return { kind: 'overtaken' };
		const content = { ...input, title: input.kind === 'other' ? input.title : '' };
		const fault = checkMilestone(content, round);
		if (fault) return { kind: 'invalid', ...fault };
		if (before)
			tx.update(milestones)
				.set({ ...content, revision: before.revision + 1, changedAt: now })
				.where(eq(milestones.id, before.id))
				.run();
		else
			tx.insert(milestones)
				.values({ ...content, id: randomUUID(), roundId: round.id, changedAt: now })
				.run();
		record(within, {
			action: before ? 'calendar.edit' : 'calendar.add',
			subject: roundCode,
			...(before && { before: contentOf(before) }),
			after: content
		});
		return { kind: 'saved' };
	});
}

/** Takes a milestone out of the round, with its audit entry. */
export function removeMilestone(context: Acting, roundCode: string, seen: NonNullable<Seen>): MilestoneSaved {
	const { actor } = context;
	if (!hasPermission(actor, 'calendar.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): MilestoneSaved => {
		const round = findRound(tx, roundCode);
		const before = round && findMilestone(tx, round.id, seen.id);
		if (!round || !before) return { kind: 'missing' };
		if (round.status === 'closed') return { kind: 'closed' };
		if (before.revision !== seen.revision) return { kind: 'overtaken' };
		tx.delete(milestones).where(eq(milestones.id, before.id)).run();
		record(within, { action: 'calendar.remove', subject: roundCode, before: contentOf(before) });
		return { kind: 'saved' };
	});
}

function findMilestone(tx: Db, roundId: number, id: string) {
	return tx
		.select()
		.from(milestones)
		.where(and(eq(milestones.id, id), eq(milestones.roundId, roundId)))
		.get();
}

function contentOf({ kind, title, startsOn, endsOn, place }: MilestoneInput): MilestoneInput {
	return { kind, title, startsOn, endsOn, place };
}
