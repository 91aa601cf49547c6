import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { defaultMilestones } from '../calendar/milestones.ts';
import { ASSESSMENT_STATUSES } from '../workflow/types.ts';
import { dueReminders } from './due-reminders.ts';
import type { AssessmentFacts, RoundFacts } from './types.ts';

const SPAN = { startsOn: '2026-09-07', endsOn: '2026-12-06' }; // self-assessment until 1 November, plenary 3 December
const PACITAN: AssessmentFacts = {
	regionCode: '35.01',
	agencyId: null,
	status: 'self_assessment',
	since: '2026-09-20',
	lastReviewed: null,
	clarifications: [],
	evidence: []
};
const ROUND: RoundFacts = {
	...SPAN,
	status: 'open',
	milestones: defaultMilestones(SPAN),
	assessments: [PACITAN],
	visits: [],
	people: [
		{ id: 'admin', role: 'admin', regionCode: null, agencyId: null },
		{ id: 'penelaah', role: 'reviewer', regionCode: null, agencyId: null },
		{ id: 'asesor', role: 'assessor', regionCode: null, agencyId: null },
		{ id: 'pacitan', role: 'respondent', regionCode: '35.01', agencyId: null },
		{ id: 'malang', role: 'respondent', regionCode: '35.07', agencyId: null },
		{ id: 'opd', role: 'agency', regionCode: null, agencyId: 'opd' },
		{ id: 'gubernur', role: 'viewer', regionCode: null, agencyId: null }
	],
	assignments: [{ regionCode: '35.01', userId: 'asesor' }]
};
const on = (today: string, assessment: Partial<AssessmentFacts>, round: Partial<RoundFacts> = {}) =>
	dueReminders({ ...ROUND, ...round, assessments: [{ ...PACITAN, ...assessment }] }, today).map(
		({ userId, reason, subject, stage }) => `${userId} ${reason} ${subject} ${stage}`
	);

describe('the region', () => {
	test.each([
		['day 14', '2026-09-20', []],
		['day 15: the first after two weeks', '2026-09-21', ['pacitan not_started 35.01 week-3']],
		['the same week again', '2026-09-27', ['pacitan not_started 35.01 week-3']],
		['the next week', '2026-09-28', ['pacitan not_started 35.01 week-4']],
		['a week before the end its end is the reason', '2026-10-25', ['pacitan self_due 35.01 due-7@2026-11-01']],
		['after the end it is late', '2026-11-02', ['pacitan self_late 35.01 late-1@2026-11-01']]
	])('has not begun: %s', (_name, today, expected) => {
		expect(on(today, { status: 'not_started', since: null })).toEqual(expected);
	});

	test.each([
		['2026-10-24', null],
		['2026-10-25', 'due-7'],
		['2026-10-28', 'due-7'],
		['2026-10-29', 'due-3'],
		['2026-10-31', 'due-1'],
		['2026-11-01', 'due-1'],
		['2026-11-02', 'late-1'],
		['2026-11-08', 'late-1'],
		['2026-11-09', 'late-2']
	])('self-assessment under way on %s: %s', (today, stage) => {
		const stages = on(today, {}).map((line) => line.split(' ')[3]?.split('@')[0]);
		expect(stages).toEqual(stage === null ? [] : [stage]);
	});

	test('is left alone once it has handed in, and while the plenary sits', () => {
		expect(on('2026-11-03', { status: 'submitted', since: '2026-11-01' })).toEqual([]);
		expect(on('2026-11-03', {}, { status: 'plenary' })).toEqual([]);
	});

	test('an agency reminds its own contact, not the region', () => {
		expect(on('2026-10-25', { agencyId: 'opd' })).toEqual(['opd self_due 35.01/opd due-7@2026-11-01']);
	});

	test('a milestone that moves makes a new reminder', () => {
		const milestones = [{ kind: 'self_assessment' as const, startsOn: '2026-09-14', endsOn: '2026-11-08' }];
		expect(on('2026-11-01', {}, { milestones })).toEqual(['pacitan self_due 35.01 due-7@2026-11-08']);
	});

	test('evidence that lapses within two weeks, or has, is to be renewed', () => {
		const evidence = [
			{ id: 'e1', title: 'SK Wali Data', validUntil: '2026-10-20' },
			{ id: 'e2', title: 'MoU', validUntil: '2026-10-21' }
		];
		expect(on('2026-10-06', { evidence })).toEqual(['pacitan evidence_expiring 35.01/e1 until@2026-10-20']);
		expect(on('2026-10-06', { evidence, status: 'assessed', since: '2026-10-01' })).toEqual([]);
	});
});

describe('the assessor', () => {
	test.each([
		['2026-11-05', []],
		['2026-11-06', ['asesor awaiting_assessor 35.01 after-5@2026-11-01']],
		['2026-11-10', ['asesor awaiting_assessor 35.01 after-5@2026-11-01']],
		['2026-11-11', ['asesor awaiting_assessor 35.01 after-10@2026-11-01']]
	])('submitted on 1 November, today %s', (today, expected) => {
		expect(on(today, { status: 'submitted', since: '2026-11-01' })).toEqual(expected);
	});

	test('where a region has none, the administrator is told', () => {
		const facts = { status: 'submitted' as const, since: '2026-11-01' };
		expect(on('2026-11-06', facts, { assignments: [] })).toEqual(['admin without_assessor 35.01 after-5@2026-11-01']);
	});

	test('a review stands still seven days after the last answer, not after it began', () => {
		const facts = { status: 'in_review' as const, since: '2026-11-01' };
		expect(on('2026-11-08', { ...facts, lastReviewed: '2026-11-04' })).toEqual([]);
		expect(on('2026-11-11', { ...facts, lastReviewed: '2026-11-04' })).toEqual([
			'asesor review_stalled 35.01 stalled-7@2026-11-04'
		]);
		expect(on('2026-11-08', facts)).toEqual(['asesor review_stalled 35.01 stalled-7@2026-11-01']);
	});
});

describe('clarifications', () => {
	const asked = {
		indicator: 'A1',
		state: 'asked' as const,
		dueOn: '2026-11-10',
		changedOn: '2026-11-03',
		askedBy: 'asesor'
	};
	const status = { status: 'clarification' as const, since: '2026-11-03' };
	test.each([
		['2026-11-06', []],
		['2026-11-07', ['pacitan clarification_due 35.01/A1 due-3@2026-11-10']],
		['2026-11-10', ['pacitan clarification_due 35.01/A1 due-1@2026-11-10']],
		['2026-11-11', ['pacitan clarification_late 35.01/A1 late-1@2026-11-10']]
	])('asked until 10 November, today %s', (today, expected) => {
		expect(on(today, { ...status, clarifications: [asked] })).toEqual(expected);
	});

	test('an answer that nobody looked at for three days reminds whoever asked, once', () => {
		const answered = { ...asked, state: 'answered' as const, changedOn: '2026-11-06' };
		const facts = { status: 'in_review' as const, since: '2026-11-06', clarifications: [answered] };
		expect(on('2026-11-08', facts)).toEqual([]);
		const line = 'asesor clarification_answered 35.01/A1 after-3@2026-11-06';
		expect(on('2026-11-09', facts)).toEqual([line]);
		expect(on('2026-11-12', facts)).toEqual([line]);
	});
});

describe('the round', () => {
	test('a visit reminds who goes and who is visited, the day before', () => {
		const visits = [{ regionCode: '35.01', userId: 'asesor', visitOn: '2026-10-06', state: 'planned' as const }];
		expect(on('2026-10-04', {}, { visits })).toEqual([]);
		expect(on('2026-10-05', {}, { visits })).toEqual([
			'asesor visit_near 35.01 before@2026-10-06',
			'pacitan visit_near 35.01 before@2026-10-06'
		]);
		expect(on('2026-10-05', {}, { visits: [{ ...visits[0]!, state: 'cancelled' }] })).toEqual([]);
	});

	test('the plenary is announced to those who sit in it', () => {
		const done = { status: 'assessed' as const, since: '2026-11-20' };
		expect(on('2026-11-25', done)).toEqual([]);
		expect(on('2026-11-26', done)).toEqual([
			'admin plenary_near round before-7@2026-12-03',
			'penelaah plenary_near round before-7@2026-12-03',
			'asesor plenary_near round before-7@2026-12-03'
		]);
	});

	test('the end of the round counts what is unfinished, and is silent when nothing is', () => {
		const milestones: RoundFacts['milestones'] = [];
		const late = dueReminders({ ...ROUND, milestones, assignments: [] }, '2026-12-05');
		expect(late).toMatchObject([{ userId: 'admin', reason: 'round_due', params: { count: 1, date: '2026-12-06' } }]);
		expect(on('2026-12-05', { status: 'assessed', since: '2026-11-20' }, { milestones })).toEqual([]);
	});
});

test('whatever the round looks like, one day never gives the same reminder twice, and none to strangers', () => {
	const day = fc.integer({ min: -20, max: 120 }).map((n) => addDays(SPAN.startsOn, n));
	const assessment = fc.record({
		regionCode: fc.constantFrom('35.01', '35.07'),
		agencyId: fc.constantFrom(null, 'opd'),
		status: fc.constantFrom(...ASSESSMENT_STATUSES),
		since: fc.option(day),
		lastReviewed: fc.option(day),
		clarifications: fc.uniqueArray(
			fc.record({
				indicator: fc.constantFrom('A1', 'A2', 'B1'),
				state: fc.constantFrom('asked' as const, 'answered' as const),
				dueOn: day,
				changedOn: day,
				askedBy: fc.constantFrom('asesor', 'sudah-pergi')
			}),
			{ selector: ({ indicator }) => indicator, maxLength: 3 }
		),
		evidence: fc.constant<AssessmentFacts['evidence']>([])
	});
	const assessments = fc.uniqueArray(assessment, {
		selector: ({ regionCode, agencyId }) => `${regionCode}/${agencyId}`
	});
	const known = new Set(ROUND.people.map(({ id }) => id));
	fc.assert(
		fc.property(assessments, day, (facts, today) => {
			const due = dueReminders({ ...ROUND, assessments: facts }, today);
			const keys = due.map(({ userId, reason, subject, stage }) => [userId, reason, subject, stage].join('|'));
			expect(new Set(keys).size).toBe(keys.length);
			expect(due.every(({ userId }) => known.has(userId) && userId !== 'gubernur')).toBe(true);
		}),
		{ numRuns: 60 }
	);
});
