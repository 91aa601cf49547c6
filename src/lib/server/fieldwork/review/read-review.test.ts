import { eq, isNotNull } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Track } from '#lib/domain/workflow/types.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { savePlainForm } from '#lib/server/fieldwork/questionnaire/plain-save.ts';
import { writeAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { askClarification } from '#lib/server/fieldwork/clarifications/ask-clarification.ts';
import { assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { readReview, type ReviewFilter, settlingTrackOf } from './read-review.ts';

const small = withSmallRound();
const key = { round: 'uji', region: '35.01', agency: null };
let sent = 0;

function write(viewer: Viewer, track: Track, indicator: string, level: number, more: object = {}) {
	const answer = { level, notApplicable: false, justification: '', baseVersion: 0, requestId: `tulis-${++sent}` };
	const saved = writeAnswer({ db: small.db, actor: viewer, now: NOW }, key, indicator, { ...answer, track, ...more });
	if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
}

function review(viewer: Viewer, show: ReviewFilter = 'all', domain = '') {
	const { assessment } = findAssessment(small.db, viewer, 'review.read', key)!;
	return readReview({ db: small.db, actor: viewer, locale: 'id', now: NOW }, assessment, {
		show,
		domain,
		indicator: ''
	});
}
const shown = (show: ReviewFilter, domain = '') => review(PEOPLE.asesor, show, domain).rows.map(({ code }) => code);

beforeEach(() => {
	for (const [indicator, level] of [
		['A1', 4],
		['A2', 3],
		['B2', 2]
	] as const)
		write(PEOPLE.pacitan, 'self', indicator, level);
	small.db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.regionCode, '35.01')).run();
	write(PEOPLE.asesor, 'assessor', 'A1', 2);
	write(PEOPLE.asesor, 'assessor', 'A2', 3, { evidenceWaiver: 'Dilihat di tempat.' });
	write(PEOPLE.asesor, 'assessor', 'B2', 3, { changeReason: 'new_evidence', changeNote: 'Terbit pekan ini.' });
	const question = { requestId: 'tanya-a2', indicator: 'A2', body: 'Sejak kapan?', dueOn: null };
	askClarification({ db: small.db, actor: PEOPLE.asesor, now: NOW }, key, question);
});

test('each filter shows what it says, within a domain where one is chosen', () => {
	expect(shown('all')).toHaveLength(40);
	expect(shown('differences')).toEqual(['A1', 'B2']);
	expect(shown('differences', 'B')).toEqual(['B2']);
	expect(shown('gates')).toEqual(['A1', 'B2', 'B3', 'D2', 'E2']);
	expect(shown('evidence')).toEqual(['B2']); // level 3 on the assessor's track; A2 is waived, A1 is at 2
	expect(shown('clarifications')).toEqual(['A2']);
	expect(shown('unexplained')).toEqual(['A1']);
	expect(review(PEOPLE.asesor, 'gates', 'A').counts).toMatchObject({ all: 6, gates: 1, differences: 1, evidence: 0 });
});

test('the assessor settles here while the round runs; in the plenary those who decide are led to it', () => {
	const tracks = () =>
		[PEOPLE.asesor, PEOPLE.reviewer, PEOPLE.admin, PEOPLE.pacitan].map((viewer) => {
			const { track, plenary } = review(viewer);
			return track ?? plenary;
		});
	expect(tracks()).toEqual(['assessor', null, null, null]);
	small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.regionCode, '35.01')).run();
	small.db.update(rounds).set({ status: 'plenary' }).run();
	const plenary = { href: '/rounds/uji/plenary', agenda: ['A1', 'B2'] };
	expect(tracks()).toEqual([null, plenary, plenary, null]);
});

test('nobody writes what is final about a region from this page; the short form of an agency is settled here', async () => {
	const settling = (isAgency: boolean) =>
		[PEOPLE.asesor, PEOPLE.reviewer, PEOPLE.admin, PEOPLE.pacitan].map((viewer) => settlingTrackOf(viewer, isAgency));
	expect(settling(false)).toEqual(['assessor', null, null, null]);
	expect(settling(true)).toEqual(['assessor', 'final', 'final', null]);
	small.db.update(assessments).set({ status: 'assessed' }).where(isNotNull(assessments.agencyId)).run();
	small.db.update(rounds).set({ status: 'plenary' }).run();
	const form = new FormData();
	const plain = { indicator: 'A1', justification: '', level: '4', baseVersion: '0', requestId: 'pleno-opd-1' };
	for (const [name, value] of Object.entries(plain)) form.set(name, value);
	const agency = { round: 'uji', region: '35.78', agency: 'opd-dinkes' };
	const send = (where: typeof key | typeof agency) =>
		savePlainForm(
			{ db: small.db, actor: PEOPLE.reviewer, now: NOW },
			where,
			form,
			settlingTrackOf(PEOPLE.reviewer, where.agency !== null)
		);
	expect(await send(key)).toMatchObject({ status: 403 });
	expect(await send(agency)).toMatchObject({ message: null });
	const { assessment } = findAssessment(small.db, PEOPLE.reviewer, 'review.read', agency)!;
	const choice = { show: 'all' as const, domain: '', indicator: 'A1' };
	const settled = readReview({ db: small.db, actor: PEOPLE.reviewer, locale: 'id', now: NOW }, assessment, choice);
	expect(settled).toMatchObject({ track: 'final', plenary: null, rows: [{ answers: { final: { level: 4 } } }] });
});

test('the region sees what its assessor writes while the review goes on', () => {
	expect(review(PEOPLE.pacitan).rows[0]?.answers.assessor).toMatchObject({ level: 2 });
	expect(findAssessment(small.db, PEOPLE.surabaya, 'review.read', key)?.allowed).toBe(false);
	expect(findAssessment(small.db, PEOPLE.gubernur, 'review.read', key)?.allowed).toBe(false);
});
