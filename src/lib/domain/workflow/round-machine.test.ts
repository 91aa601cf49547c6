import { expect, test } from 'vitest';
import { isFarEnough, lastDay, ROUND_STEPS, type RoundStep, takeRoundStep } from './round-machine.ts';
import { ROUND_STATUSES, type RoundStatus } from './types.ts';

const finished = { unfinished: [], confirmed: [], reason: 'terlalu dini' };

const legal: [RoundStatus, RoundStep, RoundStatus][] = [
	['draft', 'open', 'open'],
	['open', 'convene', 'plenary'],
	['plenary', 'resume', 'open'],
	['plenary', 'publish', 'published'],
	['published', 'close', 'closed']
];

test.each(legal)('%s –%s→ %s', (from, step, to) => {
	expect(takeRoundStep(from, step, finished)).toEqual({ status: to });
});

test('every other step is refused', () => {
	for (const from of ROUND_STATUSES)
		for (const step of ROUND_STEPS)
			if (!legal.some(([f, s]) => f === from && s === step))
				expect(takeRoundStep(from, step, finished), `${from} ${step}`).toEqual({ refusal: 'wrong_status' });
});

test.each([
	['none is confirmed', ['35.01', '35.78'], [], { refusal: 'unfinished_regions' }],
	['one of two is confirmed', ['35.01', '35.78'], ['35.78'], { refusal: 'unfinished_regions' }],
	['all are confirmed', ['35.01', '35.78'], ['35.78', '35.01'], { status: 'published' }],
	['one that is finished by now was confirmed too', ['35.01'], ['35.78', '35.01'], { status: 'published' }]
])('publishing with unfinished regions where %s', (_case, unfinished, confirmed, expected) => {
	expect(takeRoundStep('plenary', 'publish', { ...finished, unfinished, confirmed })).toEqual(expected);
});

test('the plenary is not left without a reason', () => {
	expect(takeRoundStep('plenary', 'resume', { ...finished, reason: ' ' })).toEqual({ refusal: 'reason_missing' });
});

test('the plenary asks for assessed regions, publication for final ones', () => {
	expect([isFarEnough('convene', 'in_review'), isFarEnough('convene', 'assessed')]).toEqual([false, true]);
	expect([isFarEnough('publish', 'assessed'), isFarEnough('publish', 'final')]).toEqual([false, true]);
});

test('a round of thirteen weeks ends on the day before the same weekday', () => {
	expect(lastDay('2026-03-02')).toBe('2026-05-31'); // Monday to Sunday
	expect(lastDay('2026-03-02', 1)).toBe('2026-03-08');
});
