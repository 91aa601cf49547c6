import type { Result } from '#lib/domain/analysis/result.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { renderWord } from '#lib/server/documents/word/render-word.ts';
import { collectRegionWorkbook } from '#lib/server/documents/workbook/gather/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/documents/workbook/print/make-workbook.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { callApi } from '../call-api.ts';
import { readWorkbook } from '../read-workbook.ts';
import { DEMO_NOW } from '../demo-database.ts';
import { PEOPLE } from '../small-round.ts';
import { pdfText, wordText } from './document-text.ts';
import type { Figures, Forms } from './figures.ts';
import { fromRegionPage } from './region-page.ts';
import { fromRegionReport } from './region-report.ts';
import { asking, type RoundForms, roundPage, type RoundTables, valuesOf } from './round-forms.ts';
import { fromEvidencePage, fromPanel, fromQuestionnaire, fromReviewPage } from './round-pages.ts';
import { fromBothRounds, fromValues, type GivenAnswer, levelChanges, numberOf } from './values.ts';
import { fromFormulas, fromWorkbook, raisedInFormulas } from './workbook.ts';

/** The assessment of a region, as an administrator finds it. */
export function assessmentOf(db: Db, round: string, region: string) {
	return findAssessment(db, PEOPLE.admin, 'assessment.read', { round, region, agency: null })!.assessment;
}

/** Distance of the regions whose pages with few figures of their own are read. */
const EVERY = 4;

/** Collects all forms that show a region of a round, the forms of the whole round among it.
 *  @param before tables of the previous round */
export async function regionForms(db: Db, forms: RoundForms, region: string, before: RoundTables): Promise<Forms> {
	const { instrument, scores, workbook, round } = forms;
	const assessment = assessmentOf(db, round.code, region);
	const report = await collectRegionReport(db, assessment, DEMO_NOW, { withEvidence: true });
	const [own, pdf, word] = await Promise.all([
		makeWorkbook(await collectRegionWorkbook(db, PEOPLE.admin, assessment, asking), 'id'),
		renderPdf('region', report),
		renderWord({ kind: 'region', data: report, locale: 'id' })
	]);
	const values = valuesOf(instrument, scores.get(region)!);
	const then = valuesOf(instrument, before.scores.get(region)!);
	const answers = answersOf(forms, region);
	const at = [...scores.keys()].indexOf(region);
	const pages = await pagesOf(db, forms, region);
	const besides = at % EVERY === 1 ? await pagesBesides(db, forms, region) : {};
	return {
		...pages,
		...besides,
		api: await fromApi(db, forms, region),
		csv: {
			...fromValues(instrument, values, answers),
			...fromBothRounds(instrument, values, then),
			...levelChanges(instrument, answers, answersOf(before, region), !values.provisional && !then.provisional)
		},
		...forms.of[region],
		workbook: fromWorkbook(instrument, workbook, region),
		formulas: {
			...fromFormulas(instrument, workbook, at),
			...raisedInFormulas(workbook, at, stepsOf(pages['page']!))
		},
		regionWorkbook: fromWorkbook(instrument, readWorkbook(own), region),
		pdf: fromRegionReport(instrument, await pdfText(pdf)),
		word: fromRegionReport(instrument, wordText(word))
	};
}

/** Steps of the raises that a page lists, by codes of indicators. */
function stepsOf(page: Figures): Record<string, string> {
	const steps = Object.entries(page).filter(([key]) => key.startsWith('step '));
	return Object.fromEntries(steps.map(([key, step]) => [key.slice('step '.length), step]));
}

function regionPage(db: Db, round: string, region: string, name: string, more: object = {}): Promise<string> {
	return roundPage(db, round, `[kind=subject]/[code]${name}`, { params: { kind: 'regions', code: region, ...more } });
}

async function pagesOf(db: Db, { instrument, round }: RoundForms, region: string): Promise<Forms> {
	return { page: fromRegionPage(instrument, await regionPage(db, round.code, region, '')) };
}

async function pagesBesides(db: Db, { round: { code: round } }: RoundForms, region: string): Promise<Forms> {
	const page = (name: string, more?: object) => regionPage(db, round, region, name, more);
	return {
		panel: fromPanel(await roundPage(db, round, '(map)', { query: `?region=${region}` })),
		questionnaire: fromQuestionnaire(await page('/form/[domain]', { domain: 'A' }), 'A'),
		evidence: fromEvidencePage(await page('/evidence')),
		review: fromReviewPage(await page('/review'))
	};
}

async function fromApi(db: Db, { instrument, round }: RoundForms, region: string) {
	const { body } = await callApi(db, `/rounds/${round.code}/regions/${region}`, { viewer: PEOPLE.admin });
	const { answers, ...result } = body as Result & { answers: GivenAnswer[] };
	const { body: pieces } = await callApi(db, `/rounds/${round.code}/regions/${region}/evidence`, {
		viewer: PEOPLE.admin
	});
	return {
		...fromValues(instrument, result, answers),
		pieces: String((pieces as { evidence: unknown[] }).evidence.length)
	};
}

function answersOf({ exported }: RoundTables, region: string): GivenAnswer[] {
	return exported
		.filter(({ region_code, agency }) => region_code === region && agency === '')
		.map((cells) => ({
			indicator: cells.indicator!,
			track: cells.track!,
			level: numberOf(cells.level),
			notApplicable: cells.not_applicable === 'true'
		}));
}
