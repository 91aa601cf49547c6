import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { CHANGE_REASONS } from '#lib/domain/workflow/change-reasons.ts';
import { CHANGE_NOTE_MAX } from '#lib/domain/workflow/limits.ts';
import { moveAssessment, type MoveResult } from '#lib/server/fieldwork/steps/move-assessment.ts';
import { writeAnswer, type SaveResult } from '#lib/server/rounds/assessment/save-answer.ts';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { plenaryAgenda, plenaryDecisions } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { type AgendaItem, readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { findSession, type PlenarySession } from './sessions.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A decision as form and API send it. `baseVersion` is the version of the final answer that was seen (0 = none);
 *  sending the same `requestId` twice is the same as once. */
export const DecisionWrite = z.strictObject({
	level: z.int().nullable(),
	notApplicable: z.boolean(),
	/** Needed where the decision differs from the assessor's answer. */
	changeReason: z.enum(CHANGE_REASONS).nullable(),
	reason: z.string().trim().min(1).max(CHANGE_NOTE_MAX),
	baseVersion: z.int().min(0),
	requestId: z.string().min(8).max(100)
});
export type DecisionWrite = z.infer<typeof DecisionWrite>;

/** A reason why nothing was decided, beside those of every answer. */
type NotDecided =
	/** The indicator is not before the plenary. */
	| { kind: 'not_on_agenda' }
	/** No session, or one whose minutes are final. */
	| { kind: 'no_session' }
	/** Neither a level nor "does not apply". */
	| { kind: 'empty' };

export type DecideResult = SaveResult | NotDecided;

/** Records a decision of the plenary on one indicator of one region: final answer and decision, with the views before
 *  it, are one transaction. A later decision replaces the answer; the earlier decision is kept. */
export function decide(
	context: Acting,
	where: { round: string; session: number; region: string; indicator: string },
	write: DecisionWrite
): DecideResult {
	const { actor } = context;
	return command(context, (tx, within): DecideResult => {
		const opened = openSession(tx, actor, where.round, where.session);
		if ('kind' in opened) return opened;
		const item = readAgenda(tx, opened.round).items.find(
			({ region, indicator }) => region.code === where.region && indicator === where.indicator
		);
		if (!item || item.kind === 'small') return { kind: 'not_on_agenda' };
		if (write.level === null && !write.notApplicable) return { kind: 'empty' };
		return settle(within, opened, item, { write, together: false });
	});
}

export type AcceptResult =
	{ kind: 'accepted'; count: number } | { kind: 'no_session' | 'locked' | 'nothing' } | Refused;

/** Accepts the assessor's answer for everything of one region that is still open, with one reason. */
export function acceptRest(
	context: Acting,
	where: { round: string; session: number; region: string },
	reason: string
): AcceptResult {
	const { actor } = context;
	return command(context, (tx, within): AcceptResult => {
		const opened = openSession(tx, actor, where.round, where.session);
		if ('kind' in opened) return { kind: opened.kind };
		const open = readAgenda(tx, opened.round).items.filter(
			({ region, kind, decided }) => region.code === where.region && kind !== 'small' && !decided
		);
		if (open.length === 0) return { kind: 'nothing' };
		if (opened.round.status !== 'plenary' || open.some(({ status }) => status !== 'assessed'))
			return { kind: 'locked' };
		for (const item of open) {
			const write: DecisionWrite = {
				level: typeof item.assessor === 'number' ? item.assessor : null,
				notApplicable: item.assessor === 'na',
				changeReason: null,
				reason,
				baseVersion: item.finalVersion,
				requestId: randomUUID()
			};
			const settled = settle(within, opened, item, { write, together: true });
			if (settled.kind !== 'saved') throw new Error(`the assessor's answer was not accepted: ${settled.kind}`);
		}
		return { kind: 'accepted', count: open.length };
	});
}

export type AgendaChange = { kind: 'changed' | 'unchanged' | 'locked' } | Refused;

/** Puts an indicator on the agenda that nobody disputes, or takes it off again while nothing is decided on it. */
export function changeAgenda(
	context: Acting,
	where: { round: string; region: string; indicator: string },
	wanted: 'add' | 'remove'
): AgendaChange {
	const { actor, now } = context;
	return command(context, (tx, within): AgendaChange => {
		if (!hasPermission(actor, 'plenary.decide')) return { kind: 'forbidden' };
		const round = findRound(tx, where.round);
		const agenda = round && readAgenda(tx, round);
		const assessed = agenda?.regions.find(({ region }) => region.code === where.region);
		if (!round || !agenda || !assessed || !hasIndicator(tx, round, where.indicator)) return { kind: 'missing' };
		if ((round.status !== 'open' && round.status !== 'plenary') || assessed.status === 'final')
			return { kind: 'locked' };
		const { assessmentId } = assessed;
		const { indicator } = where;
		const item = agenda.items.find((one) => one.assessmentId === assessmentId && one.indicator === indicator);
		// Without an item all say the same, and nobody has raised the indicator.
		if ((item?.kind ?? 'small') !== (wanted === 'add' ? 'small' : 'added') || (item && item.decision !== null))
			return { kind: 'unchanged' };
		if (wanted === 'add')
			tx.insert(plenaryAgenda).values({ assessmentId, indicator, addedBy: actor.id, addedAt: now }).run();
		else if (tx.delete(plenaryAgenda).where(isItem(assessmentId, indicator)).run().changes === 0)
			return { kind: 'unchanged' };
		record(within, {
			action: `plenary.agenda_${wanted}`,
			subject: `plenary/${round.code}/${where.region}/${indicator}`
		});
		return { kind: 'changed' };
	});
}

/** Finalises regions that have nothing open; each names the last step that the person saw.
 *  @returns the outcome of each, by region code */
export function finaliseRegions(
	context: Acting,
	round: string,
	wanted: readonly { region: string; seen: number }[]
): Map<string, MoveResult> {
	return new Map(
		wanted.map(({ region, seen }) => [
			region,
			moveAssessment(context, { round, region, agency: null }, { step: 'finalise', reason: '', seen })
		])
	);
}

interface Opened {
	round: Round;
	session: PlenarySession;
}

function openSession(tx: Db, actor: Viewer, roundCode: string, id: number): Opened | { kind: 'no_session' } | Refused {
	if (!hasPermission(actor, 'plenary.decide')) return { kind: 'forbidden' };
	const round = findRound(tx, roundCode);
	if (!round) return { kind: 'missing' };
	const session = findSession(tx, round, id);
	return session?.closedAt === null ? { round, session } : { kind: 'no_session' };
}

function settle(
	within: Acting,
	{ round, session }: Opened,
	item: AgendaItem,
	{ write, together }: { write: DecisionWrite; together: boolean }
): SaveResult {
	const { db: tx, actor, now } = within;
	const { assessmentId, indicator, region, self, assessor } = item;
	const { level, notApplicable, reason, baseVersion, requestId } = write;
	const follows = (notApplicable ? 'na' : level) === assessor;
	const changeReason = follows ? null : write.changeReason;
	const saved = writeAnswer(within, { round: round.code, region: region.code, agency: null }, indicator, {
		track: 'final',
		level,
		notApplicable,
		justification: reason,
		changeReason,
		changeNote: follows ? '' : reason,
		baseVersion,
		requestId
	});
	if (saved.kind !== 'saved') return saved;
	const kept = tx
		.insert(plenaryDecisions)
		.values({
			sessionId: session.id,
			assessmentId,
			indicator,
			n: saved.saved.version,
			selfLevel: typeof self === 'number' ? self : null,
			selfNotApplicable: self === 'na',
			assessorLevel: typeof assessor === 'number' ? assessor : null,
			assessorNotApplicable: assessor === 'na',
			level,
			notApplicable,
			changeReason,
			reason,
			together,
			decidedBy: actor.id,
			decidedAt: now
		})
		.onConflictDoNothing() // the same request again
		.run();
	if (kept.changes > 0)
		record(within, {
			action: 'plenary.decide',
			subject: `plenary/${round.code}/${region.code}/${indicator}`,
			before: { self, assessor },
			after: { session: session.id, level, notApplicable, changeReason, reason, together }
		});
	return saved;
}

function hasIndicator(tx: Db, { instrumentId }: Round, wanted: string): boolean {
	const { domains } = getInstrument(tx, instrumentId).instrument;
	return domains.some(({ indicators }) => indicators.some(({ code }) => code === wanted));
}

function isItem(assessmentId: number, indicator: string) {
	return and(eq(plenaryAgenda.assessmentId, assessmentId), eq(plenaryAgenda.indicator, indicator));
}
