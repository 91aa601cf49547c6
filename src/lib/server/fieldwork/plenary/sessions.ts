import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { plenaryDecisions, plenarySessions } from '#lib/server/foundation/db/schema.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Conflict, Refused } from '#lib/server/people/commands/refusal.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A person present; the name may be empty where the office says enough. */
export interface Attendee {
	name: string;
	office: string;
}

/** The data of a session as people type them; each message names the faulty field. */
export const SessionInput = z.strictObject({
	heldOn: z.iso.date({ error: 'date' }),
	place: z.string().trim().min(1, { error: 'place' }).max(200, { error: 'place' }),
	chair: z.string().trim().min(1, { error: 'chair' }).max(200, { error: 'chair' }),
	number: z.string().trim().max(100, { error: 'number' }),
	attendees: z
		.array(z.strictObject({ name: z.string().trim().max(120), office: z.string().trim().max(200) }), {
			error: 'attendees'
		})
		.max(200, { error: 'attendees' })
});
export type SessionInput = z.infer<typeof SessionInput>;

export interface PlenarySession extends SessionInput {
	id: number;
	roundId: number;
	version: number;
	createdAt: number;
	/** Time when its minutes became final, in milliseconds; null while it takes decisions. */
	closedAt: number | null;
	/** Decisions made in it that are not revised in it. */
	decisions: number;
}

/** The sessions of a round, the latest first. */
export function listSessions(db: Db, roundId: number): PlenarySession[] {
	return db
		.select({ session: plenarySessions, decisions: decisionCount })
		.from(plenarySessions)
		.where(eq(plenarySessions.roundId, roundId))
		.orderBy(desc(plenarySessions.heldOn), desc(plenarySessions.id))
		.all()
		.map(toSession);
}

/** One session of a round; null when the round has none with that number. */
export function findSession(db: Db, round: Pick<Round, 'id'>, id: number): PlenarySession | null {
	const row = db
		.select({ session: plenarySessions, decisions: decisionCount })
		.from(plenarySessions)
		.where(and(eq(plenarySessions.roundId, round.id), eq(plenarySessions.id, id)))
		.get();
	return row ? toSession(row) : null;
}

const decisionCount = sql<number>`(SELECT count(DISTINCT ${plenaryDecisions.assessmentId} || ' ' || ${plenaryDecisions.indicator})
	FROM ${plenaryDecisions} WHERE ${plenaryDecisions.sessionId} = ${plenarySessions.id})`;

function toSession({ session, decisions }: { session: typeof plenarySessions.$inferSelect; decisions: number }) {
	const { createdBy: _, attendees, ...columns } = session;
	return { ...columns, attendees: JSON.parse(attendees) as Attendee[], decisions };
}

export type SessionResult =
	| { kind: 'saved'; session: PlenarySession }
	/** Somebody else changed the session since; nothing was written. */
	| Conflict<PlenarySession>
	/** The session's minutes are final. */
	| { kind: 'closed' }
	/** Sessions are prepared while the round is open and held in its plenary. */
	| { kind: 'round_over' }
	/** Minutes need a number, and somebody who was there. */
	| { kind: 'incomplete' }
	| Refused;

/** A session as the person saw it. */
export interface SeenSession {
	/** Code of the round. */
	round: string;
	id: number;
	baseVersion: number;
}

/** Writes down a new session. */
export function addSession(context: Acting, roundCode: string, input: SessionInput): SessionResult {
	const { actor, now } = context;
	return command(context, (tx, within): SessionResult => {
		if (!hasPermission(actor, 'plenary.decide')) return { kind: 'forbidden' };
		const round = findRound(tx, roundCode);
		if (!round) return { kind: 'missing' };
		if (round.status !== 'open' && round.status !== 'plenary') return { kind: 'round_over' };
		const { id } = tx
			.insert(plenarySessions)
			.values({ roundId: round.id, ...toColumns(input), createdBy: actor.id, createdAt: now })
			.returning({ id: plenarySessions.id })
			.get();
		record(within, { action: 'plenary.session_add', subject: subjectOf(round, id), after: input });
		return { kind: 'saved', session: findSession(tx, round, id)! };
	});
}

/** Changes the data of a session, unless somebody did since `baseVersion`. */
export function editSession(context: Acting, seen: SeenSession, input: SessionInput): SessionResult {
	return change(context, seen, (within, round, before) => {
		within.db
			.update(plenarySessions)
			.set({ ...toColumns(input), version: before.version + 1 })
			.where(eq(plenarySessions.id, before.id))
			.run();
		const { heldOn, place, chair, number, attendees } = before;
		record(within, {
			action: 'plenary.session_edit',
			subject: subjectOf(round, before.id),
			before: { heldOn, place, chair, number, attendees },
			after: input
		});
		return null;
	});
}

/** Makes the minutes of a session final: from then on it takes no decisions and is not changed any more. */
export function closeSession(context: Acting, seen: SeenSession): SessionResult {
	return change(context, seen, (within, round, before) => {
		if (before.number === '' || before.attendees.length === 0) return { kind: 'incomplete' };
		within.db
			.update(plenarySessions)
			.set({ closedAt: within.now, version: before.version + 1 })
			.where(eq(plenarySessions.id, before.id))
			.run();
		record(within, {
			action: 'plenary.session_close',
			subject: subjectOf(round, before.id),
			after: { number: before.number }
		});
		return null;
	});
}

function change(
	context: Acting,
	{ round: code, id, baseVersion }: SeenSession,
	act: (within: Acting, round: Round, before: PlenarySession) => SessionResult | null
): SessionResult {
	return command(context, (tx, within): SessionResult => {
		if (!hasPermission(context.actor, 'plenary.decide')) return { kind: 'forbidden' };
		const round = findRound(tx, code);
		const before = round && findSession(tx, round, id);
		if (!round || !before) return { kind: 'missing' };
		if (before.closedAt !== null) return { kind: 'closed' };
		if (before.version !== baseVersion) return { kind: 'conflict', current: before };
		return act(within, round, before) ?? { kind: 'saved', session: findSession(tx, round, id)! };
	});
}

function toColumns({ attendees, ...input }: SessionInput) {
	return { ...input, attendees: JSON.stringify(attendees) };
}

function subjectOf(round: Round, id: number): string {
	return `plenary/${round.code}/${id}`;
}

/** Attendees as people type them, one a line: `Nama; Jabatan, instansi`, or the office alone. */
export function readAttendees(text: string): Attendee[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const at = line.indexOf(';');
			return at < 0
				? { name: '', office: line }
				: { name: line.slice(0, at).trim(), office: line.slice(at + 1).trim() };
		});
}

/** Attendees as the text that `readAttendees` reads. */
export function writeAttendees(attendees: readonly Attendee[]): string {
	return attendees.map(({ name, office }) => (name === '' ? office : `${name}; ${office}`)).join('\n');
}
