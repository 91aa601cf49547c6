import { describe, expect, test } from 'vitest';
import {
	CLARIFICATION_STATES,
	CLARIFICATION_STEPS,
	type ClarificationState,
	type ClarificationStep,
	dueDates,
	isOverdue,
	moveClarification
} from './clarification-machine.ts';

const said = { assessment: 'clarification', body: 'Lampiran II halaman 4.' } as const;

describe('steps of a clarification', () => {
	const legal: [ClarificationState, ClarificationStep, ClarificationState][] = [
		['asked', 'answer', 'answered'],
		['answered', 'answer', 'answered'],
		['asked', 'ask_again', 'asked'],
		['answered', 'ask_again', 'asked'],
		['answered', 'settle', 'settled'],
		['asked', 'withdraw', 'settled']
	];
	test.each(legal)('%s –%s→ %s', (from, step, to) => {
		expect(moveClarification(from, step, said)).toEqual({ state: to });
	});

	test('every other step is refused', () => {
		for (const from of CLARIFICATION_STATES)
			for (const step of CLARIFICATION_STEPS)
				if (!legal.some(([f, s]) => f === from && s === step))
					expect(moveClarification(from, step, said), `${from} ${step}`).toEqual({ refusal: 'clarification_state' });
	});

	test.each([
		['asked', 'answer', { ...said, body: ' \n' }, 'clarification_body_missing'],
		['answered', 'ask_again', { ...said, body: '' }, 'clarification_body_missing'],
		['asked', 'answer', { ...said, assessment: 'assessed' }, 'clarification_locked'],
		['answered', 'settle', { ...said, assessment: 'final' }, 'clarification_locked']
	] as const)('%s: %s with %j is refused as %s', (from, step, context, refusal) => {
		expect(moveClarification(from, step, context)).toEqual({ refusal });
	});

	test('what is clear is settled without a word', () => {
		expect(moveClarification('answered', 'settle', { ...said, body: '' })).toEqual({ state: 'settled' });
	});
});

test.each([
	[
		'well before the end',
		'2026-11-03',
		'2026-11-30',
		{ first: '2026-11-03', last: '2026-11-30', preset: '2026-11-10' }
	],
	['in the last days', '2026-11-27', '2026-11-30', { first: '2026-11-27', last: '2026-11-30', preset: '2026-11-30' }],
	['after the end', '2026-12-28', '2026-11-30', { first: '2026-12-28', last: '2027-01-04', preset: '2027-01-04' }]
])('due dates %s of the round', (_case, today, endsOn, expected) => {
	expect(dueDates(today, endsOn)).toEqual(expected);
});

test('only what still waits for the region is overdue, from the day after', () => {
	expect(isOverdue({ state: 'asked', dueOn: '2026-11-10' }, '2026-11-10')).toBe(false);
	expect(isOverdue({ state: 'asked', dueOn: '2026-11-10' }, '2026-11-11')).toBe(true);
	expect(isOverdue({ state: 'answered', dueOn: '2026-11-10' }, '2026-11-11')).toBe(false);
});
