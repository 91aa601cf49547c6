import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, expect, test } from 'vitest';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { listPassages } from '../shared/passages.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { samplePlanReport } from '../../../../../../tests/support/sample-report.ts';
import type { PlanReport } from '../types.ts';
import { planDocument, planDraft } from './plan-document.ts';

afterAll(closeWorkers);

const keysOf = (report: PlanReport) => listPassages(planDraft(report, 'id')).map(({ passage }) => passage);

async function printed(data: PlanReport): Promise<string> {
	const pdf = await renderPdf('plan', data, 'id');
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
	return text.replace(/\s+/g, ' ');
}

test('every paragraph of a region’s plan is printed as editors wrote it', async () => {
	const report = samplePlanReport('35.01');
	const keys = keysOf(report);
	expect(keys).toEqual(
		expect.arrayContaining([
			...['summary.finding', 'summary.timing', 'schedule.finding', 'steps.finding', 'leads.lead', 'leads.finding'],
			...['budget.unpriced', 'budget.finding', 'sheets.diskominfo.lead', 'sheets.diskominfo.late', 'method.time']
		])
	);
	const texts = Object.fromEntries(keys.map((key) => [key, `Tentang ${key}\nBaris kedua ${key}`]));
	const text = await printed({ ...report, texts });
	expect(keys.filter((key) => !text.includes(`Tentang ${key}`) || !text.includes(`Baris kedua ${key}`))).toEqual([]);
});

test('without its paragraphs the plan of all is still whole: tables, drawing, approval', async () => {
	const report = samplePlanReport(null);
	const texts = Object.fromEntries(keysOf(report).map((key) => [key, null]));
	const generated = listPassages(planDraft(report, 'id')).map((passage) => passage.text);
	const text = await printed({ ...report, texts });
	expect(generated.filter((sentence) => text.includes(sentence))).toEqual([]);
	const { approval, work } = planDocument(report, 'id');
	for (const sentence of [...approval.paragraphs, work!.steps.rows[0]!.title]) expect(text).toContain(sentence);
});

test('that a cost rests on an assumption is said whatever editors wrote', () => {
	const report = samplePlanReport('35.01', { options: { ...EVERYTHING, unitCost: 350_000 } });
	const texts = Object.fromEntries(keysOf(samplePlanReport('35.01')).map((key) => [key, null]));
	const { budget } = planDocument({ ...report, texts }, 'id').work!;
	expect(budget.paragraphs).toEqual([expect.stringContaining('asumsi penyusun dokumen')]);
	expect(budget.caption).toContain('dengan asumsi');
});
