import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { textsOf } from '../support/check-grammar.ts';
import { addRoundBefore, answerRound, earlierVersion, otherInstrument } from '../support/round-before.ts';
import { renderRoute } from '../support/render-route.ts';
import { pdfText, wordText } from '../support/shown/document-text.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { renderWord } from '#lib/server/documents/word/render-word.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import { loadDomainForm } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { readThroughTime, listEarlierRounds } from '#lib/server/insight/comparison/through-time.ts';
import { readResultPage } from '#lib/server/insight/result/result-page.ts';
import { readMapValues } from '#lib/server/insight/round-map/map-values.ts';
import { readRegionPanels } from '#lib/server/insight/round-map/region-panel.ts';
import { readStory } from '#lib/server/insight/story/read-story.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';

// Surabaya answers A1 with 4, A2 with 3 and all else with 3; in the rounds before, the levels differ by test.

const small = withSmallRound();
const SURABAYA = '35.78';
const LINE = { agency: null, round: 'uji', region: SURABAYA };
const round = () => findRound(small.db, 'uji')!;
const shipped = (code = 'ikid') => findInstrument(small.db, code)!.instrument;
const context = () => ({ db: small.db, actor: PEOPLE.admin, locale: 'id' as const, now: NOW });
const assessment = (agency: string | null = null) =>
	findAssessment(small.db, PEOPLE.admin, 'assessment.read', { ...LINE, agency })!.assessment;

beforeEach(() => answerRound(small.db, { A1: 4 }));
afterAll(closeWorkers);

function previousAnswers(): Record<string, unknown> {
	const loaded = loadDomainForm(context(), LINE, 'A');
	if (loaded.kind !== 'form') throw new Error(loaded.kind);
	return Object.fromEntries(loaded.form.questions.map(({ code, previous }) => [code, previous]));
}

/** What the page of the region says of the change. */
function resultPage(agency: string | null = null) {
	const { previous, domains } = readResultPage(small.db, PEOPLE.admin, assessment(agency), 'id');
	const indicators = domains.flatMap((domain) => domain.indicators);
	return {
		previous,
		domains: Object.fromEntries(domains.map(({ code, before, incomparable }) => [code, { before, incomparable }])),
		indicators: Object.fromEntries(
			indicators.map(({ code, change, incomparable }) => [code, incomparable ? 'incomparable' : change])
		)
	};
}

/** What the map, its panel and the story say of the change. */
function onMap() {
	const { values, previous } = readMapValues(small.db, round(), { kind: 'change', code: 'change' }, NOW);
	const [panel] = readRegionPanels(context(), round(), shipped(), [SURABAYA]);
	return {
		value: values.get(SURABAYA) ?? null,
		obstacle: previous?.obstacle,
		panel: [panel!.change, panel!.incomparable],
		moves: readStory(small.db, round()).some(({ kind }) => kind === 'movement')
	};
}

/** Texts of the documents on region and province, and the change in the ranking. */
async function documents() {
	const region = regionDocument(await collectRegionReport(small.db, assessment(), NOW), 'id');
	const report = await collectProvinceReport(small.db, round(), NOW);
	const province = provinceDocument(report, 'id');
	return {
		region: textsOf(region).join('\n'),
		province: textsOf(province.summary).join('\n'),
		ranking: province.ranking.rows.find(({ name }) => name === 'Kota Surabaya')!.change,
		note: province.ranking.incomparable
	};
}

const agencyTexts = () =>
	textsOf(agencyDocument(collectAgencyReport(small.db, assessment('opd-dinkes'), NOW), 'id')).join('\n');

const page = (route: string, address: string, more: Record<string, string> = {}) =>
	renderRoute({
		db: small.db,
		viewer: PEOPLE.admin,
		route: `rounds/[round]${route}`,
		params: { round: 'uji', kind: 'regions', code: SURABAYA, ...more },
		address
	});
/** Pages that show a change: of the region, its questionnaire, the map with its panel, and the way through time. */
async function pages() {
	const region = '/[kind=subject]/[code]';
	return Promise.all([
		page(region, `/rounds/uji/regions/${SURABAYA}`),
		page(`${region}/form/[domain]`, `/rounds/uji/regions/${SURABAYA}/form/A`, { domain: 'A' }),
		page('/(map)', `/rounds/uji?by=change&region=${SURABAYA}`),
		page('/time', '/rounds/uji/time')
	]);
}

describe('after a round of the same version', () => {
	beforeEach(() =>
		addRoundBefore(small.db, { year: 2025, instrument: shipped(), agencyInstrument: shipped('ikid-opd') })
	);

	test('every change is shown', async () => {
		expect(previousAnswers()['A1']).toMatchObject({ round: '2025', code: 'A1', level: 3 });
		const { previous, domains, indicators } = resultPage();
		expect(previous).toMatchObject({ code: '2025', index: 3, obstacle: null });
		expect([domains['A'], indicators['A1'], indicators['A2']]).toEqual([{ before: 3, incomparable: false }, 1, 0]);
		expect(resultPage('opd-dinkes').previous).toMatchObject({ index: 3, obstacle: null });
		const { value, panel, moves } = onMap();
		expect(value).toBeGreaterThan(0);
		expect([panel, moves]).toEqual([[value, null], true]);
		const { region, province, ranking, note } = await documents();
		expect(region).toContain('Putaran 2025: 3,00');
		expect(province).toContain('sejak Putaran 2025');
		expect([ranking.startsWith('+'), note]).toEqual([true, null]);
		expect(agencyTexts()).toContain('Putaran 2025: 3,00');
		for (const text of await pages()) expect(text).not.toContain('dapat dibandingkan dengan');
	});
});

describe('after a version with two codes swapped', () => {
	// what is A1 now was A2 with level 2, what is A2 now was A1 with level 4
	beforeEach(() =>
		addRoundBefore(small.db, {
			year: 2025,
			instrument: earlierVersion(small.db, { A1: { code: 'A2' }, A2: { code: 'A1' } }),
			levels: { A1: 4, A2: 2 }
		})
	);

	test('an indicator is compared with itself, and the index with its own', async () => {
		const previous = previousAnswers();
		expect([previous['A1'], previous['A2']]).toMatchObject([
			{ code: 'A2', level: 2 },
			{ code: 'A1', level: 4 }
		]);
		const { previous: index, indicators, domains } = resultPage();
		expect([indicators['A1'], indicators['A2'], indicators['A3']]).toEqual([2, -1, 0]);
		expect(index?.obstacle).toBeNull();
		expect(domains['A']?.incomparable).toBe(false);
		expect(onMap()).toMatchObject({ obstacle: null, moves: true });
		const { bridge, rows } = readThroughTime(context(), round(), findRound(small.db, '2025')!);
		expect(bridge.moved.map(({ code, was }) => [code, was])).toEqual([
			['A1', 'A2'],
			['A2', 'A1']
		]);
		expect(rows[0]).toMatchObject({
			gained: [{ code: 'A1', from: 2, to: 4 }],
			lost: [{ code: 'A2', from: 4, to: 3 }]
		});
		const [, form, , time] = await pages();
		expect(form).toContain('Putaran 2025, ketika berkode A2: tingkat 2');
		expect(time).toContain('Pindah kode');
	});
});

describe('after a version that asked something else', () => {
	beforeEach(() =>
		addRoundBefore(small.db, {
			year: 2025,
			instrument: earlierVersion(small.db, { A1: { question: { id: 'Pertanyaan lain?', en: 'Other?' } } }),
			levels: { A1: 2, B1: 2 }
		})
	);

	test('the indices say that they cannot be compared; indicators and domains that stayed are compared', async () => {
		const reason = 'Tidak dapat dibandingkan dengan Putaran 2025, karena pertanyaan atau bobotnya berubah';
		const previous = previousAnswers();
		expect([previous['A1'], previous['A2']]).toEqual([
			{ round: '2025', obstacle: 'version' },
			expect.objectContaining({ code: 'A2', level: 3 })
		]);
		const { previous: index, indicators, domains } = resultPage();
		expect(index).toMatchObject({ index: null, obstacle: 'version' });
		expect([indicators['A1'], indicators['A2'], indicators['B1']]).toEqual(['incomparable', 0, 1]);
		expect(domains['A']).toEqual({ before: null, incomparable: true });
		expect(domains['B']?.incomparable).toBe(false);
		expect(domains['B']?.before).toBeLessThan(3);
		expect(onMap()).toEqual({
			value: null,
			obstacle: 'version',
			panel: [null, { round: 'Putaran 2025', obstacle: 'version' }],
			moves: false
		});
		const { region, province, ranking, note } = await documents();
		expect(region).toContain(reason);
		expect(province).toContain(reason);
		expect([ranking, note]).toEqual(['–', `${reason}.`]);
		const [result, form, map] = await pages();
		expect(result).toContain(reason);
		expect(result).toContain('>tidak dapat dibandingkan<');
		expect(form).toContain('tidak dapat dibandingkan, karena pertanyaan atau kriterianya berubah');
		expect(map!.split(reason).length - 1).toBeGreaterThan(1); // heading and panel
	});
});

test('the ranking says on paper and in Word why it shows no change', async () => {
	addRoundBefore(small.db, { year: 2025, instrument: otherInstrument(small.db) });
	const report = await collectProvinceReport(small.db, round(), NOW);
	const said = 'Tidak dapat dibandingkan dengan Putaran 2025, karena instrumennya lain.';
	const onPaper = await pdfText(await renderPdf('province', report));
	expect(onPaper.replace(/\s+/g, ' ')).toContain(said);
	expect(wordText(await renderWord({ kind: 'province', data: report, locale: 'id' }))).toContain(said);
});

describe('after a round of another instrument', () => {
	const other = (year: number) =>
		addRoundBefore(small.db, {
			year,
			instrument: otherInstrument(small.db),
			agencyInstrument: otherInstrument(small.db, 'ikid-opd'),
			levels: { A1: 2 }
		});

	test('nothing is compared, and every place says so', async () => {
		other(2025);
		const reason = 'Tidak dapat dibandingkan dengan Putaran 2025, karena instrumennya lain';
		expect(previousAnswers()['A1']).toEqual({ round: '2025', obstacle: 'instrument' });
		for (const agency of [null, 'opd-dinkes']) {
			const { previous, domains, indicators } = resultPage(agency);
			expect(previous).toMatchObject({ index: null, obstacle: 'instrument' });
			expect(Object.values(domains).every(({ before }) => before === null)).toBe(true);
			expect(new Set(Object.values(indicators))).toEqual(new Set(['incomparable']));
		}
		expect(onMap()).toEqual({
			value: null,
			obstacle: 'instrument',
			panel: [null, { round: 'Putaran 2025', obstacle: 'instrument' }],
			moves: false
		});
		const { region, province, ranking, note } = await documents();
		expect(region).toContain(reason);
		expect(province).toContain(reason);
		expect([ranking, note]).toEqual(['–', `${reason}.`]);
		expect(agencyTexts()).toContain(reason);
		const [result, form, map, time] = await pages();
		for (const text of [result, map]) expect(text).toContain(reason);
		expect(form).toContain('Putaran 2025: tidak dapat dibandingkan, karena instrumennya lain');
		expect(time).toContain('Tidak dapat dibandingkan, karena memakai instrumen lain: Putaran 2025.');
	});

	test('the round before is the latest of its own instrument, of regions and of agencies apart', () => {
		addRoundBefore(small.db, { year: 2023, instrument: shipped(), agencyInstrument: shipped('ikid-opd') });
		addRoundBefore(small.db, { year: 2024, instrument: shipped() });
		other(2025);
		const before = (unit: 'region' | 'agency') => findRoundBefore(small.db, round(), unit)!;
		expect([before('region').round.code, before('agency').round.code]).toEqual(['2024', '2023']);
		expect([before('region').comparison.obstacle, before('agency').comparison.obstacle]).toEqual([null, null]);
		expect(resultPage().previous?.code).toBe('2024');
		const { comparable, others } = listEarlierRounds(small.db, PEOPLE.admin, round());
		expect([comparable, others].map((list) => list.map(({ code }) => code))).toEqual([['2024', '2023'], ['2025']]);
	});
});

test('a first round has no round before, and says nothing of one', async () => {
	expect([findRoundBefore(small.db, round(), 'region'), findRoundBefore(small.db, round(), 'agency')]).toEqual([
		null,
		null
	]);
	expect(previousAnswers()['A1']).toBeNull();
	expect(resultPage().previous).toBeNull();
	expect(onMap()).toEqual({ value: null, obstacle: undefined, panel: [null, null], moves: false });
	expect((await documents()).region).toContain('Tidak ada angka pembanding');
});
