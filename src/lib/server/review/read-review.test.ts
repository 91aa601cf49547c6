import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Track } from '#lib/domain/workflow/types.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../tests/support/small-round.ts';
import { findAssessment } from '../assessments/find-assessment.ts';
import { savePlainForm } from '../assessments/plain-save.ts';
import { saveAnswer } from '../assessments/save-answer.ts';
import type { Viewer } from '../auth/access.ts';
import { askClarification } from '../clarifications/ask-clarification.ts';
import { assessments, rounds } from '../db/schema.ts';
import { readReview, type ReviewFilter, settlingTrackOf } from './read-review.ts';

const small = withSmallRound();
const key = { round: 'uji', region: '35.01', agency: null };
let sent = 0;

function write(viewer: Viewer, track: Track, indicator: string, level: number, more: object = {}) {
	const answer = { level, notApplicable: false, justification: '', baseVersion: 0, requestId: `tulis-${++sent}` };
	const saved = saveAnswer(small.db, viewer, key, indicator, { ...answer, track, ...more }, NOW);
	if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
}

function review(viewer: Viewer, show: ReviewFilter = 'all', domain = '') {
	const { assessment } = findAssessment(small.db, viewer, 'review.read', key)!;
	return readReview(small.db, viewer, assessment, { show, domain, indicator: '' }, 'id', NOW);
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
	askClarification(small.db, PEOPLE.asesor, key, question, NOW);
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

test('the assessor settles while the round runs, reviewer and administrator in the plenary, the region never', () => {
	const tracks = () =>
		[PEOPLE.asesor, PEOPLE.reviewer, PEOPLE.admin, PEOPLE.pacitan].map((viewer) => review(viewer).track);
	expect(tracks()).toEqual(['assessor', null, null, null]);
	small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.regionCode, '35.01')).run();
	small.db.update(rounds).set({ status: 'plenary' }).run();
	expect(tracks()).toEqual([null, 'final', 'final', null]);
});

test('the plain form of the plenary takes no level that differs from the assessor’s without a reason', () => {
	small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.regionCode, '35.01')).run();
	small.db.update(rounds).set({ status: 'plenary' }).run();
	const send = (viewer: Viewer, fields: Record<string, string>) => {
		const form = new FormData();
		const plain = { indicator: 'A1', justification: '', baseVersion: '0', requestId: `pleno-${++sent}` };
		for (const [name, value] of Object.entries({ ...plain, ...fields })) form.set(name, value);
		return savePlainForm(small.db, viewer, key, form, NOW, settlingTrackOf(viewer));
	};
	expect(send(PEOPLE.reviewer, { level: '4', changeReason: '', changeNote: '' })).toMatchObject({ status: 422 });
	expect(send(PEOPLE.pacitan, { level: '4' })).toMatchObject({ status: 403 });
	expect(send(PEOPLE.reviewer, { level: '4', changeReason: 'new_evidence', changeNote: 'Diputuskan.' })).toMatchObject({
		message: null
	});
	expect(review(PEOPLE.pacitan).rows[0]?.answers.final).toMatchObject({ level: 4, changeReason: 'new_evidence' });
});

test('the region sees what its assessor writes while the review goes on', () => {
	expect(review(PEOPLE.pacitan).rows[0]?.answers.assessor).toMatchObject({ level: 2 });
	expect(findAssessment(small.db, PEOPLE.surabaya, 'review.read', key)?.allowed).toBe(false);
	expect(findAssessment(small.db, PEOPLE.gubernur, 'review.read', key)?.allowed).toBe(false);
});
