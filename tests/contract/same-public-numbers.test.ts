import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { type Connection } from '#lib/server/foundation/db/open.ts';
import { listScored } from '#lib/server/rounds/assessment/results.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { formatMoment } from '#lib/words/format-moment.ts';
import { callApi } from '../support/call-api.ts';
import { openDemo } from '../support/demo-database.ts';
import { renderRoute } from '../support/render-route.ts';
import {
	differences,
	type Figures,
	type Forms,
	type Kinds,
	kindOf,
	spoiled,
	unread
} from '../support/shown/figures.ts';
import { fromPublicRegion, fromPublicRound } from '../support/shown/publication.ts';
import { fromRegionPage } from '../support/shown/region-page.ts';
import { fromMapPage, fromSubjectTable } from '../support/shown/round-pages.ts';
import { roundPage, roundTables, valuesOf } from '../support/shown/round-forms.ts';
import { fromValues } from '../support/shown/values.ts';
import { PEOPLE } from '../support/small-round.ts';

const LIMIT = 300_000;
/** A published round. */
const ROUND = '2025';

/** Of each region, on its page for all, in the table there, on the map and its page within, and in the API's table. */
const OF_REGION: Kinds = {
	index: { 'public list map page csv': 39 },
	class: { 'public list map page csv': 39 },
	predicate: { 'public list page csv': 39 },
	rank: { 'public list map': 38 },
	ranked: { 'public round': 38 },
	mean: { 'public page round': 39 },
	domain: { 'public list page csv': 39 },
	domainMean: { 'public page round': 39 },
	published: { 'public round api': 39 }
};

/** Of the round, on its page for all, on the map within, and by the API. */
const OF_ROUND: Kinds = {
	classCount: { 'public map': 1 },
	reached: { 'public map': 1 },
	weight: { 'public page': 1 },
	starts: { 'public api': 1 },
	ends: { 'public api': 1 }
};

let connection: Connection;
let instrument: Instrument;
let regions: Forms[];
let round: Forms;

beforeAll(async () => {
	connection = await openDemo();
	const { db } = connection;
	const stored = findRound(db, ROUND)!;
	instrument = roundInstrument(db, stored, 'region').instrument;
	const whole = fromPublicRound(instrument, await publicPage('p/[round]', {}));
	const map = fromMapPage(await roundPage(db, ROUND, '(map)'));
	const { scores } = await roundTables(db, ROUND);
	const { body } = await callApi(db, `/rounds/${ROUND}`, { viewer: PEOPLE.admin });
	const { publishedAt, startsOn, endsOn } = body as { publishedAt: string; startsOn: string; endsOn: string };
	const api = { published: formatMoment(Date.parse(publishedAt), 'id') };
	const ofRound = only(whole.round, ['mean', 'domainMean', 'published']);
	const ranked = String(Object.values(whole.regions).filter(({ rank }) => rank !== undefined).length);
	regions = [];
	for (const { region } of listScored({ db, actor: PEOPLE.admin }, stored)) {
		const { code } = region;
		const page = fromRegionPage(
			instrument,
			await roundPage(db, ROUND, '[kind=subject]/[code]', { params: { kind: 'regions', code } })
		);
		regions.push({
			public: fromPublicRegion(instrument, await publicPage('p/[round]/[region]', { region: code })),
			list: whole.regions[shortName(region)]!,
			round: { ...ofRound, ...(region.type !== 'province' && { ranked }) },
			map: only(map.regions[code]!, ['index', 'class', 'rank']),
			page: only(page, ['index', 'class', 'predicate', 'mean', 'domain', 'domainMean']),
			csv: only(fromValues(instrument, valuesOf(instrument, scores.get(code)!), []), Object.keys(OF_REGION)),
			api
		});
		if (code === '35.78') round = { public: only(whole.round, Object.keys(OF_ROUND)), page: only(page, ['weight']) };
	}
	round = {
		...round,
		map: only(map.round, ['classCount', 'reached']),
		api: { starts: formatDate(startsOn, 'id'), ends: formatDate(endsOn, 'id') }
	};
}, LIMIT);

afterAll(() => connection.close());

/** A page as whoever has no account gets it. */
function publicPage(route: string, params: object): Promise<string> {
	const all = { round: ROUND, ...params };
	return renderRoute({
		db: connection.db,
		viewer: null,
		route,
		params: all,
		address: `/p/${Object.values(all).join('/')}`
	});
}

function only(figures: Figures, kinds: readonly string[]): Figures {
	return Object.fromEntries(Object.entries(figures).filter(([key]) => kinds.includes(kindOf(key))));
}

test('what is published of a region is what its pages within and the API say', () => {
	expect(regions.flatMap((forms) => differences(forms))).toEqual([]);
	expect(unread(OF_REGION, regions)).toEqual([]);
});

test('what is published of the round is what the map within and the API say', () => {
	expect(differences(round)).toEqual([]);
	expect(unread(OF_ROUND, [round])).toEqual([]);
});

test('the list of agencies and the page of each say the same', async () => {
	const { db } = connection;
	const list = fromSubjectTable(await roundPage(db, '2026', 'agencies'));
	const agencies = listScored({ db, actor: PEOPLE.admin }, findRound(db, '2026')!, 'agency');
	const ofAgencies = roundInstrument(db, findRound(db, '2026')!, 'agency')!.instrument;
	const found: string[] = [];
	for (const { agency, region } of agencies) {
		const params = { kind: 'agencies', code: agency!.id };
		const page = fromRegionPage(ofAgencies, await roundPage(db, '2026', '[kind=subject]/[code]', { params }));
		const own = list[`${agency!.name}, ${shortName(region)}`]!;
		found.push(...differences({ page, list: own }));
		expect(Object.keys(own)).toEqual(['index', 'class', 'completeness']);
	}
	expect(found).toEqual([]);
	expect(agencies.length).toBeGreaterThan(8);
});

describe('the comparison notices', () => {
	test.each([...Object.keys(OF_REGION), ...Object.keys(OF_ROUND)])('%s that one form alone says otherwise', (kind) => {
		const ofRegion = kind in OF_REGION;
		const cases = spoiled(kind, ofRegion ? regions : [round]);
		const named = Object.keys((ofRegion ? OF_REGION[kind] : OF_ROUND[kind])!).flatMap((list) => list.split(' '));
		expect(cases).toHaveLength(named.length - 1);
		for (const { forms, expected } of cases) expect(differences(forms)).toEqual(expected);
	});
});
