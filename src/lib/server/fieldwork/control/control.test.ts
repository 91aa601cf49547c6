import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import { type Connection, type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import {
	answers,
	assessments,
	assignments,
	clarifications,
	milestones,
	rounds,
	users
} from '#lib/server/foundation/db/schema.ts';
import { seedDemoData } from '#lib/server/demo/seed-database.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { chooseRegions, parseControlChoice } from './control-choice.ts';
import { readControl } from './read-control.ts';
import { applyMoves, readWhatIf } from './what-if.ts';

const NOW = Date.UTC(2026, 10, 24, 7);
const DAY = 86_400_000;
let connection: Connection;
let db: Db;

beforeAll(async () => {
	connection = openDatabase(':memory:');
	db = connection.db;
	await seedDemoData(db, NOW);
	return () => connection.close();
}, 60_000); // seeding hashes a password and writes two rounds

const round = () => findRound(db, '2026')!;
const control = (now = NOW) => readControl(db, round(), now);
const region = (code: string) => control().regions.find((one) => one.code === code)!;
const admin: Viewer = {
	id: 'demo-admin',
	username: 'admin',
	displayName: 'Admin',
	role: 'admin',
	regionCode: null,
	agencyId: null
};
const tryOut = (query: string) => readWhatIf(db, round(), new URLSearchParams(query), NOW);
/** Runs on a copy of the present state and takes everything back. */
function undone(act: () => void): void {
	const back = new Error('taken back');
	try {
		db.transaction((tx) => {
			const outside = db;
			db = tx;
			try {
				act();
			} finally {
				db = outside;
			}
			throw back;
		});
	} catch (error) {
		if (error !== back) throw error;
	}
}

describe('the sample round in week 9', () => {
	test('is behind its plan and would end after the deadline', () => {
		const { week, weeks, daysLeft, done, planned, outlook, lateIfPaceStays } = control();
		expect([week, weeks, daysLeft]).toEqual([9, 13, 31]);
		expect(done).toBeGreaterThan(0.6);
		expect(planned - done).toBeGreaterThan(0.03);
		expect(outlook).toMatchObject({ kind: 'date', unforeseen: 0 });
		expect((outlook as { daysLate: number }).daysLate).toBeGreaterThan(0);
		expect(lateIfPaceStays).toBeGreaterThan(0);
	});

	test('has a curve that begins in the second or third week and rises in every week since', () => {
		const { curve } = control();
		const share = (day: number) => curve.done.find((point) => point.day === day)!.share;
		expect(share(6)).toBeLessThan(0.01);
		expect(share(20)).toBeGreaterThan(0.01);
		for (let day = 13; day + 7 < 60; day += 7) expect(share(day + 7)).toBeGreaterThan(share(day) + 0.02);
		expect(curve.forecast[0]!.middle).toBeCloseTo(share(59), 9);
	});

	test('shows assessors of differing pace, the busiest first', () => {
		const { assessors } = control();
		const paces = assessors.map(({ pace }) => pace!);
		expect(Math.max(...paces)).toBeGreaterThan(1.5 * Math.min(...paces));
		const weeks = assessors.map(({ left, pace }) => left / pace!);
		expect(weeks).toEqual(weeks.toSorted((a, b) => b - a));
		expect(assessors.reduce((sum, one) => sum + one.assessed, 0)).toBe(24);
	});

	test('counts agencies apart', () => {
		const { agencies, regions } = control();
		expect(regions).toHaveLength(39);
		expect(agencies!.total).toBe(12);
		expect(agencies!.assessed).toBeLessThan(12);
	});
});

describe('why a region is late', () => {
	test('one that never began waits for the region since the round began', () => {
		expect(region('35.12')).toMatchObject({
			status: 'not_started',
			waitsFor: 'region',
			since: round().startsOn,
			waitingDays: 59,
			done: 0
		});
		expect(region('35.12').reasons).toContain('self_overdue');
	});

	test('an assessed one waits for the plenary and is not late', () => {
		expect(region('35.02')).toMatchObject({ waitsFor: 'plenary', reasons: [], forecast: null, done: 1 });
	});

	test('a clarification counts from the day after it was due, until it is answered', () => {
		undone(() => {
			db.update(clarifications).set({ dueOn: '2999-12-31' }).run();
			const { id } = db
				.select()
				.from(assessments)
				.where(and(eq(assessments.roundId, round().id), eq(assessments.regionCode, '35.09')))
				.get()!;
			const asked = { assessmentId: id, askedBy: 'demo-asesor6', askedAt: NOW - 9 * DAY, changedAt: NOW - 9 * DAY };
			db.insert(clarifications)
				.values([
					{ ...asked, id: 'a', indicator: 'A1', state: 'asked', dueOn: '2026-11-23' },
					{ ...asked, id: 'b', indicator: 'A2', state: 'asked', dueOn: '2026-11-24' },
					{ ...asked, id: 'c', indicator: 'A3', state: 'answered', dueOn: '2026-11-20' }
				])
				.run();
			expect(region('35.09')).toMatchObject({ waitsFor: 'region', overdueClarifications: 1 });
			expect(region('35.09').reasons).toContain('clarification_overdue');
		});
	});

	test('one without an assessor cannot be foreseen, and the whole says that it leaves it out', () => {
		undone(() => {
			db.delete(assignments).where(eq(assignments.regionCode, '35.12')).run();
			expect(region('35.12')).toMatchObject({ assessors: [], forecast: null });
			expect(region('35.12').reasons).toContain('no_assessor');
			expect(control().outlook).toMatchObject({ kind: 'date', unforeseen: 1 });
		});
	});

	test('milestones move the plan', () => {
		undone(() => {
			const roundId = round().id;
			db.delete(milestones).run();
			const plain = control();
			const endsOn = '2026-11-30';
			db.insert(milestones)
				.values({ id: 'pleno', roundId, kind: 'plenary', startsOn: endsOn, endsOn, changedAt: NOW })
				.run();
			expect(control().planEnds).toBe('2026-11-29');
			expect(control().planned).toBeGreaterThan(plain.planned);
		});
	});
});

test('nothing done means no date; a finished round says when it was done', () => {
	undone(() => {
		db.update(assessments).set({ status: 'not_started', statusChangedAt: null }).run();
		db.delete(answers).run();
		db.run('DELETE FROM assessment_steps');
		db.update(rounds).set({ revision: 1_000_000 }).run();
		expect(control()).toMatchObject({ done: 0, outlook: { kind: 'unknown' }, lateIfPaceStays: 39 });
	});
	const last = readControl(db, findRound(db, '2025')!, NOW);
	expect(last).toMatchObject({ done: 1, daysLeft: 0, outlook: { kind: 'done' }, lateIfPaceStays: 0 });
});

test('before the round begins there is a plan and no work', () => {
	const early = control(Date.parse(round().startsOn) - 3 * DAY);
	expect(early.day).toBe(-3);
	expect(early.planned).toBe(0);
	expect(early.curve.done).toEqual([]);
});

test('the table is filtered and sorted by its address, and unknown words fall back', () => {
	const { regions } = control();
	const codes = (query: string) =>
		chooseRegions(regions, parseControlChoice(new URLSearchParams(query))).map(({ code }) => code);
	expect(codes('show=all')).toHaveLength(39);
	expect(codes('show=open')).toHaveLength(15);
	expect(codes('show=open&waits=assessor').sort()).toEqual(['35.14', '35.17', '35.18', '35.26', '35.78']);
	expect(codes('show=all&waits=plenary')).toHaveLength(24);
	expect(codes('show=open&sort=done&order=asc')[0]).toBe('35.12');
	const waiting = chooseRegions(regions, parseControlChoice(new URLSearchParams('show=x&sort=y'))).map(
		(one) => one.waitingDays
	);
	expect(waiting).toEqual(waiting.toSorted((a, b) => b - a));
	expect(codes('show=open&sort=name').at(0)).toBe('35.26'); // Kabupaten Bangkalan
});

describe('what if', () => {
	test('a move changes load and forecast of the two concerned, and nothing is written', () => {
		const before = control();
		const tried = tryOut('35.29=asesor2&35.27=&35.02=asesor1&99=x');
		expect(tried.moves).toEqual([
			{ code: '35.29', name: 'Kabupaten Sumenep', from: ['Asesor ITS 5 (contoh)'], to: 'Asesor ITS 2 (contoh)' }
		]);
		expect(tried.query).toBe('35.29=asesor2');
		const left = (list: typeof tried.after.assessors, name: string) =>
			list.find(({ username }) => username === name)!.left;
		expect(left(tried.after.assessors, 'asesor2')).toBeCloseTo(left(tried.before.assessors, 'asesor2') + 1, 9);
		expect(left(tried.after.assessors, 'asesor5')).toBeCloseTo(left(tried.before.assessors, 'asesor5') - 1, 9);
		expect(left(tried.after.assessors, 'asesor3')).toBe(left(tried.before.assessors, 'asesor3'));
		expect(control()).toEqual(before);
	});

	test('the suggestion ends the round earlier, leaves begun regions alone, and is none once it is applied', () => {
		const tried = tryOut(tryOut('').suggestion);
		expect(tried.moves.length).toBeGreaterThan(0);
		const begun = tried.regions.filter((one) => one.begun).map(({ code }) => code);
		expect(tried.moves.filter(({ code }) => begun.includes(code))).toEqual([]);
		const [then, present] = [tried.after.outlook, tried.before.outlook] as { daysLate: number }[];
		expect(then!.daysLate).toBeLessThan(present!.daysLate - 7);
		undone(() => {
			applyMoves({ db, actor: admin, now: NOW }, '2026', tried);
			expect(tryOut('').suggestion).toBe('');
			expect(tryOut('').before.outlook).toEqual(tried.after.outlook);
		});
	});

	test('applying writes the appointments and the audit entry at once', () => {
		const tried = tryOut('35.29=asesor2&35.27=asesor3');
		undone(() => {
			expect(applyMoves({ db, actor: admin, now: NOW }, '2026', tried)).toEqual({
				kind: 'saved',
				added: 2,
				removed: 2
			});
			expect(region('35.29').assessors).toEqual(['Asesor ITS 2 (contoh)']);
			expect(listAudit(db, { action: 'round.assign' }, 1).entries[0]).toMatchObject({
				after: { added: ['35.27: asesor3', '35.29: asesor2'] },
				before: { removed: ['35.27: asesor5', '35.29: asesor5'] }
			});
			// the same page sent again
			expect(applyMoves({ db, actor: admin, now: NOW }, '2026', tried)).toMatchObject({ kind: 'overtaken' });
		});
	});

	test('nothing is applied when an appointment changed meanwhile, or the assessor is gone', () => {
		const tried = tryOut('35.29=asesor2&35.27=asesor3');
		undone(() => {
			db.update(assignments).set({ userId: 'demo-asesor1' }).where(eq(assignments.regionCode, '35.29')).run();
			expect(applyMoves({ db, actor: admin, now: NOW }, '2026', tried)).toEqual({
				kind: 'overtaken',
				regionCode: '35.29'
			});
			expect(region('35.27').assessors).toEqual(['Asesor ITS 5 (contoh)']);
		});
		undone(() => {
			db.update(users).set({ active: false }).where(eq(users.username, 'asesor3')).run();
			expect(applyMoves({ db, actor: admin, now: NOW }, '2026', tried)).toMatchObject({ kind: 'unknown' });
			expect(tryOut('35.27=asesor3').moves).toEqual([]);
		});
	});

	test('only an administrator applies', () => {
		const reviewer: Viewer = { ...admin, id: 'demo-reviewer', role: 'reviewer' };
		expect(applyMoves({ db, actor: reviewer, now: NOW }, '2026', tryOut('35.29=asesor2'))).toEqual({
			kind: 'forbidden'
		});
	});
});
