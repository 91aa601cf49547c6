import { expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { rounds, users } from '#lib/server/foundation/db/schema.ts';
import { openWithInstruments } from '../../../../../tests/support/database-copy.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { listAssignments, saveAssignments } from './assignments.ts';

const NOW = 1_770_000_000_000;

function aRound(status: 'draft' | 'open' | 'published' = 'open') {
	const { db } = openWithInstruments();
	const people = ['admin', 'asesor1', 'asesor2', 'pensiun'].map((id): Viewer & { active: boolean } => ({
		id,
		username: id,
		displayName: id,
		role: id === 'admin' ? 'admin' : 'assessor',
		regionCode: null,
		agencyId: null,
		active: id !== 'pensiun'
	}));
	for (const person of people)
		db.insert(users)
			.values({ ...person, passwordHash: '-', createdAt: NOW })
			.run();
	db.insert(rounds)
		.values({
			code: '2026',
			name: '2026',
			status,
			startsOn: '2026-03-02',
			endsOn: '2026-05-31',
			instrumentId: 1,
			targetClass: 'ready'
		})
		.run();
	const roundId = findRound(db, '2026')!.id;
	return { db, admin: people[0]!, assessor: people[1]!, appointments: () => listAssignments(db, roundId).appointments };
}

const surabaya1 = { regionCode: '35.78', userId: 'asesor1' };
const surabaya2 = { regionCode: '35.78', userId: 'asesor2' };
const pacitan2 = { regionCode: '35.01', userId: 'asesor2' };

test('assessors are appointed and dismissed', () => {
	const { db, admin, appointments } = aRound();
	expect(saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [], wanted: [surabaya1, pacitan2] })).toEqual({
		kind: 'saved',
		added: 2,
		removed: 0
	});
	saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [surabaya1, pacitan2], wanted: [pacitan2] });
	expect(appointments()).toEqual([pacitan2]);
});

test('a matrix that was opened earlier does not undo what someone else changed since', () => {
	const { db, admin, appointments } = aRound();
	saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [], wanted: [surabaya1] });
	// Two people saw surabaya1: one dismisses it and appoints surabaya2, the other only adds pacitan2.
	saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [surabaya1], wanted: [surabaya2] });
	saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [surabaya1], wanted: [surabaya1, pacitan2] });
	expect(appointments()).toEqual([pacitan2, surabaya2]);
});

test('where regions must be as the person saw them, a change in between stops everything', () => {
	const { db, admin, appointments } = aRound();
	saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [], wanted: [surabaya1, pacitan2] });
	const seen = [surabaya1];
	const wanted = [surabaya2];
	saveAssignments({ db, actor: admin, now: NOW }, '2026', {
		seen: [],
		wanted: [{ regionCode: '35.78', userId: 'asesor2' }]
	});
	expect(saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen, wanted, unchanged: ['35.78'] })).toEqual({
		kind: 'overtaken',
		regionCode: '35.78'
	});
	expect(appointments()).toEqual([pacitan2, surabaya1, surabaya2]);
	const fresh = { seen: [surabaya1, surabaya2], wanted: [surabaya2], unchanged: ['35.78'] };
	expect(saveAssignments({ db, actor: admin, now: NOW }, '2026', fresh)).toMatchObject({ kind: 'saved', removed: 1 });
});

test('sending the same form twice is the same as once', () => {
	const { db, admin, appointments } = aRound();
	const change = { seen: [surabaya1], wanted: [pacitan2] };
	saveAssignments({ db, actor: admin, now: NOW }, '2026', change);
	expect(saveAssignments({ db, actor: admin, now: NOW }, '2026', change)).toEqual({
		kind: 'saved',
		added: 0,
		removed: 0
	});
	expect(appointments()).toEqual([pacitan2]);
});

test.each([
	['no assessor', { regionCode: '35.78', userId: 'admin' }],
	['no longer active', { regionCode: '35.78', userId: 'pensiun' }],
	['for no region', { regionCode: '99.99', userId: 'asesor1' }]
])('one who is %s cannot be appointed, and nothing else is written', (_case, appointment) => {
	const { db, admin, appointments } = aRound();
	const wanted = [surabaya1, appointment];
	expect(saveAssignments({ db, actor: admin, now: NOW }, '2026', { seen: [], wanted })).toEqual({
		kind: 'unknown',
		appointment
	});
	expect(appointments()).toEqual([]);
});

test('only an administrator appoints, and only while the round is not over', () => {
	const { db, assessor } = aRound();
	expect(saveAssignments({ db, actor: assessor, now: NOW }, '2026', { seen: [], wanted: [surabaya1] })).toEqual({
		kind: 'forbidden'
	});
	const over = aRound('published');
	expect(
		saveAssignments({ db: over.db, actor: over.admin, now: NOW }, '2026', { seen: [], wanted: [surabaya1] })
	).toEqual({
		kind: 'locked',
		status: 'published'
	});
});
