import { and, eq, isNull } from 'drizzle-orm';
import { type Step, type StepContext, takeStep } from '#lib/domain/workflow/assessment-machine.ts';
import { CLARIFICATION_RULES, type ClarificationState } from '#lib/domain/workflow/clarification-machine.ts';
import { countSteps, subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	assessments,
	assessmentSteps,
	clarificationMessages,
	clarifications,
	internalNotes
} from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { SAMPLE_NOTES, SAMPLE_THREADS, type SampleMessage, type SampleThread } from './sample-threads.ts';
import type { Seeding } from './seeding.ts';

const DAY = 86_400_000;

type ActorOf = (id: string) => AuditEntry['actor'];
type Row = typeof assessments.$inferSelect;

/** Puts the sample clarifications and internal notes into the running round, with the steps that they bring and their
 *  audit entries. */
export function seedClarifications(
	{ tx, now, log, actorOf }: Seeding & { actorOf: ActorOf },
	round: Pick<Round, 'id' | 'code'>
): void {
	for (const regionCode of new Set(SAMPLE_THREADS.map((thread) => thread.regionCode))) {
		const row = findRow(tx, round.id, regionCode);
		const threads = SAMPLE_THREADS.filter((thread) => thread.regionCode === regionCode);
		const subject = subjectOf(round.code, regionCode, null);
		for (const thread of threads) addThread({ tx, now, log, actorOf }, row.id, thread, subject);
		addSteps({ tx, now, log, actorOf }, row, threads, subject);
	}
	for (const [regionCode, indicator, daysAgo, username, body] of SAMPLE_NOTES) {
		const at = now - daysAgo * DAY;
		const authorId = `demo-${username}`;
		const id = `demo-${regionCode}-${indicator}-${daysAgo}`;
		const assessmentId = findRow(tx, round.id, regionCode).id;
		tx.insert(internalNotes).values({ id, assessmentId, indicator, authorId, at, body }).run();
		const subject = `${subjectOf(round.code, regionCode, null)}/${indicator}/note`;
		log.push({ at, actor: actorOf(authorId), action: 'note.add', subject, after: { body } });
	}
}

function findRow(tx: Db, roundId: number, regionCode: string): Row {
	return tx
		.select()
		.from(assessments)
		.where(and(eq(assessments.roundId, roundId), eq(assessments.regionCode, regionCode), isNull(assessments.agencyId)))
		.get()!;
}

function addThread(
	{ tx, now, log, actorOf }: Seeding & { actorOf: ActorOf },
	assessmentId: number,
	{ regionCode, indicator, dueAfter, messages }: SampleThread,
	subject: string
): void {
	const id = `demo-${regionCode}-${indicator}`;
	const [first, last] = [messages[0]!, messages.at(-1)!];
	const askedAt = now - first[1] * DAY;
	const asked = messages.filter(([kind]) => kind === 'ask' || kind === 'ask_again').at(-1)!;
	const state = stateAfter(last[0]);
	tx.insert(clarifications)
		.values({
			id,
			assessmentId,
			indicator,
			state,
			dueOn: isoDay(now - asked[1] * DAY + dueAfter * DAY),
			askedBy: `demo-${first[2]}`,
			askedAt,
			changedAt: now - last[1] * DAY,
			settledBy: state === 'settled' ? `demo-${last[2]}` : null
		})
		.run();
	for (const [place, [kind, daysAgo, username, body]] of messages.entries()) {
		const at = now - daysAgo * DAY;
		const authorId = `demo-${username}`;
		const n = place + 1;
		tx.insert(clarificationMessages)
			.values({ id: `${id}-${n}`, clarificationId: id, n, kind, authorId, at, body })
			.run();
		const before = messages[place - 1];
		log.push({
			at,
			actor: actorOf(authorId),
			action: `clarification.${kind}`,
			subject: `${subject}/${indicator}/clarification`,
			...(before && { before: { state: stateAfter(before[0]) } }),
			after: { state: stateAfter(kind), body }
		});
	}
}

function stateAfter(kind: SampleMessage[0]): ClarificationState {
	return kind === 'ask' ? 'asked' : CLARIFICATION_RULES[kind].to;
}

/** Adds the effects of the messages of all threads on the assessment, in the order of time. Where it waits for the
 *  region, the sample assessment already holds the step of the first question. */
function addSteps(
	{ tx, now, log, actorOf }: Seeding & { actorOf: ActorOf },
	row: Row,
	threads: readonly SampleThread[],
	subject: string
): void {
	const events = threads
		.flatMap(({ indicator, messages }) => messages.map((message) => ({ indicator, message })))
		.sort((a, b) => b.message[1] - a.message[1]);
	const waiting = new Set<string>();
	let { status, statusChangedAt, statusChangedBy } = row;
	const isBegun = status === 'clarification';
	for (const [place, { indicator, message }] of events.entries()) {
		const [kind, daysAgo, username] = message;
		if (stateAfter(kind) === 'asked') waiting.add(indicator);
		else waiting.delete(indicator);
		const step: Step | null = kind === 'ask_again' ? 'ask' : kind === 'settle' ? null : kind;
		if (step === null || (isBegun && place === 0)) continue;
		const next = takeStep(status, step, { ...FREE, askedClarifications: waiting.size });
		if ('refusal' in next) continue;
		const [from, to, at, by] = [status, next.status, now - daysAgo * DAY, `demo-${username}`];
		const n = countSteps(tx, row.id) + 1;
		tx.insert(assessmentSteps).values({ assessmentId: row.id, n, step, from, to, at, by }).run();
		log.push({
			at,
			actor: actorOf(by),
			action: `assessment.${step}`,
			subject,
			before: { status: from },
			after: { status: to }
		});
		if (from !== to) [status, statusChangedAt, statusChangedBy] = [to, at, by];
	}
	tx.update(assessments).set({ status, statusChangedAt, statusChangedBy }).where(eq(assessments.id, row.id)).run();
}

/** Context without any other obstacle to the steps that clarifications bring. */
const FREE: StepContext = {
	round: 'open',
	missing: { self: 0, assessor: 0 },
	unevidenced: { self: 0, assessor: 0 },
	unexplained: 0,
	openClarifications: 0,
	askedClarifications: 0,
	openDisputes: 0,
	reason: ''
};
