import { and, eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../tests/support/small-round.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { addDefaultMilestones } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import {
	answers,
	assessments,
	assignments,
	clarifications,
	doubleSamples,
	doubleScores,
	rounds
} from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { listWorkItems } from './work-items.ts';

const small = withSmallRound();
const work = (viewer: Viewer, now = NOW) =>
	listWorkItems(small.db, viewer, findRound(small.db, 'uji')!, now).map(({ kind, count, where }) => [
		kind,
		count,
		where
	]);
const move = (regionCode: string, status: 'submitted' | 'clarification') =>
	small.db
		.update(assessments)
		.set({ status, statusChangedAt: NOW })
		.where(and(eq(assessments.regionCode, regionCode), isNull(assessments.agencyId)))
		.run();

test('a region answers the question of its assessor before everything else', () => {
	expect(work(PEOPLE.pacitan)).toEqual([['unanswered', 40, 'Kab. Pacitan']]);
	move('35.01', 'clarification');
	const { id: assessmentId } = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const thread = { assessmentId, state: 'asked' as const, askedBy: 'asesor', askedAt: NOW, changedAt: NOW };
	small.db
		.insert(clarifications)
		.values([
			{ ...thread, id: 'k1', indicator: 'A1', dueOn: '2026-10-05' },
			{ ...thread, id: 'k2', indicator: 'A2', dueOn: '2026-10-09' }
		])
		.run();
	expect(work(PEOPLE.pacitan)).toEqual([['clarification_asked', 2, 'Kab. Pacitan']]);
	expect(work(PEOPLE.pacitan, Date.UTC(2026, 9, 7))).toEqual([['clarification_late', 2, 'Kab. Pacitan']]);
	expect(work(PEOPLE.surabaya)).toEqual([['unanswered', 40, 'Kota Surabaya']]);
});

test('what was submitted waits for its assessor, or for the administrator where there is none', () => {
	move('35.01', 'submitted');
	expect(work(PEOPLE.asesor)).toEqual([['submitted_waiting', 1, 'Kab. Pacitan']]);
	small.db.delete(assignments).run();
	expect(work(PEOPLE.asesor)).toEqual([]);
	expect(work(PEOPLE.admin)).toEqual([
		['submitted_unassigned', 1, ''],
		['without_assessor', 3, '']
	]);
});

test('regions are late once the milestone of self-assessment is over', () => {
	addDefaultMilestones(small.db, findRound(small.db, 'uji')!, NOW);
	const after = Date.UTC(2026, 10, 10);
	expect(work(PEOPLE.admin, after)).toContainEqual(['late_regions', 3, '']);
	expect(work(PEOPLE.pacitan, after)[0]).toEqual(['self_late', 1, 'Kab. Pacitan']);
	expect(work(PEOPLE.gubernur, after)).toEqual([]);
});

test('a sample that was closed asks nobody for a second score', () => {
	const roundId = findRound(small.db, 'uji')!.id;
	const { id: assessmentId } = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.78')).get()!;
	const sample = { id: 1, roundId, seed: 'x', regions: 1, indicators: 1, drawnAt: NOW };
	small.db.insert(doubleSamples).values(sample).run();
	small.db.insert(doubleScores).values({ sampleId: 1, assessmentId, indicator: 'A1', userId: 'asesor' }).run();
	expect(work(PEOPLE.asesor)).toEqual([['double_open', 1, '']]);
	small.db.update(doubleSamples).set({ closedAt: NOW }).run();
	expect(work(PEOPLE.asesor)).toEqual([]);
});

test('those who sit in the plenary see what is disputed, and are led to where it is decided', () => {
	const { id: assessmentId } = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const answer = { assessmentId, indicator: 'A1', justification: '', version: 1, updatedAt: NOW };
	small.db
		.insert(answers)
		.values([
			{ ...answer, track: 'self', level: 5, updatedBy: 'pacitan' },
			{ ...answer, track: 'assessor', level: 2, updatedBy: 'asesor' }
		])
		.run();
	expect(work(PEOPLE.reviewer)).toEqual([]);
	small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.id, assessmentId)).run();
	small.db.update(rounds).set({ status: 'plenary' }).run();
	const items = listWorkItems(small.db, PEOPLE.reviewer, findRound(small.db, 'uji')!, NOW);
	expect(items).toMatchObject([
		{ kind: 'disputes_open', count: 1, href: '/rounds/uji/plenary' },
		{ kind: 'assessed_waiting', count: 1, href: '/rounds/uji/plenary#regions' }
	]);
	expect(work(PEOPLE.gubernur)).toEqual([]);
});
