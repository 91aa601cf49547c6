import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { PEOPLE, NOW, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { writeAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assessments, assignments, evidence, evidenceUses, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { drawDouble, previewDraw } from './draw.ts';
import { compareItems, listOwnComparisons, readDoubleResults } from './results.ts';
import { closeSample, findOpenSample, listSamples } from './samples.ts';
import { saveDoubleScore } from './save-double-score.ts';
import { listDoubleTasks, loadBlindForm, mayReadForDouble } from './tasks.ts';

const small = withSmallRound();
const second: Viewer = { ...PEOPLE.asesor, id: 'kedua', username: 'kedua', displayName: 'KEDUA' };
const INPUT = { regions: 3, indicators: 40, seed: 'uji' };
const SECRET = 'Rahasia asesor pertama';
const round = () => findRound(small.db, 'uji')!;
const draw = (actor = PEOPLE.admin) =>
	drawDouble({ db: small.db, actor, now: NOW }, 'uji', INPUT, previewDraw(small.db, round(), INPUT).fingerprint);
const score = (level: number | null, baseVersion = 0, viewer = second, indicator = 'A1') =>
	saveDoubleScore(
		{ db: small.db, actor: viewer, now: NOW },
		{ round: 'uji', region: '35.01', indicator },
		{ level, notApplicable: false, justification: 'Menurut Perbup', baseVersion }
	);
const answer = (viewer: Viewer, track: 'self' | 'assessor', level: number, baseVersion = 0) =>
	writeAnswer({ db: small.db, actor: viewer, now: NOW }, { round: 'uji', region: '35.01', agency: null }, 'A1', {
		track,
		level,
		notApplicable: false,
		justification: track === 'self' ? 'Perbup 12/2024' : SECRET,
		baseVersion,
		requestId: `${track}-permintaan-${baseVersion}`
	});

beforeEach(() => {
	small.db.insert(users).values({ ...second, passwordHash: '-', createdAt: NOW }).run(); // prettier-ignore
	answer(PEOPLE.pacitan, 'self', 4);
	small.db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.regionCode, '35.01')).run();
	answer(PEOPLE.asesor, 'assessor', 2);
});

describe('drawing', () => {
	test('takes submitted regions only, gives them to somebody who is not in charge, and keeps the seed', () => {
		expect(draw()).toMatchObject({ kind: 'drawn', sample: { seed: 'uji', regions: 1, indicators: 40 } });
		expect(listSamples(small.db, round().id)).toMatchObject([
			{ seed: 'uji', items: 40, scored: 0, drawnByName: 'ADMIN' }
		]);
		expect(listDoubleTasks(small.db, second, round())).toEqual([
			{ region: { code: '35.01', name: 'Kabupaten Pacitan' }, items: 40, scored: 0, blind: true }
		]);
		expect(listDoubleTasks(small.db, PEOPLE.asesor, round())).toEqual([]);
		expect(listAudit(small.db, { action: 'double.draw' }, 1).entries[0]).toMatchObject({ action: 'double.draw' });
	});

	test('is for administrators, one sample at a time, and only as it was previewed', () => {
		expect(draw(PEOPLE.reviewer)).toEqual({ kind: 'forbidden' });
		expect(drawDouble({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', INPUT, 'lama')).toEqual({
			kind: 'changed'
		});
		expect(draw().kind).toBe('drawn');
		expect(draw()).toEqual({ kind: 'open_sample' });
	});

	test('draws nothing where nobody else could score, and nothing in a published round', () => {
		small.db.update(users).set({ active: false }).where(eq(users.id, 'kedua')).run();
		expect(draw()).toEqual({ kind: 'nothing' });
		small.db.update(rounds).set({ status: 'published' }).run();
		expect(draw()).toEqual({ kind: 'round_not_running' });
	});
});

describe('scoring blind', () => {
	beforeEach(() => void draw());

	test('shows what the region says and gave, and nothing of the first assessor', () => {
		const given = { addedBy: 'pacitan', addedAt: NOW };
		const id = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!.id;
		for (const [name, track] of [
			['Perbup', 'self'],
			['Catatan pemeriksaan', 'assessor']
		] as const)
			// prettier-ignore
			small.db
				.insert(evidence)
				.values({ ...given, id: name, assessmentId: id, url: 'https://contoh.go.id', title: name, kind: 'dataset', track })
				.run();
		for (const evidenceId of ['Perbup', 'Catatan pemeriksaan'])
			small.db.insert(evidenceUses).values({ ...given, evidenceId, indicator: 'A1', place: 'pasal 4' }).run(); // prettier-ignore
		// The first assessor has used the region's piece for another indicator, too.
		const byAssessor = { ...given, addedBy: 'asesor', evidenceId: 'Perbup', indicator: 'A2', place: 'lampiran' };
		small.db.insert(evidenceUses).values(byAssessor).run();
		const loaded = loadBlindForm({ db: small.db, actor: second, locale: 'id' }, 'uji', '35.01');
		if (loaded.kind !== 'form') throw new Error(loaded.kind);
		const { form } = loaded;
		expect(form.questions[1]).toMatchObject({ code: 'A2', evidence: [] });
		expect(form.questions[0]).toMatchObject({
			code: 'A1',
			region: { level: 4, justification: 'Perbup 12/2024' },
			evidence: [{ title: 'Perbup', place: 'pasal 4' }],
			own: { level: null, version: 0 }
		});
		expect(JSON.stringify(form)).not.toContain(SECRET);
		expect(JSON.stringify(form)).not.toContain('Catatan pemeriksaan');
		expect(exportRows(small.db, second, round())).toEqual([]);
		expect(mayReadForDouble(small.db, second, 'Perbup')).toBe(true);
		expect(mayReadForDouble(small.db, second, 'Catatan pemeriksaan')).toBe(false);
		expect(mayReadForDouble(small.db, PEOPLE.surabaya, 'Perbup')).toBe(false);
	});

	test('keeps a score with its version; the same again is the same, a stale one gets both values back', () => {
		expect(score(3)).toMatchObject({ kind: 'saved', score: { level: 3, version: 1 } });
		expect(score(3)).toMatchObject({ kind: 'saved', score: { level: 3, version: 1 } });
		expect(score(5)).toMatchObject({ kind: 'conflict', current: { level: 3, version: 1 } });
		expect(score(4, 1)).toMatchObject({ kind: 'saved', score: { level: 4, version: 2 } });
		expect(score(9, 2)).toMatchObject({ kind: 'invalid', fault: { code: 'level_out_of_range' } });
		expect(listAudit(small.db, {}, 1).entries.filter(({ action }) => action === 'double.score')).toHaveLength(2);
		expect(verifyAudit(small.db).firstBroken).toBeNull();
	});

	test('is for the second assessor alone, and no longer for one who is put in charge of the region', () => {
		expect(score(3, 0, PEOPLE.asesor)).toEqual({ kind: 'missing' });
		expect(score(3, 0, PEOPLE.reviewer)).toEqual({ kind: 'forbidden' });
		small.db.insert(assignments).values({ roundId: round().id, regionCode: '35.01', userId: 'kedua' }).run();
		expect(score(3)).toEqual({ kind: 'not_blind' });
		expect(loadBlindForm({ db: small.db, actor: second, locale: 'id' }, 'uji', '35.01')).toEqual({ kind: 'not_blind' });
	});

	test('does not count for the result', () => {
		const before = exportRows(small.db, PEOPLE.admin, round());
		score(5);
		expect(exportRows(small.db, PEOPLE.admin, round())).toEqual(before);
	});

	test('ends when the sample is closed; then both see both, as they stood at that moment', () => {
		score(3);
		expect(listOwnComparisons(small.db, PEOPLE.asesor, round())).toEqual([]);
		const { id } = findOpenSample(small.db, round().id)!;
		expect(closeSample({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, 'uji', id)).toEqual({ kind: 'forbidden' });
		expect(closeSample({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', id)).toEqual({ kind: 'closed' });
		expect(closeSample({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', id)).toEqual({ kind: 'already' });
		expect(score(4, 1)).toEqual({ kind: 'missing' });
		answer(PEOPLE.asesor, 'assessor', 3, 1); // persuaded
		for (const viewer of [PEOPLE.asesor, second])
			expect(listOwnComparisons(small.db, viewer, round())).toMatchObject([
				{ indicator: 'A1', first: { id: 'asesor', value: 2 }, second: { id: 'kedua', value: 3 } }
			]);
		expect(listOwnComparisons(small.db, PEOPLE.pacitan, round())).toEqual([]);
	});
});

test('results count what two different people scored, and name the largest differences', () => {
	draw();
	score(5);
	score(1, 0, second, 'B1');
	const [sample] = listSamples(small.db, round().id);
	const results = readDoubleResults(small.db, round(), sample!, 'id');
	expect(results).toMatchObject({ items: 40, scored: 2, compared: 1, overall: { n: 1, same: 0, why: 'few' } });
	expect(results.calibration.indicators).toMatchObject([
		{ label: 'A1', largest: [{ region: { code: '35.01' }, first: { value: 2 }, second: { value: 5 } }] }
	]);
	expect(results.pairs[0]!.label).toBe('ASESOR × KEDUA');
	expect(compareItems(small.db, sample!).find(({ indicator }) => indicator === 'B1')!.first).toBeNull();
});
