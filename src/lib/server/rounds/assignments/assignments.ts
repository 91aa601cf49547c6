import { and, asc, eq } from 'drizzle-orm';
import type { RoundStatus } from '#lib/domain/workflow/types.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assignments, regions, users } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** One assessor appointed for one region. */
export interface Appointment {
	regionCode: string;
	userId: string;
}

interface Assessor {
	id: string;
	username: string;
	displayName: string;
	/** Inactive ones are listed only while they are still appointed. */
	active: boolean;
}

/** The appointments of a round, and the assessors who can be appointed. */
export function listAssignments(db: Db, roundId: number): { appointments: Appointment[]; assessors: Assessor[] } {
	const appointments = db
		.select({ regionCode: assignments.regionCode, userId: assignments.userId })
		.from(assignments)
		.where(eq(assignments.roundId, roundId))
		.orderBy(asc(assignments.regionCode), asc(assignments.userId))
		.all();
	const appointed = new Set(appointments.map(({ userId }) => userId));
	const { id, username, displayName, active } = users;
	const assessors = db
		.select({ id, username, displayName, active })
		.from(users)
		.where(eq(users.role, 'assessor'))
		.orderBy(asc(displayName), asc(username))
		.all()
		.filter((assessor) => assessor.active || appointed.has(assessor.id));
	return { appointments, assessors };
}

type AssignmentsSaved =
	| { kind: 'saved'; added: number; removed: number }
	/** The round is over: its appointments stay as they were. */
	| { kind: 'locked'; status: RoundStatus }
	/** Somebody else changed one of the regions that should be unchanged. */
	| { kind: 'overtaken'; regionCode: string }
	/** The region does not exist, or the person is not an active assessor. */
	| { kind: 'unknown'; appointment: Appointment }
	| Refused;

/** Appoints and dismisses assessors. Only what the person changed is written, so that two people who work on the
 *  matrix at once do not undo each other.
 *  @param change.seen the appointments that the person was shown
 *  @param change.wanted the appointments that the person wants
 *  @param change.unchanged codes of regions whose appointments must still be those seen, or nothing is written */
export function saveAssignments(
	context: Acting,
	roundCode: string,
	change: { seen: readonly Appointment[]; wanted: readonly Appointment[]; unchanged?: readonly string[] }
): AssignmentsSaved {
	const { actor } = context;
	if (!hasPermission(actor, 'round.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): AssignmentsSaved => {
		const round = findRound(tx, roundCode);
		if (!round) return { kind: 'missing' };
		if (round.status === 'published' || round.status === 'closed') return { kind: 'locked', status: round.status };
		const current = listAssignments(tx, round.id).appointments;
		const overtaken = change.unchanged?.find((code) => !isSame(inRegion(change.seen, code), inRegion(current, code)));
		if (overtaken !== undefined) return { kind: 'overtaken', regionCode: overtaken };
		const added = without(without(change.wanted, change.seen), current);
		const removed = both(without(change.seen, change.wanted), current);
		const unknown = added.find((appointment) => !isPossible(tx, appointment));
		if (unknown) return { kind: 'unknown', appointment: unknown };
		for (const appointment of added)
			tx.insert(assignments)
				.values({ roundId: round.id, ...appointment })
				.run();
		for (const { regionCode, userId } of removed)
			tx.delete(assignments)
				.where(
					and(eq(assignments.roundId, round.id), eq(assignments.regionCode, regionCode), eq(assignments.userId, userId))
				)
				.run();
		if (added.length + removed.length > 0)
			record(within, {
				action: 'round.assign',
				subject: roundCode,
				before: { removed: named(tx, removed) },
				after: { added: named(tx, added) }
			});
		return { kind: 'saved', added: added.length, removed: removed.length };
	});
}

function isPossible(tx: Db, { regionCode, userId }: Appointment): boolean {
	const region = tx.select({ code: regions.code }).from(regions).where(eq(regions.code, regionCode)).get();
	const user = tx.select().from(users).where(eq(users.id, userId)).get();
	return region !== undefined && user?.role === 'assessor' && user.active;
}

/** Appointments for the log, which is read when the accounts may have changed: `99.78: asesor1`. */
function named(tx: Db, list: readonly Appointment[]): string[] {
	const names = new Map(
		tx
			.select()
			.from(users)
			.all()
			.map(({ id, username }) => [id, username])
	);
	return list.map(({ regionCode, userId }) => `${regionCode}: ${names.get(userId) ?? userId}`);
}

function isIn(list: readonly Appointment[], { regionCode, userId }: Appointment): boolean {
	return list.some((other) => other.regionCode === regionCode && other.userId === userId);
}

function inRegion(list: readonly Appointment[], code: string): Appointment[] {
	return list.filter(({ regionCode }) => regionCode === code);
}

function isSame(list: readonly Appointment[], others: readonly Appointment[]): boolean {
	return list.length === others.length && without(list, others).length === 0;
}

function without(list: readonly Appointment[], others: readonly Appointment[]): Appointment[] {
	return list.filter((appointment) => !isIn(others, appointment));
}

function both(list: readonly Appointment[], others: readonly Appointment[]): Appointment[] {
	return list.filter((appointment) => isIn(others, appointment));
}
