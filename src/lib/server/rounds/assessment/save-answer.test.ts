import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishRound } from '../../../../../tests/support/publish-round.ts';
import type { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, assignments, auditLog, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { openWithInstruments } from '../../../../../tests/support/database-copy.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { moveAssessment, type MoveStep } from '#lib/server/fieldwork/steps/move-assessment.ts';
import { countSteps, listSteps } from './record-step.ts';
import { listScored } from './results.ts';
import { saveAnswer, writeAnswer } from './save-answer.ts';

const NOW = Date.UTC(2026, 9, 1);
const KEY = { round: 'uji', region: '35.01', agency: null };

const person = (id: string, role: Viewer['role'], regionCode: string | null = null): Viewer => ({
	id,
	username: id,
	displayName: id,
	role,
	regionCode,
	agencyId: null
});
const assessor = person('asesor', 'assessor');
const stranger = person('asing', 'assessor');
const respondent = person('pacitan', 'respondent', '35.01');
const neighbour = person('ponorogo', 'respondent', '35.02');
const admin = person('admin', 'admin');

let connection: Connection;

beforeEach(() => {
	connection = openWithInstruments();
	const { db } = connection;
	const people = [assessor, stranger, respondent, neighbour, admin];
	db.insert(users)
		.values(people.map((viewer) => ({ ...viewer, passwordHash: '-', createdAt: NOW })))
		.run();
	const instrumentId = findInstrument(db, 'ikid')!.id;
	const round = db
		.insert(rounds)
		.values({
			code: 'uji',
			name: 'Uji',
			status: 'open',
			startsOn: '2026-09-01',
			endsOn: '2026-11-30',
			instrumentId,
			targetClass: 'nearly_ready'
		})
		.returning()
		.get();
	for (const regionCode of ['35.01', '35.02'])
		db.insert(assessments).values({ roundId: round.id, regionCode, instrumentId }).run();
	db.insert(assignments).values({ roundId: round.id, regionCode: '35.01', userId: assessor.id }).run();
	return () => connection.close();
});

let requests = 0;
const write = (part: Partial<AnswerWrite> = {}): AnswerWrite => ({
	track: 'assessor',
	level: 3,
	notApplicable: false,
	justification: 'Perbup diundangkan.',
	baseVersion: 0,
	requestId: `permintaan-${++requests}`,
	...part
});
const save = (part: Partial<AnswerWrite> = {}, who = assessor, indicator = 'A1') =>
	writeAnswer({ db: connection.db, actor: who, now: NOW }, KEY, indicator, write(part));
const stored = () => connection.db.select().from(answers).all();

describe('saving an answer', () => {
	test('keeps it, starts the assessment, and answers with the new result', () => {
		expect(save()).toMatchObject({
			kind: 'saved',
			saved: {
				version: 1,
				answer: { level: 3, version: 1 },
				result: { index: 3, status: 'in_review', track: 'assessor' }
			}
		});
		expect(stored()).toMatchObject([{ indicator: 'A1', level: 3, version: 1, updatedBy: 'asesor' }]);
	});

	test('a stale write changes nothing and hands back the current answer', () => {
		save();
		const before = stored();
		expect(save({ level: 5 })).toMatchObject({
			kind: 'conflict',
			current: { level: 3, version: 1, updatedBy: 'asesor' }
		});
		expect(stored()).toEqual(before);
	});

	test('the same request twice is the same as once', () => {
		const same = write({ level: 4 });
		const first = writeAnswer({ db: connection.db, actor: assessor, now: NOW }, KEY, 'A1', same);
		save({ level: 2, baseVersion: 1 });
		expect(writeAnswer({ db: connection.db, actor: assessor, now: NOW + 5000 }, KEY, 'A1', same)).toEqual(first);
		expect(stored()).toMatchObject([{ level: 2, version: 2 }]);
	});

	test('a request id of another answer is refused', () => {
		const same = write();
		writeAnswer({ db: connection.db, actor: assessor, now: NOW }, KEY, 'A1', same);
		expect(writeAnswer({ db: connection.db, actor: assessor, now: NOW }, KEY, 'A2', same)).toMatchObject({
			kind: 'invalid',
			fault: { code: 'request_id_reused' }
		});
	});

	test.each([
		['an unknown indicator', {}, 'Z9', 'unknown_indicator'],
		['a level that the instrument lacks', { level: 6 }, 'A1', 'level_out_of_range'],
		[
			'"not applicable" where it is not offered',
			{ level: null, notApplicable: true },
			'A1',
			'not_applicable_not_allowed'
		],
		[
			'"not applicable" without a reason',
			{ level: null, notApplicable: true, justification: ' ' },
			'G2',
			'not_applicable_reason'
		],
		['a level together with "not applicable"', { level: 2, notApplicable: true }, 'G2', 'level_and_not_applicable']
	] as const)('%s is refused and changes nothing', (_what, part, indicator, code) => {
		expect(save(part, assessor, indicator)).toMatchObject({ kind: 'invalid', fault: { code } });
		expect(stored()).toEqual([]);
	});

	test('each change is in the audit log with before and after, and the chain holds', () => {
		save();
		save({ level: 4, baseVersion: 1 });
		const entries = connection.db.select().from(auditLog).where(eq(auditLog.action, 'answer.save')).all();
		expect(entries).toHaveLength(2);
		expect(JSON.parse(entries[1]!.before!)).toMatchObject({ level: 3, version: 1 });
		expect(JSON.parse(entries[1]!.after!)).toMatchObject({ level: 4, version: 2 });
		expect(verifyAudit(connection.db).firstBroken).toBeNull();
	});
});

describe('people who save at once', () => {
	const saveAs = (who: Viewer, indicator: string, part: Partial<AnswerWrite> = {}) =>
		saveAnswer({ db: connection.db, actor: who, now: NOW }, KEY, indicator, write(part));

	test('each is answered for what is on disk, and the audit chain holds', async () => {
		const saved = await Promise.all([
			saveAs(assessor, 'A1'),
			saveAs(assessor, 'A2', { level: 2 }),
			saveAs(assessor, 'A3', { level: 1 })
		]);
		expect(saved.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved']);
		expect(stored()).toHaveLength(3);
		expect(verifyAudit(connection.db).firstBroken).toBeNull();
	});

	test('the second of two on one answer sees the first one', async () => {
		const [first, second] = await Promise.all([saveAs(assessor, 'A1'), saveAs(assessor, 'A1', { level: 5 })]);
		expect(first).toMatchObject({ kind: 'saved' });
		expect(second).toMatchObject({ kind: 'conflict', current: { level: 3, version: 1 } });
		expect(stored()).toMatchObject([{ level: 3 }]);
	});

	test('one that is refused takes nothing from the others', async () => {
		const [bad, good] = await Promise.all([saveAs(assessor, 'Z9'), saveAs(assessor, 'A1')]);
		expect(bad).toMatchObject({ kind: 'invalid' });
		expect(good).toMatchObject({ kind: 'saved' });
		expect(stored()).toMatchObject([{ indicator: 'A1' }]);
	});
});

describe('who may write', () => {
	test.each([
		['an assessor not assigned here', stranger, 'assessor'],
		['a respondent on the assessor track', respondent, 'assessor'],
		['an assessor on the self track', assessor, 'self'],
		["another region's respondent", neighbour, 'self'],
		['an administrator', admin, 'assessor'],
		['anyone on the final track', assessor, 'final']
	] as const)('%s is refused', (_who, viewer, track) => {
		expect(save({ track }, viewer)).toEqual({ kind: 'forbidden' });
		expect(stored()).toEqual([]);
	});

	test('the region writes its own track, and only until it has submitted', () => {
		expect(save({ track: 'self' }, respondent).kind).toBe('saved');
		connection.db.update(assessments).set({ status: 'submitted' }).run();
		expect(save({ track: 'self', level: 4, baseVersion: 1 }, respondent)).toEqual({
			kind: 'locked',
			status: 'submitted'
		});
		expect(save({ level: 2 }).kind).toBe('saved');
	});
});

describe('the official result', () => {
	test('takes of each indicator the last track that has an answer', () => {
		save({ track: 'self', level: 5 }, respondent, 'A1');
		save({ track: 'self', level: 5 }, respondent, 'A2');
		save({ level: 2 }, assessor, 'A1');
		const round = connection.db.select().from(rounds).get()!;
		const [scored] = listScored({ db: connection.db, actor: assessor }, round);
		expect(scored!.answers).toEqual({ A1: 2, A2: 5 });
		expect(scored!.result).toMatchObject({ track: 'assessor', provisional: true });
	});

	test('shows each viewer only what is assigned to them while the round runs, and all once it is published', () => {
		const codes = (viewer: Viewer) => {
			const round = connection.db.select().from(rounds).get()!;
			return listScored({ db: connection.db, actor: viewer }, round).map(({ region }) => region.code);
		};
		expect(codes(admin)).toEqual(['35.01', '35.02']);
		expect(codes(assessor)).toEqual(['35.01']);
		expect(codes(neighbour)).toEqual(['35.02']);
		expect(codes(stranger)).toEqual([]);
		publishRound(connection.db, KEY.round, NOW);
		expect(codes(neighbour)).toEqual(['35.01', '35.02']);
	});
});

describe('moving an assessment', () => {
	let codes: string[];
	beforeAll(() => {
		const { db, close } = openWithInstruments();
		codes = findInstrument(db, 'ikid')!.instrument.domains.flatMap(({ indicators }) =>
			indicators.map(({ code }) => code)
		);
		close();
	});

	const seen = () => countSteps(connection.db, 1);
	const move = (who: Viewer, step: MoveStep, reason = '') =>
		moveAssessment({ db: connection.db, actor: who, now: NOW }, KEY, { step, reason, seen: seen() });

	test('nothing incomplete or without evidence is submitted; a complete self-assessment is, by its region only', () => {
		for (const code of codes.slice(1)) save({ track: 'self', level: 2 }, respondent, code);
		expect(move(respondent, 'submit')).toMatchObject({ kind: 'refused', refusal: 'self_incomplete' });
		save({ track: 'self', level: 3 }, respondent, codes[0]);
		expect(move(respondent, 'submit')).toMatchObject({ kind: 'refused', refusal: 'self_unevidenced' });
		save(
			{ track: 'self', level: 3, evidenceWaiver: 'Naskah asli di Bagian Hukum.', baseVersion: 1 },
			respondent,
			codes[0]
		);
		expect(move(neighbour, 'submit')).toEqual({ kind: 'forbidden' });
		expect(move(respondent, 'submit')).toEqual({ kind: 'moved', status: 'submitted' });
	});

	test('an assessor finishes a region that never answered itself; an admin reopens it with a reason', () => {
		for (const code of codes) save({ level: 2 }, assessor, code);
		expect(move(assessor, 'finish')).toEqual({ kind: 'moved', status: 'assessed' });
		expect(save({ level: 1, baseVersion: 1 })).toEqual({ kind: 'locked', status: 'assessed' });
		expect(move(admin, 'reopen')).toMatchObject({ kind: 'refused', refusal: 'reason_missing' });
		expect(move(assessor, 'reopen', 'keliru')).toEqual({ kind: 'forbidden' });
		expect(move(admin, 'reopen', 'keliru')).toEqual({ kind: 'moved', status: 'in_review' });
		expect(listSteps(connection.db, 1).map(({ step, reason }) => [step, reason])).toEqual([
			['reopen', 'keliru'],
			['finish', ''],
			['begin_review', '']
		]);
	});

	test('a level that differs from the region’s own needs a reason before the assessment is finished', () => {
		for (const code of codes) save({ track: 'self', level: 2 }, respondent, code);
		move(respondent, 'submit');
		for (const code of codes.slice(1)) save({ level: 2 }, assessor, code);
		save({ level: 1 }, assessor, codes[0]);
		expect(move(assessor, 'finish')).toMatchObject({ kind: 'refused', refusal: 'unexplained_changes' });
		const reason = { changeReason: 'evidence_missing', changeNote: 'SK belum dilampirkan.' } as const;
		save({ level: 1, ...reason, baseVersion: 1 }, assessor, codes[0]);
		expect(move(assessor, 'finish')).toEqual({ kind: 'moved', status: 'assessed' });
	});

	test('who has not seen the latest step is told of it, and nothing moves', () => {
		for (const code of codes) save({ track: 'self', level: 2 }, respondent, code);
		const before = seen();
		expect(move(respondent, 'submit')).toEqual({ kind: 'moved', status: 'submitted' });
		const late = moveAssessment({ db: connection.db, actor: admin, now: NOW }, KEY, {
			step: 'return',
			reason: 'x',
			seen: before
		});
		expect(late).toMatchObject({ kind: 'overtaken', status: 'submitted', last: { step: 'submit', by: 'pacitan' } });
		expect(seen()).toBe(before + 1);
	});
});
