import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { writeAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import { moveAssessment } from '#lib/server/fieldwork/steps/move-assessment.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import {
	answers,
	assessments,
	doubleSamples,
	doubleScores,
	plenaryDecisions,
	rounds,
	users
} from '#lib/server/foundation/db/schema.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { minutesDocument } from '#lib/server/documents/write/minutes/minutes-document.ts';
import { readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import { collectMinutes } from '#lib/server/documents/gather/collect-minutes.ts';
import { acceptRest, changeAgenda, decide, type DecisionWrite, finaliseRegions } from './decide.ts';
import {
	addSession,
	closeSession,
	editSession,
	listSessions,
	readAttendees,
	type SessionInput,
	writeAttendees
} from './sessions.ts';

const small = withSmallRound();
const ROUND = { round: 'uji', region: '35.01' };
const SESSION: SessionInput = {
	heldOn: '2026-10-02',
	place: 'Ruang Argopuro',
	chair: 'Kepala Diskominfo Jatim',
	number: '',
	attendees: [{ name: '', office: 'Bappeda Jatim' }]
};
const round = () => findRound(small.db, 'uji')!;
const items = () => readAgenda(small.db, round()).items;
const item = (code: string) => items().find(({ indicator }) => indicator === code);
let session: number;

/** Pacitan, assessed: 3 everywhere on both tracks, but for A2 (two levels apart) and C1 (one level, no gate). */
function assess(): void {
	const id = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!.id;
	const own: Record<string, number> = { A2: 4, C1: 4 };
	const assessors: Record<string, number> = { A2: 2, C1: 3 };
	const codes = findInstrument(small.db, 'ikid')!.instrument.domains.flatMap(({ indicators }) =>
		indicators.map(({ code }) => code)
	);
	for (const [track, levels, by] of [['self', own, 'pacitan'], ['assessor', assessors, 'asesor']] as const) // prettier-ignore
		for (const indicator of codes)
			small.db
				.insert(answers)
				.values({ assessmentId: id, indicator, track, level: levels[indicator] ?? 3, justification: '-', version: 1, updatedAt: NOW, updatedBy: by })
				.run(); // prettier-ignore
	small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.id, id)).run();
}

beforeEach(() => {
	assess();
	small.db.update(rounds).set({ status: 'plenary' }).run();
	const added = addSession({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, 'uji', SESSION);
	if (added.kind !== 'saved') throw new Error(added.kind);
	session = added.session.id;
});

const write = (change: Partial<DecisionWrite> = {}): DecisionWrite => ({
	level: 3,
	notApplicable: false,
	changeReason: 'criteria_misread',
	reason: 'Bukti yang ditunjukkan memenuhi tingkat 3.',
	baseVersion: 0,
	requestId: 'keputusan-1',
	...change
});
const settle = (change: Partial<DecisionWrite> = {}, viewer: Viewer = PEOPLE.reviewer, indicator = 'A2') =>
	decide({ db: small.db, actor: viewer, now: NOW }, { ...ROUND, session, indicator }, write(change));
const finalise = () =>
	moveAssessment(
		{ db: small.db, actor: PEOPLE.reviewer, now: NOW },
		{ ...ROUND, agency: null },
		{ step: 'finalise', reason: '', seen: 0 }
	);

describe('the agenda', () => {
	test('holds what is disputed and tells it from small differences', () => {
		expect(items().map(({ indicator, kind, causes }) => [indicator, kind, causes])).toEqual(
			expect.arrayContaining([
				['A2', 'disputed', expect.arrayContaining(['levels']) as string[]],
				['C1', 'small', []]
			])
		);
		expect(items()).toHaveLength(2);
		expect(readAgenda(small.db, round()).regions).toMatchObject([{ region: { code: '35.01' }, items: 1, open: 1 }]);
		expect(readAgenda(small.db, round()).underWay).toBe(2);
	});

	test('takes a small difference when somebody puts it there, until it is decided', () => {
		const where = { ...ROUND, indicator: 'C1' };
		expect(settle({}, PEOPLE.reviewer, 'C1')).toEqual({ kind: 'not_on_agenda' });
		expect(changeAgenda({ db: small.db, actor: PEOPLE.gubernur, now: NOW }, where, 'add')).toEqual({
			kind: 'forbidden'
		});
		expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'add')).toEqual({ kind: 'changed' });
		expect(item('C1')!.kind).toBe('added');
		expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'remove')).toEqual({
			kind: 'changed'
		});
		changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'add');
		expect(settle({ changeReason: null }, PEOPLE.reviewer, 'C1').kind).toBe('saved');
		expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'remove')).toEqual({
			kind: 'unchanged'
		});
	});

	test('takes what nobody disputes when somebody raises it, and lets it be taken off again', () => {
		const where = { ...ROUND, indicator: 'B1' };
		expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'remove')).toEqual({
			kind: 'unchanged'
		});
		expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'add')).toEqual({ kind: 'changed' });
		expect(item('B1')).toMatchObject({ kind: 'added', self: 3, assessor: 3, effect: { index: 0 } });
		settle({}, PEOPLE.reviewer, 'A2');
		expect(finalise()).toMatchObject({ refusal: 'disputes_open' });
		expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'remove')).toEqual({
			kind: 'changed'
		});
		expect(finalise()).toEqual({ kind: 'moved', status: 'final' });
		for (const place of [{ indicator: 'Z9' }, { region: '35.78' }, { round: 'lain' }])
			expect(changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, { ...where, ...place }, 'add')).toEqual({
				kind: 'missing'
			});
	});

	test('holds a final answer that no session decided, until one does', () => {
		settle({}, PEOPLE.reviewer, 'A2');
		const key = { ...ROUND, agency: null };
		const final = { track: 'final' as const, level: 5, notApplicable: false, justification: 'Impor.', baseVersion: 0 };
		const why = { changeReason: 'new_evidence' as const, changeNote: 'Dari rekap lama.', requestId: 'impor-b1' };
		expect(writeAnswer({ db: small.db, actor: PEOPLE.admin, now: NOW }, key, 'B1', { ...final, ...why }).kind).toBe(
			'saved'
		);
		expect(item('B1')).toMatchObject({ kind: 'added', final: 5, decided: false });
		expect(finalise()).toMatchObject({ refusal: 'disputes_open' });
		expect(
			changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, { ...ROUND, indicator: 'B1' }, 'remove').kind
		).toBe('unchanged');
		expect(settle({ level: 5, baseVersion: 1, requestId: 'keputusan-b1' }, PEOPLE.reviewer, 'B1').kind).toBe('saved');
		expect(item('B1')).toMatchObject({ decided: true });
		expect(finalise()).toEqual({ kind: 'moved', status: 'final' });
	});

	test('holds what a second assessor scored differently', () => {
		const { assessmentId } = item('A2')!;
		small.db.insert(users).values({ ...PEOPLE.asesor, id: 'kedua', username: 'kedua', passwordHash: '-', createdAt: NOW }).run(); // prettier-ignore
		small.db.insert(doubleSamples).values({ id: 1, roundId: round().id, seed: 'x', regions: 1, indicators: 1, drawnAt: NOW }).run(); // prettier-ignore
		small.db.insert(doubleScores).values({ sampleId: 1, assessmentId, indicator: 'D2', userId: 'kedua', level: 4, version: 1 }).run(); // prettier-ignore
		expect(item('D2')).toMatchObject({ kind: 'disputed', self: 3, assessor: 3, second: 4 });
	});
});

describe('a decision', () => {
	test('sets the final answer, keeps what stood before and who was there, and is in the log', () => {
		expect(settle()).toMatchObject({ kind: 'saved', saved: { version: 1, answer: { track: 'final', level: 3 } } });
		expect(item('A2')).toMatchObject({
			final: 3,
			decided: true,
			decision: { sessionId: session, n: 1, selfLevel: 4, assessorLevel: 2, level: 3, changeReason: 'criteria_misread' }
		});
		const log = listAudit(small.db, {}, 1).entries.map(({ action }) => action);
		expect(log.slice(0, 2)).toEqual(['plenary.decide', 'answer.save']);
		expect(verifyAudit(small.db).firstBroken).toBeNull();
	});

	test('that differs from the assessor needs a reason from the list; nothing is kept without', () => {
		expect(settle({ changeReason: null })).toMatchObject({ kind: 'invalid', fault: { code: 'change_reason_missing' } });
		expect(small.db.select().from(plenaryDecisions).all()).toEqual([]);
		expect(settle({ level: 2, changeReason: null, requestId: 'keputusan-2' }).kind).toBe('saved');
		expect(settle({ level: null, baseVersion: 1, requestId: 'keputusan-3' })).toEqual({ kind: 'empty' });
	});

	test('can be revised; the first one is kept. Two at once see each other’s', () => {
		settle();
		expect(settle({ level: 5, requestId: 'keputusan-9' })).toMatchObject({ kind: 'conflict', current: { level: 3 } });
		expect(settle().kind).toBe('saved'); // the same request again
		expect(settle({ level: 4, baseVersion: 1, requestId: 'keputusan-2' }).kind).toBe('saved');
		const kept = small.db.select().from(plenaryDecisions).all();
		expect(kept.map(({ n, level }) => [n, level])).toEqual([[1, 3], [2, 4]]); // prettier-ignore
	});

	test('is for reviewers and administrators, in a session that is not closed, while the plenary sits', () => {
		for (const viewer of [PEOPLE.asesor, PEOPLE.pacitan, PEOPLE.gubernur])
			expect(settle({}, viewer)).toEqual({ kind: 'forbidden' });
		small.db.update(rounds).set({ status: 'open' }).run();
		expect(settle()).toMatchObject({ kind: 'locked' });
		small.db.update(rounds).set({ status: 'plenary' }).run();
		editSession(
			{ db: small.db, actor: PEOPLE.admin, now: NOW },
			{ round: 'uji', id: session, baseVersion: 1 },
			{ ...SESSION, number: '1/BA' }
		);
		expect(
			closeSession({ db: small.db, actor: PEOPLE.admin, now: NOW }, { round: 'uji', id: session, baseVersion: 2 }).kind
		).toBe('saved');
		expect(settle()).toEqual({ kind: 'no_session' });
	});

	test('no longer stands when the assessor has changed the answer since', () => {
		settle();
		small.db.update(answers).set({ level: 1 }).where(eq(answers.track, 'assessor')).run();
		expect(item('A2')).toMatchObject({ kind: 'disputed', decided: false });
	});
});

describe('the minutes', () => {
	const minutes = () => collectMinutes(small.db, round(), listSessions(small.db, round().id)[0]!, NOW);

	test('are a draft while the session is open, and say what was decided and what it changed', () => {
		settle();
		changeAgenda({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, { ...ROUND, indicator: 'C1' }, 'add');
		const document = minutesDocument(minutes(), 'id');
		expect(document.state).toBe('DRAF');
		expect(document.agenda).toEqual([
			'Pembukaan dan pembacaan agenda.',
			'Kab. Pacitan: penetapan A2.',
			'1 indikator lain dalam agenda putaran ini belum dibahas dan dilanjutkan dalam sidang berikutnya.',
			'Pembacaan putusan dan penutupan.'
		]);
		expect(document.decisions).toMatchObject([
			{ region: 'Kab. Pacitan', code: 'A2', self: '4', assessor: '2', second: '–', value: '3', changed: true }
		]);
		expect(document.results).toMatchObject([{ region: 'Kab. Pacitan', decided: '1' }]);
	});

	test('are final with their number once the session is closed; a decision revised elsewhere says so', () => {
		settle();
		editSession(
			{ db: small.db, actor: PEOPLE.admin, now: NOW },
			{ round: 'uji', id: session, baseVersion: 1 },
			{ ...SESSION, number: '7/BA/2026' }
		);
		closeSession({ db: small.db, actor: PEOPLE.admin, now: NOW }, { round: 'uji', id: session, baseVersion: 2 });
		const first = session;
		const later = addSession({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', {
			...SESSION,
			heldOn: '2026-10-09'
		});
		if (later.kind === 'saved') session = later.session.id;
		settle({ level: 4, baseVersion: 1, requestId: 'keputusan-2' });
		const closed = listSessions(small.db, round().id).find(({ id }) => id === first)!;
		const document = minutesDocument(collectMinutes(small.db, round(), closed, NOW), 'id');
		expect([document.state, document.number]).toEqual(['FINAL', 'Nomor: 7/BA/2026']);
		expect(document.decisions[0]!.reason).toContain('direvisi dalam sidang 9 Oktober 2026');
	});
});

describe('finalising', () => {
	test('waits until everything disputed is decided', () => {
		expect(finalise()).toMatchObject({ kind: 'refused', refusal: 'disputes_open' });
		settle();
		expect(finalise()).toEqual({ kind: 'moved', status: 'final' });
		expect(settle({ level: 4, baseVersion: 1, requestId: 'keputusan-2' })).toMatchObject({ kind: 'locked' });
	});

	test('the rest of a region is accepted in one step, with a reason', () => {
		const where = { ...ROUND, session };
		expect(acceptRest({ db: small.db, actor: PEOPLE.asesor, now: NOW }, where, 'Disepakati')).toEqual({
			kind: 'forbidden'
		});
		expect(
			acceptRest({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'Disepakati bersama wilayah.')
		).toEqual({
			kind: 'accepted',
			count: 1
		});
		expect(item('A2')!.decision).toMatchObject({ level: 2, together: true, changeReason: null });
		expect(acceptRest({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, 'Lagi')).toEqual({ kind: 'nothing' });
		expect([...finaliseRegions({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', [{ region: '35.01', seen: 0 }, { region: '35.78', seen: 0 }])]).toMatchObject([
			['35.01', { kind: 'moved' }],
			['35.78', { kind: 'refused', refusal: 'wrong_status' }]
		]); // prettier-ignore
	});
});

describe('a session', () => {
	test('is changed by one at a time, and not once its minutes are final', () => {
		expect(
			editSession(
				{ db: small.db, actor: PEOPLE.admin, now: NOW },
				{ round: 'uji', id: session, baseVersion: 1 },
				{ ...SESSION, place: 'Daring' }
			).kind
		).toBe('saved');
		expect(
			editSession(
				{ db: small.db, actor: PEOPLE.reviewer, now: NOW },
				{ round: 'uji', id: session, baseVersion: 1 },
				SESSION
			)
		).toMatchObject({
			kind: 'conflict',
			current: { place: 'Daring', version: 2 }
		});
		expect(
			closeSession({ db: small.db, actor: PEOPLE.admin, now: NOW }, { round: 'uji', id: session, baseVersion: 2 })
		).toEqual({ kind: 'incomplete' });
		editSession(
			{ db: small.db, actor: PEOPLE.admin, now: NOW },
			{ round: 'uji', id: session, baseVersion: 2 },
			{ ...SESSION, number: '1/BA/2026' }
		);
		expect(
			closeSession({ db: small.db, actor: PEOPLE.admin, now: NOW }, { round: 'uji', id: session, baseVersion: 3 }).kind
		).toBe('saved');
		expect(
			editSession(
				{ db: small.db, actor: PEOPLE.admin, now: NOW },
				{ round: 'uji', id: session, baseVersion: 4 },
				SESSION
			)
		).toEqual({ kind: 'closed' });
		expect(listSessions(small.db, round().id)).toMatchObject([{ number: '1/BA/2026', closedAt: NOW, decisions: 0 }]);
	});

	test('is written down by those who decide, while the round is not over', () => {
		expect(addSession({ db: small.db, actor: PEOPLE.gubernur, now: NOW }, 'uji', SESSION)).toEqual({
			kind: 'forbidden'
		});
		small.db.update(rounds).set({ status: 'published' }).run();
		expect(addSession({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', SESSION)).toEqual({ kind: 'round_over' });
	});

	test('takes attendees one a line, with or without a name', () => {
		const text = 'Dr. Sri; Kepala Bidang, Diskominfo\n\n Bappeda Jatim \n';
		expect(readAttendees(text)).toEqual([
			{ name: 'Dr. Sri', office: 'Kepala Bidang, Diskominfo' },
			{ name: '', office: 'Bappeda Jatim' }
		]);
		expect(readAttendees(writeAttendees(readAttendees(text)))).toEqual(readAttendees(text));
	});
});
