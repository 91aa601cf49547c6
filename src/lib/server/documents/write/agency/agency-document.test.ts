import { eq } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { beforeEach, expect, test } from 'vitest';
import { addAgencies, answerAll } from '../../../../../../tests/support/agencies.ts';
import { publishRound } from '../../../../../../tests/support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { answers, assessments, evidence, evidenceUses, rounds } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { agencyDocument } from './agency-document.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';

const small = withSmallRound();
let own: number;

beforeEach(() => {
	own = small.db.select().from(assessments).where(eq(assessments.agencyId, 'opd-dinkes')).get()!.id;
	answerAll(small.db, own, 'ikid-opd', 4, 'Alasan dinas kesehatan.');
});

const assessment = () =>
	findAssessment(small.db, PEOPLE.admin, 'assessment.read', { round: 'uji', region: '35.78', agency: 'opd-dinkes' })!
		.assessment;
const collect = (withEvidence = false) => collectAgencyReport(small.db, assessment(), NOW, withEvidence);

test('the report has the chapters of a region, for the agency with its own instrument', () => {
	const document = agencyDocument(collect(), 'id');
	expect(document.cover).toMatchObject({ subject: 'Dinas Kesehatan Kota Surabaya', tiles: [] });
	expect(document['document-number']).toMatch(/^SIAP\/uji\/35\.78\/OPD\/OPD-DINK\/\d+$/);
	expect(document).toMatchObject({ state: 'DRAF', map: null, empty: null });
	expect(document.findings).toMatchObject({ index: '4,00', class: 'Siap Integrasi' });
	expect(document.domains.rows.map(({ code, index }) => [code, index])).toEqual(
		['A', 'B', 'C', 'D'].map((code) => [code, '4,00'])
	);
	const rows = document.indicators.flatMap(({ rows }) => rows);
	expect(rows).toHaveLength(12);
	expect(rows[0]).toMatchObject({ level: 4, track: 'Jalur asesor', justification: 'Alasan dinas kesehatan.' });
	expect(document.plan.paragraphs.join(' ')).toContain('Siap Integrasi');
	expect(document.approval.signers).toEqual(['Ketua Tim Asesor', 'Pimpinan Dinas Kesehatan Kota Surabaya']);
	expect(agencyDocument(collect(), 'en').cover.kicker).toBe('Assessment Report');
});

test('its classes are said of an agency, in the summary and in the method', () => {
	const meanings = (locale: Locale) => {
		const { findings, method } = agencyDocument(collect(), locale);
		return [findings.meaning!, ...method.classes.map(({ meaning }) => meaning)];
	};
	expect(meanings('id')[0]).toBe(
		'Data OPD ini dapat disambungkan sekarang: semua indikator kuncinya memenuhi tingkat yang disyaratkan.'
	);
	expect(new Set(meanings('id')).size).toBe(4);
	for (const meaning of meanings('id')) expect(meaning).not.toMatch(/daerah/i);
	for (const meaning of meanings('en')) expect(meaning).not.toMatch(/region/i);
});

test('nothing in it speaks of the plenary or of the 38, who have no part in it', () => {
	small.db.update(answers).set({ track: 'final' }).where(eq(answers.indicator, 'A1')).run();
	const spoken = (locale: Locale) => {
		const { labels: _, ...said } = agencyDocument(collect(), locale);
		return JSON.stringify(said);
	};
	expect(spoken('id').match(/pleno|kabupaten|kab\.\/kota/gi)).toBeNull();
	expect(spoken('en').match(/plenary|as the region|kab\.\/kota/gi)).toBeNull();
});

test('it is compared with the mean of the agencies of its region once there are five of them, and holds none of them', () => {
	const others = addAgencies(small.db, '35.78', ['kominfo', 'sosial', 'hubungan']);
	for (const id of others) answerAll(small.db, id, 'ikid-opd', 2, 'Rahasia dinas lain.');
	const [foreign] = addAgencies(small.db, '35.01', ['pacitan']);
	answerAll(small.db, foreign!, 'ikid-opd', 1, 'Rahasia Pacitan.');
	const few = collect();
	expect(few.means).toMatchObject({ count: 4, index: null });
	expect(Object.values(few.means.indicators).every((mean) => mean === null)).toBe(true);
	const [, compared] = agencyDocument(few, 'id').findings.facts;
	expect(compared).toMatchObject({ label: 'Rata-rata OPD Kota Surabaya', value: '–' });
	expect(compared!.note).toContain('kurang dari 5 OPD');
	const alone = agencyDocument(few, 'id');
	expect(alone.labels.strengths).toBe('Tingkat tertinggi');
	expect(alone.findings.strengths.map(({ text }) => text)).toEqual(['tingkat 4', 'tingkat 4', 'tingkat 4']);

	const [fifth] = addAgencies(small.db, '35.78', ['pangan']);
	answerAll(small.db, fifth!, 'ikid-opd', 2, 'Rahasia dinas lain.');
	const report = collect();
	expect(report.means.index).toBeCloseTo((4 + 4 * 2) / 5, 10);
	expect(report.results).toHaveLength(1);
	expect(JSON.stringify(report)).not.toMatch(/Rahasia|Dinas (kominfo|sosial|hubungan|pangan|pacitan)/);
	const document = agencyDocument(report, 'id');
	expect(document.findings.facts[1]).toMatchObject({ value: '2,40', note: 'dari 5 OPD yang mempunyai indeks' });
	expect(document.labels.strengths).toBe('Kekuatan utama');
	expect(document.findings.strengths[0]!.text).toBe('tingkat 4, rata-rata OPD 2,40');
});

test('an agency that has not begun has a report that says so', () => {
	small.db.delete(answers).where(eq(answers.assessmentId, own)).run();
	const document = agencyDocument(collect(true), 'id');
	expect(document.empty).toContain('OPD ini belum mempunyai jawaban');
	expect(document.evidence).toMatchObject({ sentences: ['Asesmen ini belum mempunyai bukti dukung.'] });
});

test('its evidence is listed where that is wanted, and stays as it was published', () => {
	const piece = { id: 'sop', assessmentId: own, kind: 'sop' as const, track: 'self' as const, addedBy: 'dinkes' };
	small.db
		.insert(evidence)
		.values({ ...piece, title: 'SOP data', url: 'https://dinkes.example.go.id/sop', addedAt: NOW })
		.run();
	small.db
		.insert(evidenceUses)
		.values({ evidenceId: 'sop', indicator: 'A1', place: 'hlm. 2', addedBy: 'dinkes', addedAt: NOW })
		.run();
	expect(agencyDocument(collect(), 'id').evidence).toBeNull();
	publishRound(small.db, 'uji', NOW);
	small.db.update(evidence).set({ title: 'Diubah', removedAt: NOW }).run();
	small.db.update(answers).set({ level: 1, justification: 'diubah' }).run();
	const document = agencyDocument(collect(true), 'id');
	expect(document.evidence!.groups[0]!.rows).toMatchObject([{ code: 'A1', title: 'SOP data', place: 'hlm. 2' }]);
	expect(document).toMatchObject({ state: 'FINAL', findings: { index: '4,00' } });
	expect(document.approval.paragraphs.join(' ')).not.toContain('pleno');
});

test('the round before is that of the same agency', () => {
	publishRound(small.db, 'uji', NOW);
	const { id: _id, ...before } = findRound(small.db, 'uji')!;
	const later = { ...before, code: 'kini', name: 'Putaran kini', status: 'open' as const, startsOn: '2026-10-01' };
	const round = small.db.insert(rounds).values(later).returning().get();
	const { instrumentId } = small.db.select().from(assessments).where(eq(assessments.id, own)).get()!;
	const now = { roundId: round.id, instrumentId, regionCode: '35.78', agencyId: 'opd-dinkes' };
	answerAll(small.db, small.db.insert(assessments).values(now).returning().get().id, 'ikid-opd', 5, '');
	const key = { round: 'kini', region: '35.78', agency: 'opd-dinkes' };
	const report = collectAgencyReport(
		small.db,
		findAssessment(small.db, PEOPLE.admin, 'assessment.read', key)!.assessment,
		NOW
	);
	expect(agencyDocument(report, 'id').findings.facts[0]).toMatchObject({ value: '+1,00', note: 'Putaran uji: 4,00' });
});
