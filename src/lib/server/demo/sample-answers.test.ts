import { describe, expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import { ASSESSMENT_STEPS } from '#lib/domain/workflow/assessment-machine.ts';
import { differs, isExplained } from '#lib/domain/workflow/change-reasons.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import { assessorAssignments } from './assessor-assignments.ts';
import {
	ROUND_2025_AGE,
	ROUND_2026_AGE,
	sampleAgencyRound,
	samplePublishedRound,
	sampleRound,
	type SampleAssessment
} from './sample-answers.ts';
import { SAMPLE_AGENCIES } from './sample-agencies.ts';
import { getShipped } from '../../../../tests/support/shipped.ts';

const SEED = 2026;
const ikid = getShipped('ikid');
const form = getShipped('ikid-opd');
const round = sampleRound(ikid, EAST_JAVA, SEED);
const published = samplePublishedRound(ikid, EAST_JAVA, SEED);
const agencies = sampleAgencyRound(form, EAST_JAVA, SEED);
const count = (assessment: SampleAssessment, track: Track) =>
	assessment.answers.filter((answer) => answer.track === track).length;
const of = (code: string) => round.find(({ regionCode }) => regionCode === code)!;
const inStatus = (status: string) => round.filter((assessment) => assessment.status === status);

describe('round 2026', () => {
	test('24 are assessed, 3 in review, 3 submitted, 5 answer for themselves, 4 not started, one assessment per region', () => {
		expect(round.map(({ regionCode }) => regionCode)).toEqual(EAST_JAVA.map(({ code }) => code));
		const counts = ['assessed', 'in_review', 'clarification', 'submitted', 'self_assessment', 'not_started'].map(
			(status) => inStatus(status).length
		);
		expect(counts).toEqual([24, 2, 1, 3, 5, 4]);
		expect(of('35').status).toBe('assessed');
	});

	test('each status has the answers it must have', () => {
		for (const assessment of round) {
			const [self, assessor] = [count(assessment, 'self'), count(assessment, 'assessor')];
			if (assessment.status === 'assessed') expect([self, assessor]).toEqual([40, 40]);
			if (assessment.status === 'not_started') expect([self, assessor]).toEqual([0, 0]);
			if (assessment.status === 'submitted') expect([self, assessor]).toEqual([40, 0]);
			if (assessment.status === 'in_review') expect([self, assessor > 0 && assessor < 40]).toEqual([40, true]);
			if (assessment.status !== 'self_assessment') continue;
			expect(self).toBeGreaterThanOrEqual(12);
			expect(self).toBeLessThanOrEqual(32);
			expect(assessor).toBe(0);
		}
	});

	test('Pacitan is under way, Surabaya partly assessed', () => {
		expect(of('35.01').status).toBe('self_assessment');
		expect(of('35.78').status).toBe('in_review');
		expect(count(of('35.78'), 'assessor')).toBeGreaterThan(10);
	});

	test('every assessment took the steps that lead to its status, each where the state machine allows it', () => {
		for (const { status, statusDaysAgo, steps } of [...round, ...published, ...agencies]) {
			let at: AssessmentStatus = 'not_started';
			for (const { step, to } of steps) {
				expect(ASSESSMENT_STEPS[step].from, step).toContain(at);
				at = to;
			}
			expect(at).toBe(status);
			expect(steps.at(-1)?.daysAgo ?? null).toBe(statusDaysAgo);
			expect(steps.map(({ daysAgo }) => daysAgo)).toEqual(steps.map(({ daysAgo }) => daysAgo).sort((a, b) => b - a));
		}
	});

	test('a level that differs from the region’s own says why', () => {
		for (const { answers } of round) {
			const self = new Map(answers.filter((a) => a.track === 'self').map((a) => [a.indicator, a]));
			for (const answer of answers.filter((a) => a.track === 'assessor'))
				expect(isExplained(answer), answer.indicator).toBe(differs(answer, self.get(answer.indicator)));
		}
	});

	test('nothing is written before the round began, nor an assessment before its submission', () => {
		for (const { answers, status, statusDaysAgo } of round) {
			for (const { daysAgo } of answers) {
				expect(Number.isInteger(daysAgo)).toBe(true);
				expect(daysAgo).toBeGreaterThanOrEqual(0);
				expect(daysAgo).toBeLessThanOrEqual(ROUND_2026_AGE);
			}
			const days = (track: Track) => answers.filter((answer) => answer.track === track).map(({ daysAgo }) => daysAgo);
			if (status === 'assessed') expect(Math.min(...days('self'))).toBeGreaterThan(Math.max(...days('assessor')));
			if (status === 'assessed') expect(statusDaysAgo).toBe(Math.min(...days('assessor')));
			if (status === 'submitted') expect(statusDaysAgo).toBe(Math.min(...days('self')));
			if (status === 'not_started') expect(statusDaysAgo).toBeNull();
		}
	});

	test('the two tracks of an assessed region differ in places, so there is something to discuss', () => {
		for (const { answers } of inStatus('assessed')) {
			const self = new Map(answers.filter((a) => a.track === 'self').map((a) => [a.indicator, a.level]));
			const differing = answers.filter((a) => a.track === 'assessor' && self.get(a.indicator) !== a.level);
			expect(differing.length).toBeGreaterThan(2);
		}
	});
});

test('round 2025 is assessed everywhere, by assessors alone, inside its 13 weeks', () => {
	expect(published).toHaveLength(39);
	for (const assessment of published) {
		expect(assessment.status).toBe('final');
		expect([count(assessment, 'self'), count(assessment, 'assessor')]).toEqual([0, 40]);
		for (const { daysAgo } of assessment.answers) {
			expect(daysAgo).toBeLessThanOrEqual(ROUND_2025_AGE);
			expect(daysAgo).toBeGreaterThanOrEqual(ROUND_2025_AGE - 91);
		}
	}
});

describe('agencies', () => {
	test('eight of the province and four of Surabaya, each with its own id', () => {
		expect(SAMPLE_AGENCIES.filter(({ regionCode }) => regionCode === '35')).toHaveLength(8);
		expect(SAMPLE_AGENCIES.filter(({ regionCode }) => regionCode === '35.78')).toHaveLength(4);
		expect(new Set(SAMPLE_AGENCIES.map(({ id }) => id)).size).toBe(12);
	});

	test('every state occurs and Dinas Kesehatan of the province has answered half', () => {
		expect(new Set(agencies.map(({ status }) => status)).size).toBe(4);
		const dinkes = agencies.find(({ agencyId }) => agencyId === 'dinkes-35')!;
		expect(dinkes.status).toBe('self_assessment');
		expect(count(dinkes, 'self')).toBe(6);
	});

	test('those assessed or submitted have answered every indicator', () => {
		for (const assessment of agencies) {
			if (!['assessed', 'submitted'].includes(assessment.status)) continue;
			expect(count(assessment, 'self')).toBe(12);
			expect(count(assessment, 'assessor')).toBe(assessment.status === 'assessed' ? 12 : 0);
		}
	});
});

test('every answer has a level or a permitted "not applicable", and a written reason without gaps', () => {
	const permitted = new Set(
		ikid.domains.flatMap(({ indicators }) => indicators.filter((i) => i.mayNotApply)).map(({ code }) => code)
	);
	for (const { answers } of [...round, ...published, ...agencies]) {
		for (const { indicator, level, notApplicable, justification } of answers) {
			expect(notApplicable).toBe(level === null);
			if (notApplicable) expect(permitted).toContain(indicator);
			expect(justification).not.toMatch(/[{}]|undefined|NaN/);
			expect(justification.length, justification).toBeGreaterThanOrEqual(60);
			expect(justification.length, justification).toBeLessThanOrEqual(600);
		}
		expect(new Set(answers.map((answer) => `${answer.track} ${answer.indicator}`)).size).toBe(answers.length);
	}
});

test('the same seed gives the same rounds', () => {
	expect(sampleRound(ikid, EAST_JAVA, SEED)).toEqual(round);
	expect(samplePublishedRound(ikid, EAST_JAVA, SEED)).toEqual(published);
	expect(sampleAgencyRound(form, EAST_JAVA, SEED)).toEqual(agencies);
});

describe('assessors', () => {
	const assigned = assessorAssignments(EAST_JAVA);

	test('six of them share all regions, six or seven each, none twice', () => {
		expect(Object.keys(assigned)).toEqual(['asesor1', 'asesor2', 'asesor3', 'asesor4', 'asesor5', 'asesor6']);
		for (const codes of Object.values(assigned)) expect([6, 7]).toContain(codes.length);
		expect(Object.values(assigned).flat().sort()).toEqual(EAST_JAVA.map(({ code }) => code).sort());
	});

	test('asesor1 has Pacitan and a region that nobody has begun', () => {
		expect(assigned.asesor1).toContain('35.01');
		expect(assigned.asesor1!.some((code) => of(code).status === 'not_started')).toBe(true);
	});
});
