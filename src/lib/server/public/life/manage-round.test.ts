import { EAST_JAVA_PROFILE } from '../../../../../tests/support/east-java.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import { addAgency } from '#lib/server/places/agencies/manage-agency.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { openWithInstruments } from '../../../../../tests/support/database-copy.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import {
	createRound,
	editRound,
	listRoundSummaries,
	listUnfinished,
	moveRound,
	type RoundInput
} from './manage-round.ts';
import { readSnapshot } from '#lib/server/rounds/round/frozen-round.ts';

const NOW = Date.parse('2026-03-02T03:00:00Z');

function emptySystem() {
	const { db, client } = openWithInstruments();
	const admin = aUser(db, 'admin');
	const input: RoundInput = {
		code: '2026',
		name: 'Putaran 2026',
		startsOn: '2026-03-02',
		endsOn: '2026-05-31',
		instrumentId: findInstrument(db, 'ikid')!.id,
		agencyInstrumentId: null,
		targetClass: 'ready',
		dailyCapacity: 2
	};
	return { db, client, admin, input };
}

function aUser(db: Db, role: Viewer['role'], regionCode: string | null = null) {
	const viewer: Viewer = { id: role, username: role, displayName: `Uji ${role}`, role, regionCode, agencyId: null };
	db.insert(users)
		.values({ ...viewer, passwordHash: '-', createdAt: NOW })
		.run();
	return viewer;
}

test('from an empty system to a running round: 39 assessments, and one of each agency', () => {
	const { db, admin, input } = emptySystem();
	addAgency({ db, actor: admin, now: NOW }, { regionCode: '35', name: 'Dinas Kesehatan' });
	const agencyInstrumentId = findInstrument(db, 'ikid-opd')!.id;
	createRound({ db, actor: admin, now: NOW }, { ...input, agencyInstrumentId });
	expect(db.select().from(assessments).all()).toEqual([]);

	expect(moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'open' })).toEqual({
		kind: 'moved',
		status: 'open'
	});
	expect(listRoundSummaries(db)[0]).toMatchObject({
		status: 'open',
		regions: { not_started: 39 },
		agencies: { not_started: 1 }
	});
	const ofAgency = db.select().from(assessments).where(eq(assessments.instrumentId, agencyInstrumentId)).all();
	expect(ofAgency).toMatchObject([{ regionCode: '35' }]);
	expect(ofAgency[0]?.agencyId).not.toBeNull();
});

test.each([
	['its code is taken', { name: 'Lain' }, { field: 'code', fault: 'code_taken' }],
	['it ends before it starts', { code: 'x', endsOn: '2026-03-01' }, { field: 'endsOn', fault: 'ends_before_start' }],
	[
		'the instrument is missing',
		{ code: 'x', instrumentId: 99 },
		{ field: 'instrumentId', fault: 'instrument_unknown' }
	],
	[
		'the class is not the instrument’s',
		{ code: 'x', targetClass: 'gold' },
		{ field: 'targetClass', fault: 'class_unknown' }
	]
])('a round is refused where %s', (_case, change, expected) => {
	const { db, admin, input } = emptySystem();
	createRound({ db, actor: admin, now: NOW }, input);
	expect(createRound({ db, actor: admin, now: NOW }, { ...input, ...change })).toEqual({
		kind: 'invalid',
		...expected
	});
	expect(listRoundSummaries(db)).toHaveLength(1);
});

test('agencies cannot be asked with an instrument for regions', () => {
	const { db, admin, input } = emptySystem();
	const result = createRound({ db, actor: admin, now: NOW }, { ...input, agencyInstrumentId: input.instrumentId });
	expect(result).toEqual({ kind: 'invalid', field: 'agencyInstrumentId', fault: 'instrument_unknown' });
});

test('a draft can be edited, an open round cannot', () => {
	const { db, admin, input } = emptySystem();
	createRound({ db, actor: admin, now: NOW }, input);
	expect(editRound({ db, actor: admin, now: NOW }, '2026', { ...input, code: '2026a', dailyCapacity: 3 })).toEqual({
		kind: 'saved',
		code: '2026a'
	});
	moveRound({ db, actor: admin, now: NOW }, '2026a', { step: 'open' });
	expect(editRound({ db, actor: admin, now: NOW }, '2026a', input)).toEqual({ kind: 'not_draft', status: 'open' });
	expect(findRound(db, '2026a')?.dailyCapacity).toBe(3);
});

test('convening names the regions that are not assessed, publishing those that are not final; each must be confirmed', () => {
	const { db, admin, input } = emptySystem();
	createRound({ db, actor: admin, now: NOW }, input);
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'open' });
	const move = (step: 'convene' | 'publish' | 'close', confirmed: string[] = []) =>
		moveRound({ db, actor: admin, now: NOW }, '2026', { step, confirmed });
	db.update(assessments).set({ status: 'assessed' }).run();
	db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.regionCode, '35.78')).run();
	const refused = { kind: 'refused', refusal: 'unfinished_regions', unfinished: ['35.78'] };
	expect(move('convene', ['35.01'])).toEqual(refused);
	expect(findRound(db, '2026')).toMatchObject({ status: 'open' });
	expect(move('convene', ['35.78'])).toEqual({ kind: 'moved', status: 'plenary' });

	db.update(assessments).set({ status: 'final' }).run();
	db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.regionCode, '35.78')).run();
	expect(move('publish')).toEqual(refused);
	expect(findRound(db, '2026')).toMatchObject({ status: 'plenary', publishedAt: null });
	expect(move('publish', ['35.78'])).toEqual({ kind: 'moved', status: 'published' });
	expect(move('close')).toEqual({ kind: 'moved', status: 'closed' });
});

test('a plenary convened too early is taken back with a reason only', () => {
	const { db, admin, input } = emptySystem();
	createRound({ db, actor: admin, now: NOW }, input);
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'open' });
	db.update(assessments).set({ status: 'assessed' }).run();
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'convene' });
	const resume = (reason: string) => moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'resume', reason });
	expect(resume(' ')).toMatchObject({ kind: 'refused', refusal: 'reason_missing' });
	expect(resume('terlalu dini')).toEqual({ kind: 'moved', status: 'open' });
	expect(listAudit(db, { subject: '2026' }, 1).entries[0]?.after).toEqual({ status: 'open', reason: 'terlalu dini' });
});

test('the snapshot holds instrument, answers and results, and shows when it was changed', () => {
	const { db, admin, input } = emptySystem();
	const respondent = aUser(db, 'respondent', '35.78');
	createRound({ db, actor: admin, now: NOW }, input);
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'open' });
	const write = {
		track: 'self',
		level: 4,
		notApplicable: false,
		justification: 'Perwali 12/2024',
		baseVersion: 0
	} as const;
	const key = { round: '2026', region: '35.78', agency: null };
	writeAnswer({ db, actor: respondent, now: NOW }, key, 'A1', { ...write, requestId: 'request-1' });
	const { id } = findRound(db, '2026')!;
	for (const step of ['convene', 'publish'] as const)
		moveRound({ db, actor: admin, now: NOW }, '2026', { step, confirmed: listUnfinished(db, id, step) });

	const published = db.select().from(rounds).where(eq(rounds.code, '2026')).get()!;
	const { snapshot, intact } = readSnapshot(published.snapshot!, EAST_JAVA_PROFILE);
	expect(intact).toBe(true);
	expect(snapshot).toMatchObject({ at: '2026-03-02T03:00:00.000Z', instrument: { code: 'ikid' }, agencies: null });
	expect(snapshot.answers['35.78']).toMatchObject([{ indicator: 'A1', level: 4, justification: 'Perwali 12/2024' }]);
	expect(snapshot.answers['35.01']).toEqual([]);
	expect(snapshot.results).toHaveLength(39);
	// One answer only: the index is its level, by Scoring 2.
	expect(snapshot.results.find(({ region }) => region.code === '35.78')).toMatchObject({ index: 4, provisional: true });
	const forged = published.snapshot!.replace('Perwali 12/2024', 'Perwali 99/2024');
	expect(readSnapshot(forged, EAST_JAVA_PROFILE).intact).toBe(false);
});

test('only an administrator manages rounds', () => {
	const { db, admin, input } = emptySystem();
	const reviewer = aUser(db, 'reviewer');
	expect(createRound({ db, actor: reviewer, now: NOW }, input)).toEqual({ kind: 'forbidden' });
	createRound({ db, actor: admin, now: NOW }, input);
	expect(editRound({ db, actor: reviewer, now: NOW }, '2026', input)).toEqual({ kind: 'forbidden' });
	expect(moveRound({ db, actor: reviewer, now: NOW }, '2026', { step: 'open' })).toEqual({ kind: 'forbidden' });
	expect(db.select({ status: rounds.status }).from(rounds).all()).toEqual([{ status: 'draft' }]);
});

test('every step is in the audit log, a refused one is not', () => {
	const { db, admin, input } = emptySystem();
	createRound({ db, actor: admin, now: NOW }, input);
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'close' });
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'open' });
	const { entries } = listAudit(db, { subject: '2026', actor: admin.displayName }, 1);
	expect(entries.map(({ action }) => action)).toEqual(['round.open', 'round.create']);
	expect(entries[0]?.after).toEqual({ status: 'open', regions: 39, agencies: 0, milestones: 5 });
	expect(verifyAudit(db).firstBroken).toBeNull();
});
