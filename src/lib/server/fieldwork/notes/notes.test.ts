import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { callApi } from '../../../../../tests/support/call-api.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { loadDomainForm } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { writeAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { askClarification } from '#lib/server/fieldwork/clarifications/ask-clarification.ts';
import { assessments, auditLog, internalNotes } from '#lib/server/foundation/db/schema.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { toCsv, toJson } from '#lib/server/public/exchange/write-table.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { readReview } from '#lib/server/fieldwork/review/read-review.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { addNote } from './notes.ts';

const small = withSmallRound();
const key = { round: 'uji', region: '35.01', agency: null };
const SECRET = 'catatan-yang-tidak-keluar';
const OUTSIDE = [PEOPLE.pacitan, PEOPLE.surabaya, PEOPLE.dinkes, PEOPLE.gubernur];
const INSIDE = [PEOPLE.asesor, PEOPLE.reviewer, PEOPLE.admin];
const note = (actor: Viewer, more: object = {}) =>
	addNote({ db: small.db, actor, now: NOW }, key, { requestId: 'catatan-1', indicator: 'A1', body: SECRET, ...more });

beforeEach(() => {
	const answer = { level: 3, notApplicable: false, justification: 'Perbup', baseVersion: 0 };
	const write = { ...answer, track: 'self' as const, requestId: 'jawaban-1' };
	writeAnswer({ db: small.db, actor: PEOPLE.pacitan, now: NOW }, key, 'A1', write);
	small.db.update(assessments).set({ status: 'in_review' }).where(eq(assessments.regionCode, '35.01')).run();
});

test('the region’s assessor, reviewers and administrators write notes, nobody else does', () => {
	for (const viewer of OUTSIDE) expect(note(viewer)).toEqual({ kind: 'forbidden' });
	expect(
		addNote(
			{ db: small.db, actor: PEOPLE.asesor, now: NOW },
			{ ...key, region: '35.78' },
			{ requestId: 'catatan-2', indicator: 'A1', body: 'x' }
		)
	).toEqual({ kind: 'forbidden' });
	expect(small.db.select().from(internalNotes).all()).toEqual([]);
	expect(note(PEOPLE.asesor)).toEqual({ kind: 'done' });
	expect(note(PEOPLE.asesor)).toEqual({ kind: 'done' }); // sent twice
	expect(note(PEOPLE.reviewer)).toEqual({ kind: 'invalid', code: 'request_id_reused' });
	expect(note(PEOPLE.reviewer, { requestId: 'catatan-3', body: ' ' })).toEqual({
		kind: 'invalid',
		code: 'note_missing'
	});
	expect(note(PEOPLE.reviewer, { requestId: 'catatan-3', indicator: 'Z1' })).toEqual({
		kind: 'invalid',
		code: 'unknown_indicator'
	});
	expect(small.db.select().from(internalNotes).all()).toHaveLength(1);
	expect(small.db.select().from(auditLog).where(eq(auditLog.action, 'note.add')).all()).toMatchObject([
		{ subject: 'uji/35.01/A1/note', actorName: 'ASESOR' }
	]);
});

test('a note is in what assessors, reviewers and administrators load, and in nothing that others do', () => {
	note(PEOPLE.asesor);
	const loaded = (viewer: Viewer) => {
		const found = findAssessment(small.db, viewer, 'assessment.read', key)!;
		const choice = { show: 'all', domain: '', indicator: '' } as const;
		return JSON.stringify([
			loadDomainForm({ db: small.db, actor: viewer, now: NOW, locale: 'id' }, key, 'A'),
			readReview({ db: small.db, actor: viewer, locale: 'id', now: NOW }, found.assessment, choice)
		]);
	};
	for (const viewer of INSIDE) expect(loaded(viewer), viewer.id).toContain(SECRET);
	for (const viewer of OUTSIDE) expect(loaded(viewer), viewer.id).not.toContain(SECRET);
});

test('export and report are the same with a note as without one, and the API does not know of it', async () => {
	const round = findRound(small.db, 'uji')!;
	const outputs = async () => [
		...[...INSIDE, ...OUTSIDE]
			.map((viewer) => exportRows(small.db, viewer, round))
			.flatMap((rows) => [toCsv(rows), toJson(rows)]),
		JSON.stringify(
			await collectRegionReport(
				small.db,
				findAssessment(small.db, PEOPLE.pacitan, 'assessment.read', key)!.assessment,
				NOW
			)
		)
	];
	const before = await outputs();
	note(PEOPLE.asesor);
	expect(await outputs()).toEqual(before);
	askClarification({ db: small.db, actor: PEOPLE.asesor, now: NOW }, key, {
		requestId: 'tanya-satu',
		indicator: 'A1',
		body: 'Halaman berapa?',
		dueOn: null
	});
	expect((await outputs()).join()).not.toContain('Halaman berapa?');
	for (const viewer of [...INSIDE, ...OUTSIDE])
		for (const address of [
			'',
			'/regions/35.01',
			'/regions/35.01/steps',
			'/clarifications',
			'/export.csv',
			'/export.json',
			'/scores'
		]) {
			const { text } = await callApi(small.db, `/rounds/uji${address}`, { viewer });
			expect(text, `${viewer.id} ${address}`).not.toContain(SECRET);
		}
});
