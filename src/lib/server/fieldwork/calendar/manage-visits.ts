import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { checkVisit, type VisitFault, type VisitState } from '#lib/domain/calendar/visits.ts';
import { hasPermission, reachOf } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { users, visits } from '#lib/server/foundation/db/schema.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { mayManageVisit } from './list-calendar.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

export interface VisitInput {
	regionCode: string;
	/** The assessor who goes. */
	userId: string;
	visitOn: string;
	place: string;
	note: string;
	state: VisitState;
}

export type VisitSaved =
	| { kind: 'saved' | 'overtaken' }
	| Refused
	/** The round does not run, so that it takes no visits. */
	| { kind: 'not_running' }
	| ({ kind: 'invalid' } & (
			VisitFault | { field: 'regionCode'; fault: 'region_unknown' } | { field: 'userId'; fault: 'assessor_unknown' }
	  ));

/** Keeps a visit, new or changed. An administrator plans for any assessor, an assessor the own visits in assigned
 *  regions.
 *  @param seen the visit as the person saw it; null = a new one */
export function saveVisit(
	context: Acting,
	roundCode: string,
	seen: { id: string; revision: number } | null,
	input: VisitInput
): VisitSaved {
	const { actor, now } = context;
	if (!hasPermission(actor, 'visit.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): VisitSaved => {
		const round = findRound(tx, roundCode);
		if (!round) return { kind: 'missing' };
		const before = seen && findVisit(tx, round.id, seen.id);
		if (seen && !before) return { kind: 'missing' };
		const managed = reachOf(tx, actor, 'visit.manage', round);
		if (before && !mayManageVisit(managed, actor, before)) return { kind: 'forbidden' };
		if (!findRegion(tx, input.regionCode)) return { kind: 'invalid', field: 'regionCode', fault: 'region_unknown' };
		if (!mayManageVisit(managed, actor, input)) return { kind: 'forbidden' };
		if (round.status !== 'open' && round.status !== 'plenary') return { kind: 'not_running' };
		if (before && before.revision !== seen!.revision) return { kind: 'overtaken' };
		// An account that was closed since keeps its visits.
		if (!isAssessor(tx, input.userId) && before?.userId !== input.userId)
			return { kind: 'invalid', field: 'userId', fault: 'assessor_unknown' };
		const fault = checkVisit(input, round, isoDay(now));
		if (fault) return { kind: 'invalid', ...fault };
		if (before)
			tx.update(visits)
				.set({ ...input, revision: before.revision + 1, changedAt: now })
				.where(eq(visits.id, before.id))
				.run();
		else
			tx.insert(visits)
				.values({ ...input, id: randomUUID(), roundId: round.id, changedAt: now })
				.run();
		record(within, {
			action: before ? 'visit.edit' : 'visit.add',
			subject: `${roundCode}/${input.regionCode}`,
			...(before && { before: contentOf(before) }),
			after: input
		});
		return { kind: 'saved' };
	});
}

function findVisit(tx: Db, roundId: number, id: string) {
	return tx
		.select()
		.from(visits)
		.where(and(eq(visits.id, id), eq(visits.roundId, roundId)))
		.get();
}

function isAssessor(tx: Db, id: string): boolean {
	const user = tx.select({ role: users.role, active: users.active }).from(users).where(eq(users.id, id)).get();
	return user?.role === 'assessor' && user.active;
}

function contentOf({ regionCode, userId, visitOn, place, note, state }: VisitInput): VisitInput {
	return { regionCode, userId, visitOn, place, note, state };
}
