import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Locale } from '#lib/domain/locale.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { inLocale } from '#lib/server/foundation/http/request-locale.ts';
import { finaliseRegions } from '#lib/server/fieldwork/plenary/decide.ts';
import { moveAssessment, type MoveStep } from '#lib/server/fieldwork/steps/move-assessment.ts';
import { gatherDocument } from '#lib/server/documents/gather/gather-document.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { isEditable, renderWord } from '#lib/server/documents/word/render-word.ts';
import { collectRoundWorkbook } from '#lib/server/documents/workbook/gather/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/documents/workbook/print/make-workbook.ts';
import type { ReportJob } from '#lib/server/documents/write/types.ts';
import { writeDocument } from '#lib/server/documents/write/writers.ts';
import { type Connection, type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { agencies, users } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { createRound, moveRound } from '#lib/server/public/life/manage-round.ts';
import { savePublication } from '#lib/server/public/publication/settings.ts';
import { saveAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { countSteps } from '#lib/server/rounds/assessment/record-step.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { seedDemoData } from '#lib/server/demo/seed-database.ts';
import { load as loadRoot } from '../../src/routes/+layout.server.ts';
import { load as loadHome } from '../../src/routes/+page.server.ts';
import { load as loadProvince } from '../../src/routes/admin/province/+page.server.ts';
import ProvincePage from '../../src/routes/admin/province/+page.svelte';
import { load as loadRegions } from '../../src/routes/admin/regions/+page.server.ts';
import RegionsPage from '../../src/routes/admin/regions/+page.svelte';
import { load as loadRound } from '../../src/routes/rounds/[round]/+layout.server.ts';
import { load as loadMap } from '../../src/routes/rounds/[round]/(map)/+layout.server.ts';
import { load as loadPanel } from '../../src/routes/rounds/[round]/(map)/+page.server.ts';
import MapPage from '../../src/routes/rounds/[round]/(map)/+page.svelte';
import { load as loadRegion } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/+page.server.ts';
import RegionPage from '../../src/routes/rounds/[round]/[kind=subject]/[code]/+page.svelte';
import { load as loadHeat } from '../../src/routes/rounds/[round]/heat/+page.server.ts';
import HeatPage from '../../src/routes/rounds/[round]/heat/+page.svelte';
import { load as loadPresent } from '../../src/routes/rounds/[round]/present/+page.server.ts';
import { load as loadPlan } from '../../src/routes/rounds/[round]/plan/+page.server.ts';
import { callApi } from '../support/call-api.ts';
import { eastJavaWords } from '../support/east-java-words.ts';
import { MADE_UP_TEXT } from '../support/made-up-province.ts';
import { askPublic } from '../support/public-site.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { wordText } from '../support/shown/document-text.ts';

const NOW = Date.UTC(2026, 9, 1, 3);
const LIMIT = 240_000; // documents are really printed
const person = (id: string, role: Viewer['role'], regionCode: string | null = null): Viewer => ({
	id,
	username: id,
	displayName: `Orang ${id}`,
	role,
	regionCode,
	agencyId: null
});
const ADMIN = person('admin', 'admin');
const ASSESSOR = person('asesor', 'assessor');
const OWN = person('satu', 'respondent', '99.01');

let folder: string;
let connection: Connection;
let db: Db;
let instrument: Instrument;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'siap-province-'));
	writeFileSync(join(folder, 'profil.yaml'), MADE_UP_TEXT);
	connection = openDatabase(folder, join(folder, 'profil.yaml'));
	({ db } = connection);
	storeShippedInstruments(db, NOW);
	// the shipped instrument names laws and the portal of its province; another one brings an instrument of its own
	connection.client.exec(`UPDATE instrument_versions
		SET content = replace(content, 'Jatim', 'Setempat'), content_hash = content_hash || '-uji'`);
	instrument = findInstrument(db, 'ikid')!.instrument;
	db.insert(users)
		.values([ADMIN, ASSESSOR, OWN].map((viewer) => ({ ...viewer, passwordHash: '-', createdAt: NOW })))
		.run();
	db.insert(agencies).values({ id: 'dinkes-99', regionCode: '99', name: 'Dinas Kesehatan' }).run();
	await runRound();
}, LIMIT);

afterAll(async () => {
	await closeWorkers();
	connection.close();
	rmSync(folder, { recursive: true });
});

/** The main job: a round is opened, answered, reviewed, finished, settled and published. */
async function runRound(): Promise<void> {
	const context = { db, actor: ADMIN, now: NOW };
	const round = {
		code: '2026',
		name: 'Putaran 2026',
		startsOn: '2026-09-01',
		endsOn: '2026-11-30',
		instrumentId: findInstrument(db, 'ikid')!.id,
		agencyInstrumentId: null,
		targetClass: 'nearly_ready',
		dailyCapacity: 2
	};
	expect(createRound(context, round)).toEqual({ kind: 'saved', code: '2026' });
	expect(moveRound(context, '2026', { step: 'open' })).toMatchObject({ kind: 'moved' });
	const codes = listRegions(db).map(({ code }) => code);
	const wanted = codes.map((regionCode) => ({ regionCode, userId: ASSESSOR.id }));
	expect(saveAssignments(context, '2026', { seen: [], wanted })).toMatchObject({ kind: 'saved', added: 8 });
	await answer(OWN, '99.01', 'self');
	move(OWN, '99.01', 'submit');
	for (const [at, code] of codes.entries()) {
		move(ASSESSOR, code, 'begin_review');
		await answer(ASSESSOR, code, 'assessor', code === '99.01' ? 0 : at);
		move(ASSESSOR, code, 'finish');
	}
	expect(moveRound(context, '2026', { step: 'convene' })).toMatchObject({ kind: 'moved' });
	const settled = finaliseRegions(
		context,
		'2026',
		codes.map((region) => ({ region, seen: seenOf(region) }))
	);
	expect([...settled.values()].map(({ kind }) => kind)).toEqual(codes.map(() => 'moved'));
	expect(moveRound(context, '2026', { step: 'publish' })).toMatchObject({ kind: 'moved', status: 'published' });
	const publication = { depth: 'indicators', embargoUntil: null, licence: 'CC-BY-4.0', contact: '' } as const;
	expect(savePublication(context, '2026', publication)).toEqual({ kind: 'saved' });
}

/** Through the API, with levels that differ by region and a written reason where there is no evidence. */
async function answer(viewer: Viewer, region: string, track: 'self' | 'assessor', shift = 0): Promise<void> {
	const indicators = instrument.domains.flatMap((domain) => domain.indicators);
	for (const [at, { code }] of indicators.entries()) {
		const body = {
			track,
			level: 1 + ((at + shift) % 5),
			notApplicable: false,
			justification: 'Diperiksa.',
			evidenceWaiver: 'Bukti diperlihatkan di tempat.',
			baseVersion: 0,
			requestId: `${track}-${region}-${code}`
		};
		const { status, text } = await callApi(db, `/rounds/2026/regions/${region}/answers/${code}`, {
			viewer,
			method: 'PUT',
			body
		});
		expect(status, text).toBe(200);
	}
}

function seenOf(region: string): number {
	const found = findAssessment(db, ADMIN, 'assessment.read', { round: '2026', region, agency: null })!;
	return countSteps(db, found.assessment.id);
}

function move(actor: Viewer, region: string, step: MoveStep): void {
	const key = { round: '2026', region, agency: null };
	const result = moveAssessment({ db, actor, now: NOW }, key, { step, reason: '', seen: seenOf(region) });
	expect(result, JSON.stringify(result)).toMatchObject({ kind: 'moved' });
}

const WORDS = eastJavaWords();
const squashed = (text: string) => text.replace(/\s+/g, ' ');

/** Words of East Java in an output, with what stands around them. */
function foreign(output: unknown): string[] {
	const own = squashed(typeof output === 'string' ? output : JSON.stringify(output));
	return WORDS.flatMap(({ word, pattern }) => {
		const at = own.search(pattern);
		return at === -1 ? [] : [`${word}: ${own.slice(Math.max(0, at - 60), at + 60)}`];
	});
}

function event(address: string, params: Record<string, string> = {}, locale: Locale = 'id') {
	return {
		locals: { db, viewer: ADMIN, locale, dataDir: folder },
		params: { round: '2026', ...params },
		url: new URL(`http://siap.contoh${address}`),
		untrack: <Value>(read: () => Value) => read()
	} as never;
}

test('the province is the one that PROVINCE named at the first start', () => {
	expect(findProvince(db)).toMatchObject({ code: '99', zone: 'Asia/Jayapura', grouping: null, total: 7 });
	expect(findRound(db, '2026')!.status).toBe('published');
});

describe.each(['id', 'en'] as const)('in %s, nothing speaks of East Java or of a grouping', (locale) => {
	const spoken = (work: () => Promise<void>) => () => inLocale(locale, work);
	const open = (address: string, params?: Record<string, string>) => event(address, params, locale);

	test(
		'pages: overview and map, region, heat, presentation, plan, administration',
		spoken(async () => {
			const root = await loadRoot(open('/'));
			const round = await loadRound(open('/rounds/2026'));
			const map = await loadMap(open('/rounds/2026'));
			const panel = await loadPanel(open('/rounds/2026?region=99.01'));
			const list = await loadMap(open('/rounds/2026?view=list'));
			const region = await loadRegion(open('/rounds/2026/regions/99.01', { kind: 'regions', code: '99.01' }));
			const heat = await loadHeat(open('/rounds/2026/heat'));
			const regions = await loadRegions(open('/admin/regions'));
			const province = await loadProvince(open('/admin/province'));
			const loads = {
				root,
				home: await loadHome(open('/')),
				round,
				map,
				panel,
				list,
				region,
				heat,
				regions,
				province,
				plan: await loadPlan(open('/rounds/2026/plan')),
				...Object.fromEntries(
					await Promise.all(
						[1, 2, 3, 4, 5].map(async (step) => [
							`step ${step}`,
							await loadPresent(open(`/rounds/2026/present?step=${step}`))
						])
					)
				)
			};
			for (const [name, data] of Object.entries(loads)) expect(foreign(data), name).toEqual([]);
			expect([map!.grouping, map!.byArea, heat!.grouping, heat!.byArea, regions!.grouping]).toEqual([
				null,
				[],
				null,
				[],
				null
			]);
			const page = { url: new URL('http://siap.contoh/rounds/2026'), params: { round: '2026' }, route: { id: null } };
			const props = (data: object) => ({
				props: { data: { ...root, ...round, ...data }, form: null, params: {} } as never,
				context: new Map([['__request__', { page }]])
			});
			const pages = {
				map: render(MapPage as never, props({ ...map, ...panel })).body,
				list: render(MapPage as never, props({ ...list, ...panel })).body,
				region: render(RegionPage as never, props(region!)).body,
				heat: render(HeatPage as never, props(heat!)).body,
				regions: render(RegionsPage as never, props(regions!)).body,
				province: render(ProvincePage as never, props(province!)).body
			};
			for (const [name, html] of Object.entries(pages)) {
				expect(foreign(html), name).toEqual([]);
				expect(html, name).toContain('Pulau Satu');
			}
			expect(pages.map).toContain('SAT');
			expect(pages.map).not.toContain('id="area"');
		})
	);

	test(
		'documents: their data, PDF, Word and workbook',
		spoken(async () => {
			const round = findRound(db, '2026')!;
			for (const [kind, subject] of [
				['province', ''],
				['region', '99.01'],
				['region', '99'],
				['plan', ''],
				['plan', '99.01']
			] as const) {
				const job = (await gatherDocument(db, round, { kind, subject, locale, certainty: 'known' }, NOW))!;
				expect(foreign(job.data), `data of ${kind}`).toEqual([]);
				expect(foreign(writeDocument(job)), `${kind} ${subject}`).toEqual([]);
				if (isEditable(job)) expect(foreign(wordText(await renderWord(job))), `Word of ${kind}`).toEqual([]);
				if (kind === 'province') {
					expect(job.data).toMatchObject({ documentNumber: expect.stringContaining('/99/PROV/') as string });
					const { pdf } = await printed(job);
					expect(pdf).toContain('Nusa Baru');
					expect(foreign(pdf), 'PDF').toEqual([]);
				}
			}
			const asked = await collectRoundWorkbook(db, ADMIN, round, { now: NOW, locale });
			const sheets = readWorkbook(await makeWorkbook(asked, locale));
			for (const [sheet, { cells }] of sheets)
				expect(foreign([...cells.values()].map(({ value }) => value)), sheet).toEqual([]);
		}),
		LIMIT
	);

	test(
		'API and public site',
		spoken(async () => {
			for (const address of [
				'/rounds',
				'/rounds/2026',
				'/rounds/2026/scores',
				'/rounds/2026/scores.csv',
				'/rounds/2026/export.csv',
				'/rounds/2026/regions/99.01',
				'/rounds/2026/regions/99.01/plan',
				'/rounds/2026/regions/98.01'
			])
				expect(foreign((await callApi(db, address, { viewer: ADMIN, locale })).text), address).toEqual([]);
			const denied = await callApi(db, '/rounds/2026/control', { viewer: OWN, locale });
			expect(denied.status).toBe(403);
			expect(denied.text).toContain(findProvince(db).offices.contact[locale]);
			for (const ending of [
				'',
				'/99.71',
				'/99',
				'/embed',
				'/data.csv',
				'/data.json',
				'/metadata.json',
				'/dcat.jsonld'
			]) {
				const response = await askPublic(db, `/p/2026${ending}?lang=${locale}`);
				expect(response.status, ending).toBe(200);
				expect(foreign(await response.text()), ending).toEqual([]);
			}
		})
	);
});

async function printed({ kind, data, locale }: ReportJob): Promise<{ pdf: string }> {
	const bytes = new Uint8Array(await renderPdf(kind, data as never, locale));
	const file = await getDocumentProxy(bytes, { verbosity: 0 });
	let pdf = '';
	for (let number = 1; number <= file.numPages; number += 1) {
		const { items } = await (await file.getPage(number)).getTextContent();
		pdf += ` ${items.map((item) => ('str' in item ? item.str : '')).join(' ')}`;
	}
	await file.loadingTask.destroy();
	return { pdf };
}

test('the demo says that it is of another province', async () => {
	const other = openDatabase(':memory:', join(folder, 'profil.yaml'));
	await expect(seedDemoData(other.db, NOW)).rejects.toThrow('Nusa Baru');
	other.close();
});

test('the check sees a word of East Java', () => {
	expect(foreign({ name: 'Diskominfo Kota Surabaya' })).not.toEqual([]);
	expect(foreign('Rata-rata menurut Bakorwil')).not.toEqual([]);
});
