import { eq } from 'drizzle-orm';
import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { answers, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { toXlsx } from '#lib/server/public/exchange/write-table.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { collectMinutes } from '#lib/server/documents/gather/collect-minutes.ts';
import { decide } from '#lib/server/fieldwork/plenary/decide.ts';
import { addSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { addNote } from './notes.ts';

// One word each, so that no line of a page breaks it.
const SECRET = 'catatanrahasia';
const SEEN = 'justifikasiterbaca';
const DECIDED = 'pertimbanganpleno';
const key = { round: 'uji', region: '35.01', agency: null };
const small = withSmallRound();

afterAll(closeWorkers);

beforeEach(() => {
	const { id: assessmentId } = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	const codes = findInstrument(small.db, 'ikid')!.instrument.domains.flatMap(({ indicators }) => indicators);
	for (const [track, level, updatedBy] of [
		['self', 4, 'pacitan'],
		['assessor', 2, 'asesor']
	] as const)
		// prettier-ignore
		small.db
			.insert(answers)
			.values(
				codes.map(({ code: indicator }) => ({
					assessmentId,
					indicator,
					track,
					level,
					justification: SEEN,
					version: 1,
					updatedAt: NOW,
					updatedBy
				}))
			)
			.run();
	for (const [n, { code }] of codes.entries())
		addNote({ db: small.db, actor: PEOPLE.asesor, now: NOW }, key, {
			requestId: `catatan-${n}`,
			indicator: code,
			body: SECRET
		});
	small.db.update(assessments).set({ status: 'assessed' }).where(eq(assessments.id, assessmentId)).run();
	small.db.update(rounds).set({ status: 'plenary' }).run();
});

/** What a reader of the file reads, without the breaks of lines. */
async function wordsOf(pdf: Buffer): Promise<string> {
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
	return text.replace(/\s+/g, '');
}

function holdSession(): number {
	const session = { heldOn: '2026-10-02', place: 'Ruang A', chair: 'Kepala', number: '', attendees: [] };
	const added = addSession({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, 'uji', session);
	if (added.kind !== 'saved') throw new Error(added.kind);
	const where = { round: 'uji', region: '35.01', indicator: 'A1', session: added.session.id };
	const write = { level: 3, notApplicable: false, changeReason: 'new_evidence' as const, baseVersion: 0 };
	const decided = decide({ db: small.db, actor: PEOPLE.reviewer, now: NOW }, where, {
		...write,
		reason: DECIDED,
		requestId: 'putusan-1'
	});
	if (decided.kind !== 'saved') throw new Error(decided.kind);
	return added.session.id;
}

test.each(['id', 'en'] as const)(
	'no internal note is printed in the reports of region and province (%s)',
	async (of) => {
		const { assessment } = findAssessment(small.db, PEOPLE.pacitan, 'assessment.read', key)!;
		const region = await wordsOf(await renderPdf('region', await collectRegionReport(small.db, assessment, NOW), of));
		expect(region).toContain(SEEN);
		expect(region).not.toContain(SECRET);
		const round = findRound(small.db, 'uji')!;
		const province = await wordsOf(await renderPdf('province', await collectProvinceReport(small.db, round, NOW), of));
		expect(province).toContain('Pacitan');
		expect(province).not.toContain(SECRET);
	}
);

test('no internal note is printed in the minutes of the plenary', async () => {
	const id = holdSession();
	const round = findRound(small.db, 'uji')!;
	const session = { id, version: 1, roundId: round.id, createdAt: NOW, closedAt: null, decisions: 1 };
	const input = { heldOn: '2026-10-02', place: 'Ruang A', chair: 'Kepala', number: '', attendees: [] };
	const minutes = await wordsOf(
		await renderPdf('minutes', collectMinutes(small.db, round, { ...session, ...input }, NOW), 'id')
	);
	expect(minutes).toContain(DECIDED);
	expect(minutes).not.toContain(SECRET);
});

test.each(Object.values(PEOPLE))(
	'no internal note is in a cell of the workbook that $username exports',
	async (viewer) => {
		const workbook = await toXlsx(exportRows(small.db, viewer, findRound(small.db, 'uji')!), 'uji');
		const cells = JSON.stringify(await readSheet(workbook));
		expect(cells).toContain('justification');
		if (['admin', 'reviewer', 'asesor', 'pacitan'].includes(viewer.username)) expect(cells).toContain(SEEN);
		expect(cells).not.toContain(SECRET);
	}
);
