import { eq, getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fillSmallRound, NOW, withSmallRound } from '../../../../../tests/support/small-round.ts';
import {
	answersByAssessment,
	assessmentByKey,
	assignedRegions,
	auditHeadNow,
	insertAnswerWrite,
	putAnswerRow,
	raiseAssessment,
	raiseRound,
	regionByCode,
	roundByCode,
	ROUND_COLUMNS,
	sessionWithUser,
	userOfToken,
	versionById,
	VERSION_COLUMNS,
	writeByRequest
} from './hot-queries.ts';
import { openDatabase } from './open.ts';
import {
	answers,
	answerWrites,
	apiTokens,
	assessments,
	auditHead,
	instrumentVersions,
	regions,
	rounds,
	sessions,
	users
} from './schema.ts';

const small = withSmallRound();

const answer: typeof answers.$inferSelect = {
	assessmentId: 1,
	indicator: 'A1',
	track: 'self',
	level: null,
	notApplicable: true,
	justification: 'Tidak berlaku.',
	evidenceWaiver: '',
	changeReason: null,
	changeNote: '',
	version: 1,
	firstAt: NOW,
	updatedAt: NOW,
	updatedBy: 'asesor'
};

test('every row is read as Drizzle reads it', () => {
	const { db } = small;
	db.insert(answers)
		.values([answer, { ...answer, indicator: 'A2' }])
		.run();
	const write = { requestId: 'r', userId: 'asesor', assessmentId: 1, indicator: 'A1', track: 'self' as const };
	db.insert(answerWrites)
		.values({ ...write, response: '{}', at: NOW })
		.run();
	const row = db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const round = db.select(ROUND_COLUMNS).from(rounds).get()!;
	const region = db.select().from(regions).where(eq(regions.code, '35.01')).get()!;
	const version = db
		.select(VERSION_COLUMNS)
		.from(instrumentVersions)
		.where(eq(instrumentVersions.id, row.instrumentId))
		.get()!;
	expect(assessmentByKey.get(db, { round: 'uji', region: '35.01', agency: '' })).toEqual({
		...{ row, round, region, version }
	});
	expect(regionByCode.get(db, { code: '35.01' })).toEqual(region);
	expect(roundByCode.get(db, { code: 'uji' })).toEqual(round);
	expect(versionById.get(db, { id: version.id })).toEqual(version);
	expect(answersByAssessment.all(db, { assessmentId: 1 })).toEqual(db.select().from(answers).all());
	expect(writeByRequest.get(db, { requestId: 'r' })).toEqual(db.select().from(answerWrites).get());
	const { seq, hash } = auditHead;
	expect(auditHeadNow.get(db, {})).toEqual(db.select({ seq, hash }).from(auditHead).get());
	expect(assignedRegions.all(db, { userId: 'asesor', roundId: round.id })).toEqual(['35.01']);
	expect(roundByCode.get(db, { code: 'tidak ada' })).toBeUndefined();
});

test('a person is found by session and by token, with whether the account is active', () => {
	const { db } = small;
	const { id, username, displayName, role, regionCode, agencyId, active } = users;
	const person = db
		.select({ id, username, displayName, role, regionCode, agencyId, active })
		.from(users)
		.where(eq(id, 'asesor'))
		.get();
	db.insert(sessions).values({ id: 's', userId: 'asesor', expiresAt: 7 }).run();
	db.insert(apiTokens).values({ tokenHash: 't', userId: 'asesor', createdAt: NOW }).run();
	expect(sessionWithUser.get(db, { id: 's' })).toEqual({ expiresAt: 7, user: person });
	expect(userOfToken.get(db, { tokenHash: 't' })).toEqual(person);
	db.update(users).set({ active: false }).run();
	expect(userOfToken.get(db, { tokenHash: 't' })?.active).toBe(false);
});

test('an answer is written over the one of the same indicator and track, in every column', () => {
	const { db } = small;
	putAnswerRow(db, answer);
	const changed = {
		...answer,
		level: 3,
		notApplicable: false,
		justification: 'Perbup',
		evidenceWaiver: 'x',
		changeReason: 'other' as never,
		changeNote: 'y',
		version: 2,
		firstAt: 1,
		updatedAt: 2,
		updatedBy: 'pacitan'
	};
	expect(Object.keys(getTableColumns(answers)).filter((name) => !(name in changed))).toEqual([]);
	putAnswerRow(db, changed);
	expect(db.select().from(answers).all()).toEqual([changed]);
});

test('a revision goes up by one, of one row', () => {
	const { db } = small;
	raiseAssessment(db, { id: 2 });
	raiseRound(db, { id: 1 });
	expect(
		db
			.select()
			.from(assessments)
			.all()
			.map(({ id, revision }) => [id, revision])
	).toContainEqual([2, 1]);
	expect(db.select().from(assessments).where(eq(assessments.id, 1)).get()?.revision).toBe(0);
	expect(roundByCode.get(db, { code: 'uji' })?.revision).toBe(1);
});

test('answers what is stored at the time of the call, of the connection that it is given', () => {
	const { db } = openDatabase(':memory:');
	fillSmallRound(db);
	const nameOf = (on: typeof db) => regionByCode.get(on, { code: '35.01' })?.name;
	expect([nameOf(small.db), nameOf(db)]).toEqual(['Kabupaten Pacitan', 'Kabupaten Pacitan']);
	db.update(regions).set({ name: 'Pacitan Baru' }).where(eq(regions.code, '35.01')).run();
	expect([nameOf(small.db), nameOf(db)]).toEqual(['Kabupaten Pacitan', 'Pacitan Baru']);
});

test('works within a transaction, and what is rolled back is gone', () => {
	const { db } = small;
	expect(() =>
		db.transaction((tx) => {
			putAnswerRow(tx, answer);
			expect(answersByAssessment.all(tx, { assessmentId: 1 })).toHaveLength(1);
			throw new Error('back');
		})
	).toThrow('back');
	expect(answersByAssessment.all(db, { assessmentId: 1 })).toEqual([]);
});

test('refuses a call that leaves out a value', () => {
	const { db } = small;
	expect(() => roundByCode.get(db, {} as never)).toThrow('code');
	expect(() => putAnswerRow(db, { ...answer, changeReason: undefined as never })).toThrow('changeReason');
	const write = { requestId: 'r', userId: 'asesor', assessmentId: 1, indicator: 'A1', track: 'self' as const };
	expect(() => insertAnswerWrite(db, { ...write, response: '', at: undefined as never })).toThrow('at');
});
