import { eq, like } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { publishRound } from '../../../../../tests/support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { listSteps } from '#lib/server/rounds/assessment/record-step.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assessments, assignments, auditLog } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { askClarification } from './ask-clarification.ts';
import { countOpenClarifications } from '#lib/server/rounds/assessment/count-clarifications.ts';
import { listClarifications, listThreads } from './list-clarifications.ts';
import { stepClarification, type ClarificationMove } from './move-clarification.ts';

const small = withSmallRound();
const DAY = 86_400_000;
const pacitan: AssessmentKey = { round: 'uji', region: '35.01', agency: null };
const clinic: AssessmentKey = { round: 'uji', region: '35.78', agency: 'opd-dinkes' };

function assessmentOf(region: string) {
	return small.db.select().from(assessments).where(eq(assessments.regionCode, region)).get()!;
}
function setStatus(status: AssessmentStatus, region = '35.01') {
	small.db.update(assessments).set({ status }).where(eq(assessments.regionCode, region)).run();
}
let sent = 0;
function ask(more: Partial<Parameters<typeof askClarification>[2]> = {}, actor: Viewer = PEOPLE.asesor, key = pacitan) {
	const question = {
		requestId: `tanya-${++sent}`,
		indicator: 'A1',
		body: 'Di mana lampirannya?',
		dueOn: null,
		...more
	};
	return askClarification({ db: small.db, actor, now: NOW }, key, question);
}
function idOf(result: ReturnType<typeof ask>): string {
	if (result.kind !== 'done') throw new Error(JSON.stringify(result));
	return result.id;
}
function take(id: string, step: ClarificationMove['step'], actor: Viewer, more: Partial<ClarificationMove> = {}) {
	const move = { requestId: `langkah-${++sent}`, step, body: 'Lampiran II.', dueOn: null, seen: 1, ...more };
	return stepClarification({ db: small.db, actor, now: NOW + DAY }, 'uji', id, move);
}
const statusAndSteps = () => {
	const { id, status } = assessmentOf('35.01');
	return [status, ...listSteps(small.db, id).map(({ step, by }) => `${step} ${by}`)];
};

describe('what a question does to the assessment', () => {
	test('one about a submitted assessment begins the review and waits for the region', () => {
		setStatus('submitted');
		expect(ask().kind).toBe('done');
		expect(statusAndSteps()).toEqual(['clarification', 'ask ASESOR', 'begin_review ASESOR']);
	});

	test('the answer to the last open question brings it back, an earlier one does not', () => {
		setStatus('in_review');
		const [first, second] = [idOf(ask()), idOf(ask({ indicator: 'B2' }))];
		take(first, 'answer', PEOPLE.pacitan);
		expect(assessmentOf('35.01').status).toBe('clarification');
		take(second, 'answer', PEOPLE.pacitan);
		expect(statusAndSteps()).toEqual(['in_review', 'answer PACITAN', 'ask ASESOR', 'ask ASESOR']);
	});

	test('so does the withdrawal of the last open question; settling changes nothing more', () => {
		setStatus('in_review');
		const [first, second] = [idOf(ask()), idOf(ask({ indicator: 'B2' }))];
		take(first, 'answer', PEOPLE.pacitan);
		take(second, 'withdraw', PEOPLE.asesor, { body: '' });
		expect(statusAndSteps().slice(0, 2)).toEqual(['in_review', 'withdraw ASESOR']);
		take(first, 'settle', PEOPLE.asesor, { seen: 2 });
		expect(statusAndSteps().slice(0, 2)).toEqual(['in_review', 'withdraw ASESOR']);
	});

	test('asked again it waits for the region once more, with a new date', () => {
		setStatus('in_review');
		const id = idOf(ask());
		take(id, 'answer', PEOPLE.pacitan);
		take(id, 'ask_again', PEOPLE.asesor, { seen: 2, dueOn: '2026-10-20' });
		expect(statusAndSteps().slice(0, 2)).toEqual(['clarification', 'ask ASESOR']);
		expect(listThreads(small.db, assessmentOf('35.01').id, NOW)).toMatchObject([
			{ state: 'asked', dueOn: '2026-10-20', messages: [{ kind: 'ask' }, { kind: 'answer' }, { kind: 'ask_again' }] }
		]);
	});

	test('the time since when it waits is that of the first question', () => {
		setStatus('in_review');
		ask();
		const before = assessmentOf('35.01').statusChangedAt;
		askClarification({ db: small.db, actor: PEOPLE.asesor, now: NOW + DAY }, pacitan, {
			requestId: 'tanya-lagi',
			indicator: 'A2',
			body: 'Dan ini?',
			dueOn: null
		});
		expect(assessmentOf('35.01').statusChangedAt).toBe(before);
	});
});

describe('what is refused, and changes nothing', () => {
	test.each([
		['not_started', 'clarification_not_yet'],
		['self_assessment', 'clarification_not_yet'],
		['assessed', 'clarification_locked'],
		['final', 'clarification_locked']
	] as const)('a question while %s: %s', (status, refusal) => {
		setStatus(status);
		expect(ask()).toEqual({ kind: 'refused', refusal, status });
		expect(statusAndSteps()).toEqual([status]);
	});

	test.each([
		['an unknown indicator', { indicator: 'Z9' }, 'unknown_indicator'],
		['an empty question', { body: ' ' }, 'clarification_body_missing'],
		['one that is too long', { body: 'x'.repeat(4001) }, 'clarification_body_long'],
		['a date in the past', { dueOn: '2026-09-30' }, 'clarification_due'],
		['a date after the round', { dueOn: '2026-12-01' }, 'clarification_due']
	])('%s', (_case, question, code) => {
		setStatus('submitted');
		expect(ask(question)).toMatchObject({ kind: 'invalid', fault: { code } });
		expect(statusAndSteps()).toEqual(['submitted']);
		expect(small.db.select().from(auditLog).where(like(auditLog.action, 'clarification.%')).all()).toEqual([]);
	});

	test('a question once the round is published', () => {
		setStatus('in_review');
		publishRound(small.db, 'uji', NOW);
		expect(ask()).toMatchObject({ kind: 'refused', refusal: 'round_not_open' });
	});

	test('a step that another person has overtaken; the person is told who wrote', () => {
		setStatus('in_review');
		const id = idOf(ask());
		take(id, 'answer', PEOPLE.pacitan);
		expect(take(id, 'withdraw', PEOPLE.asesor)).toEqual({
			kind: 'overtaken',
			last: { n: 2, kind: 'answer', by: 'PACITAN', at: NOW + DAY }
		});
	});

	test('the same request twice is once', () => {
		setStatus('in_review');
		const question = { requestId: 'tanya-sekali', indicator: 'A1', body: 'Apa?', dueOn: null };
		expect([ask(question), ask(question)]).toEqual(Array(2).fill({ kind: 'done', id: 'tanya-sekali' }));
		const answer = { requestId: 'jawab-sekali' };
		expect([1, 2].map(() => take('tanya-sekali', 'answer', PEOPLE.pacitan, answer).kind)).toEqual(['done', 'done']);
		expect(listThreads(small.db, assessmentOf('35.01').id, NOW)).toMatchObject([
			{ messages: [{ kind: 'ask' }, { kind: 'answer' }] }
		]);
	});
});

describe('who may', () => {
	test('ask and settle: the assigned assessor and the reviewer; answer: the region', () => {
		setStatus('in_review');
		const { asesor, reviewer, pacitan: region, surabaya, gubernur, admin } = PEOPLE;
		for (const other of [region, surabaya, gubernur, admin]) expect(ask({}, other)).toEqual({ kind: 'forbidden' });
		expect(ask({}, asesor, { ...pacitan, region: '35.78' })).toEqual({ kind: 'forbidden' });
		const id = idOf(ask({}, reviewer));
		for (const other of [asesor, reviewer, surabaya, gubernur, admin])
			expect(take(id, 'answer', other)).toEqual({ kind: 'forbidden' });
		expect(take(id, 'withdraw', region)).toEqual({ kind: 'forbidden' });
		expect(take(id, 'answer', region).kind).toBe('done');
		expect(take(id, 'settle', asesor, { seen: 2 }).kind).toBe('done');
		expect(
			stepClarification({ db: small.db, actor: region, now: NOW }, 'lain', id, {
				requestId: 'langkah-lain',
				step: 'answer',
				body: 'x',
				dueOn: null,
				seen: 3
			})
		).toEqual({ kind: 'missing' });
	});

	test('each sees the own only, and counts what waits for the person', () => {
		setStatus('in_review');
		setStatus('in_review', '35.78');
		small.db
			.insert(assignments)
			.values({ roundId: findRound(small.db, 'uji')!.id, regionCode: '35.78', userId: 'asesor' })
			.run();
		const answered = idOf(ask());
		take(answered, 'answer', PEOPLE.pacitan);
		ask({ indicator: 'B1', dueOn: '2026-10-01' });
		ask({ indicator: 'A2' }, PEOPLE.reviewer, { ...pacitan, region: '35.78' });
		ask({ indicator: 'A1' }, PEOPLE.asesor, clinic);
		const round = findRound(small.db, 'uji')!;
		const later = NOW + 3 * DAY;
		const seen = (viewer: Viewer) =>
			listClarifications({ db: small.db, actor: viewer, locale: 'id', now: later }, round).map(
				({ region, agency, indicator, mine }) => `${agency?.id ?? region.code} ${indicator}${mine ? ' mine' : ''}`
			);
		expect(seen(PEOPLE.pacitan)).toEqual(['35.01 B1 mine', '35.01 A1']);
		expect(seen(PEOPLE.surabaya)).toEqual(['35.78 A2 mine', 'opd-dinkes A1']);
		expect(seen(PEOPLE.dinkes)).toEqual(['opd-dinkes A1 mine']);
		expect(seen(PEOPLE.asesor)[0]).toBe('35.01 A1 mine');
		expect(seen(PEOPLE.admin)).toHaveLength(4);
		expect(seen(PEOPLE.gubernur)).toEqual([]);
		const count = (viewer: Viewer) => countOpenClarifications(small.db, viewer, round, later);
		expect(count(PEOPLE.pacitan)).toEqual({ open: 2, mine: 1, overdue: 1 });
		expect(count(PEOPLE.asesor)).toEqual({ open: 4, mine: 1, overdue: 1 });
		expect(count(PEOPLE.gubernur)).toEqual({ open: 0, mine: 0, overdue: 0 });
	});
});

test('the audit log keeps every message with its place', () => {
	setStatus('in_review');
	const id = idOf(ask());
	take(id, 'answer', PEOPLE.pacitan);
	const entries = small.db.select().from(auditLog).where(like(auditLog.action, 'clarification.%')).all();
	expect(entries.map(({ action, subject, before, after }) => [action, subject, before, after])).toEqual([
		[
			'clarification.ask',
			'uji/35.01/A1/clarification',
			null,
			'{"state":"asked","dueOn":"2026-10-08","body":"Di mana lampirannya?"}'
		],
		[
			'clarification.answer',
			'uji/35.01/A1/clarification',
			'{"state":"asked"}',
			'{"state":"answered","body":"Lampiran II."}'
		]
	]);
});
