import { asc, eq, inArray } from 'drizzle-orm';
import {
	type ClarificationMessageKind,
	type ClarificationState,
	isOverdue
} from '#lib/domain/workflow/clarification-machine.ts';
import { canReach, reachOf } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	agencies,
	assessments,
	clarificationMessages,
	clarifications,
	regions,
	users
} from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { waitsForViewer } from '#lib/server/rounds/assessment/waits-for-viewer.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

// A thread is read by the region or agency asked, its assessors, reviewers and administrators, also after publication.

export interface ClarificationMessage {
	/** Place in the thread, from 1. */
	n: number;
	kind: ClarificationMessageKind;
	by: string;
	at: number;
	/** Empty only where a thread was closed without a word. */
	body: string;
}

/** One thread with all its messages, the first one first. */
export interface ClarificationThread {
	id: string;
	indicator: string;
	state: ClarificationState;
	/** ISO date. */
	dueOn: string;
	overdue: boolean;
	askedAt: number;
	changedAt: number;
	messages: ClarificationMessage[];
}

/** A thread with its region, agency and indicator, for lists over a whole round. */
export interface ListedClarification extends ClarificationThread {
	region: { code: string; name: string };
	agency: { id: string; name: string } | null;
	indicatorName: string;
	/** The thread waits for the viewer to answer or to settle it. */
	mine: boolean;
}

type Row = typeof clarifications.$inferSelect;

/** The threads of one assessment, the latest first. Callers check `clarification.read`. */
export function listThreads(db: Db, assessmentId: number, now: number): ClarificationThread[] {
	const rows = db.select().from(clarifications).where(eq(clarifications.assessmentId, assessmentId)).all();
	const messages = messagesOf(db, rows);
	return rows
		.map((row) => toThread(row, messages.get(row.id) ?? [], isoDay(now)))
		.sort((a, b) => b.askedAt - a.askedAt);
}

/** Every thread of a round that the viewer may read: those that wait for the viewer first, then the other open ones,
 *  each by its date; settled ones last, the latest first. */
export function listClarifications({ db, actor: viewer, locale, now }: Context, round: Round): ListedClarification[] {
	const reach = reachOf(db, viewer, 'clarification.read', round);
	const rows = db
		.select({
			thread: clarifications,
			instrumentId: assessments.instrumentId,
			region: { code: regions.code, name: regions.name },
			agency: { id: agencies.id, name: agencies.name }
		})
		.from(clarifications)
		.innerJoin(assessments, eq(assessments.id, clarifications.assessmentId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.leftJoin(agencies, eq(agencies.id, assessments.agencyId))
		.where(eq(assessments.roundId, round.id))
		.all()
		.filter(({ region, agency }) => canReach(reach, { regionCode: region.code, agencyId: agency?.id ?? null }));
	const messages = messagesOf(
		db,
		rows.map(({ thread }) => thread)
	);
	return rows
		.map(({ thread, instrumentId, region, agency }): ListedClarification => ({
			...toThread(thread, messages.get(thread.id) ?? [], isoDay(now)),
			region,
			agency,
			indicatorName: nameOf(db, instrumentId, thread.indicator, locale),
			mine: waitsForViewer(viewer, { ...thread, agencyId: agency?.id ?? null })
		}))
		.sort(byUrgency);
}

function byUrgency(a: ListedClarification, b: ListedClarification): number {
	const settled = Number(a.state === 'settled') - Number(b.state === 'settled');
	if (settled !== 0) return settled;
	if (a.state === 'settled') return b.changedAt - a.changedAt;
	return Number(b.mine) - Number(a.mine) || (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn));
}

function messagesOf(db: Db, rows: readonly Row[]): Map<string, ClarificationMessage[]> {
	const threads = new Map<string, ClarificationMessage[]>();
	if (rows.length === 0) return threads;
	const { clarificationId, n, kind, at, body } = clarificationMessages;
	const found = db
		.select({ clarificationId, n, kind, at, body, by: users.displayName })
		.from(clarificationMessages)
		.innerJoin(users, eq(users.id, clarificationMessages.authorId))
		.where(
			inArray(
				clarificationId,
				rows.map(({ id }) => id)
			)
		)
		.orderBy(asc(n))
		.all();
	for (const { clarificationId: id, ...message } of found) threads.set(id, [...(threads.get(id) ?? []), message]);
	return threads;
}

function toThread(row: Row, messages: ClarificationMessage[], today: string): ClarificationThread {
	const { id, indicator, state, dueOn, askedAt, changedAt } = row;
	return { id, indicator, state, dueOn, overdue: isOverdue(row, today), askedAt, changedAt, messages };
}

function nameOf(db: Db, instrumentId: number, code: string, locale: Locale): string {
	const { domains } = getInstrument(db, instrumentId).instrument;
	return (
		domains.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)?.name[locale] ?? code
	);
}
