import { describe, expect, test } from 'vitest';
import { isTrackOpen, type Step, type StepContext, takeStep } from './assessment-machine.ts';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from './types.ts';

const complete: StepContext = { round: 'open', missing: { self: 0, assessor: 0 }, reason: 'salah unggah' };

describe('steps of an assessment', () => {
	const legal: [AssessmentStatus, Step, AssessmentStatus][] = [
		['not_started', 'start', 'in_progress'],
		['in_progress', 'submit', 'submitted'],
		['in_progress', 'finish', 'assessed'],
		['submitted', 'finish', 'assessed'],
		['submitted', 'reopen', 'in_progress'],
		['assessed', 'reopen', 'in_progress']
	];
	test.each(legal)('%s –%s→ %s', (from, step, to) => {
		expect(takeStep(from, step, complete)).toEqual({ status: to });
	});

	test('every other step is refused with its reason', () => {
		for (const from of ASSESSMENT_STATUSES)
			for (const step of ['start', 'submit', 'finish', 'reopen'] as const)
				if (!legal.some(([f, s]) => f === from && s === step))
					expect(takeStep(from, step, complete), `${from} ${step}`).toEqual({ refusal: 'wrong_status' });
	});

	test('nothing is submitted or finished with unanswered indicators', () => {
		expect(takeStep('in_progress', 'submit', { ...complete, missing: { self: 1, assessor: 0 } })).toEqual({
			refusal: 'self_incomplete'
		});
		expect(takeStep('submitted', 'finish', { ...complete, missing: { self: 0, assessor: 2 } })).toEqual({
			refusal: 'assessor_incomplete'
		});
	});

	test('reopening needs a reason, and every step an open round', () => {
		expect(takeStep('assessed', 'reopen', { ...complete, reason: '  ' })).toEqual({ refusal: 'reason_missing' });
		expect(takeStep('in_progress', 'submit', { ...complete, round: 'published' })).toEqual({
			refusal: 'round_not_open'
		});
	});
});

test('the region answers until it submits, the assessor until the assessment is finished', () => {
	expect(ASSESSMENT_STATUSES.filter((status) => isTrackOpen('self', status, 'open'))).toEqual([
		'not_started',
		'in_progress'
	]);
	expect(ASSESSMENT_STATUSES.filter((status) => isTrackOpen('assessor', status, 'open'))).toEqual([
		'not_started',
		'in_progress',
		'submitted'
	]);
	expect(isTrackOpen('assessor', 'in_progress', 'closed')).toBe(false);
	expect(isTrackOpen('final', 'assessed', 'open')).toBe(false);
});
