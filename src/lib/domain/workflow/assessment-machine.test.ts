import { describe, expect, test } from 'vitest';
import {
	isEvidenceOpen,
	isTrackOpen,
	type Step,
	type StepContext,
	STEPS,
	stepOfAnswer,
	takeStep
} from './assessment-machine.ts';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from './types.ts';

const free: StepContext = {
	round: 'open',
	missing: { self: 0, assessor: 0 },
	unevidenced: { self: 0, assessor: 0 },
	unexplained: 0,
	openClarifications: 0,
	askedClarifications: 0,
	openDisputes: 0,
	reason: 'salah unggah'
};
const roundOf = (step: Step) => (step === 'finalise' ? 'plenary' : 'open');

describe('steps of an assessment', () => {
	const legal: [AssessmentStatus, Step, AssessmentStatus][] = [
		['not_started', 'start', 'self_assessment'],
		['self_assessment', 'submit', 'submitted'],
		['not_started', 'begin_review', 'in_review'],
		['submitted', 'begin_review', 'in_review'],
		['self_assessment', 'assess_directly', 'in_review'],
		['in_review', 'ask', 'clarification'],
		['clarification', 'ask', 'clarification'],
		['clarification', 'answer', 'in_review'],
		['clarification', 'withdraw', 'in_review'],
		['in_review', 'finish', 'assessed'],
		['assessed', 'finalise', 'final'],
		['submitted', 'return', 'self_assessment'],
		['in_review', 'return', 'self_assessment'],
		['clarification', 'return', 'self_assessment'],
		['assessed', 'reopen', 'in_review'],
		['final', 'reopen', 'in_review']
	];
	test.each(legal)('%s –%s→ %s', (from, step, to) => {
		expect(takeStep(from, step, { ...free, round: roundOf(step) })).toEqual({ status: to });
	});

	test('every other step is refused with its reason', () => {
		for (const from of ASSESSMENT_STATUSES)
			for (const step of STEPS)
				if (!legal.some(([f, s]) => f === from && s === step))
					expect(takeStep(from, step, { ...free, round: roundOf(step) }), `${from} ${step}`).toEqual({
						refusal: 'wrong_status'
					});
	});

	test.each([
		['self_assessment', 'submit', { missing: { self: 1, assessor: 0 } }, 'self_incomplete'],
		['self_assessment', 'submit', { unevidenced: { self: 1, assessor: 0 } }, 'self_unevidenced'],
		['self_assessment', 'assess_directly', { reason: ' ' }, 'reason_missing'],
		['clarification', 'answer', { askedClarifications: 1 }, 'clarifications_asked'],
		['clarification', 'withdraw', { askedClarifications: 1 }, 'clarifications_asked'],
		['in_review', 'finish', { missing: { self: 0, assessor: 2 } }, 'assessor_incomplete'],
		['in_review', 'finish', { unevidenced: { self: 0, assessor: 1 } }, 'assessor_unevidenced'],
		['in_review', 'finish', { unexplained: 1 }, 'unexplained_changes'],
		['in_review', 'finish', { openClarifications: 1 }, 'clarifications_open'],
		['assessed', 'finalise', { round: 'plenary', openDisputes: 1 }, 'disputes_open'],
		['assessed', 'finalise', { round: 'open' }, 'round_not_in_plenary'],
		['submitted', 'return', { reason: '' }, 'reason_missing'],
		['assessed', 'reopen', { reason: '  ' }, 'reason_missing'],
		['self_assessment', 'submit', { round: 'plenary' }, 'round_not_open'],
		['in_review', 'finish', { round: 'published' }, 'round_not_open']
	] as const)('%s: %s with %j is refused as %s', (from, step, hindrance, refusal) => {
		expect(takeStep(from, step, { ...free, ...hindrance })).toEqual({ refusal });
	});
});

test('the region answers until it submits, the assessor until the assessment is finished, the plenary after that', () => {
	expect(ASSESSMENT_STATUSES.filter((status) => isTrackOpen('self', status, 'open'))).toEqual([
		'not_started',
		'self_assessment'
	]);
	expect(ASSESSMENT_STATUSES.filter((status) => !isTrackOpen('assessor', status, 'open'))).toEqual([
		'assessed',
		'final'
	]);
	expect(ASSESSMENT_STATUSES.filter((status) => isTrackOpen('final', status, 'plenary'))).toEqual(['assessed']);
	expect(isTrackOpen('final', 'assessed', 'open')).toBe(false);
	expect(isTrackOpen('self', 'self_assessment', 'plenary')).toBe(false);
	expect(isTrackOpen('assessor', 'in_review', 'closed')).toBe(false);
});

test('evidence added after submission counts as late, and none is taken once the assessment is finished', () => {
	expect(isEvidenceOpen('self', 'self_assessment', 'open')).toBe('open');
	expect(isEvidenceOpen('self', 'clarification', 'open')).toBe('late');
	expect(isEvidenceOpen('self', 'assessed', 'open')).toBe('locked');
	expect(isEvidenceOpen('self', 'submitted', 'published')).toBe('locked');
	expect(isEvidenceOpen('assessor', 'in_review', 'open')).toBe('open');
});

test.each([
	['self', 'not_started', 'start'],
	['self', 'self_assessment', null],
	['assessor', 'not_started', 'begin_review'],
	['assessor', 'self_assessment', null],
	['assessor', 'submitted', 'begin_review'],
	['assessor', 'in_review', null],
	['final', 'assessed', null]
] as const)('a first answer on the track %s while %s brings the step %s', (track, status, step) => {
	expect(stepOfAnswer(track, status)).toBe(step);
});
