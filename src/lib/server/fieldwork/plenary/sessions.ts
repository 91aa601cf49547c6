import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { plenaryDecisions, plenarySessions } from '#lib/server/foundation/db/schema.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';

/** Who was there; a name may be left out where the office says enough. */
export interface Attendee {
	name: string;
	office: string;
}

/** What people type about a session; messages are keys of the interface. */
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
	/** When its minutes became final; null while it takes decisions. */
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
	/** Somebody changed it since; nothing was changed. */
	| { kind: 'conflict'; current: PlenarySession }
	/** Its minutes are final. */
	| { kind: 'closed' }
	/** Sessions are prepared while the round is open and held in its plenary. */
	| { kind: 'round_over' }
	/** Minutes need a number, and somebody who was there. */
	| { kind: 'incomplete' }
	| { kind: 'missing' | 'forbidden' };

/** Writes down a new session. */
export function addSession(db: Db, actor: Viewer, roundCode: string, input: SessionInput, now: number): SessionResult {
	return db.transaction(
		(tx): SessionResult => {
			if (!hasPermission(actor, 'plenary.decide')) return { kind: 'forbidden' };
			const round = findRound(tx, roundCode);
			if (!round) return { kind: 'missing' };
			if (round.status !== 'open' && round.status !== 'plenary') return { kind: 'round_over' };
			const { id } = tx
				.insert(plenarySessions)
				.values({ roundId: round.id, ...toColumns(input), createdBy: actor.id, createdAt: now })
				.returning({ id: plenarySessions.id })
				.get();
			log(tx, actor, 'plenary.session_add', round, id, now, undefined, input);
			return { kind: 'saved', session: findSession(tx, round, id)! };
		},
		{ behavior: 'immediate' }
	);
}

/** Changes what is written about a session, unless somebody did since `baseVersion`. */
export function editSession(
	db: Db,
	actor: Viewer,
	roundCode: string,
	id: number,
	input: SessionInput,
	baseVersion: number,
	now: number
): SessionResult {
	return change(db, actor, roundCode, id, baseVersion, (tx, round, before) => {
		tx.update(plenarySessions)
			.set({ ...toColumns(input), version: before.version + 1 })
			.where(eq(plenarySessions.id, id))
			.run();
		const { heldOn, place, chair, number, attendees } = before;
		log(tx, actor, 'plenary.session_edit', round, id, now, { heldOn, place, chair, number, attendees }, input);
		return null;
	});
}

/** Makes the minutes of a session final: from then on it takes no decisions and is not changed any more. */
export function closeSession(
	db: Db,
	actor: Viewer,
	roundCode: string,
	id: number,
	baseVersion: number,
	now: number
): SessionResult {
	return change(db, actor, roundCode, id, baseVersion, (tx, round, before) => {
		if (before.number === '' || before.attendees.length === 0) return { kind: 'incomplete' };
		tx.update(plenarySessions)
			.set({ closedAt: now, version: before.version + 1 })
			.where(eq(plenarySessions.id, id))
			.run();
		log(tx, actor, 'plenary.session_close', round, id, now, undefined, { number: before.number });
		return null;
	});
}

function change(
	db: Db,
	actor: Viewer,
	roundCode: string,
	id: number,
	baseVersion: number,
	act: (tx: Db, round: Round, before: PlenarySession) => SessionResult | null
): SessionResult {
	return db.transaction(
		(tx): SessionResult => {
			if (!hasPermission(actor, 'plenary.decide')) return { kind: 'forbidden' };
			const round = findRound(tx, roundCode);
			const before = round && findSession(tx, round, id);
			if (!round || !before) return { kind: 'missing' };
			if (before.closedAt !== null) return { kind: 'closed' };
			if (before.version !== baseVersion) return { kind: 'conflict', current: before };
			return act(tx, round, before) ?? { kind: 'saved', session: findSession(tx, round, id)! };
		},
		{ behavior: 'immediate' }
	);
}

function toColumns({ attendees, ...input }: SessionInput) {
	return { ...input, attendees: JSON.stringify(attendees) };
}

function log(
	tx: Db,
	actor: Viewer,
	action: AuditAction,
	round: Round,
	id: number,
	at: number,
	before: unknown,
	after: unknown
): void {
	const subject = `plenary/${round.code}/${id}`;
	appendAudit(tx, { at, actor: { id: actor.id, name: actor.displayName }, action, subject, before, after });
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

/** The same the other way round. */
export function writeAttendees(attendees: readonly Attendee[]): string {
	return attendees.map(({ name, office }) => (name === '' ? office : `${name}; ${office}`)).join('\n');
}
