import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatIndex } from '#lib/words/format-index.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { openDemo } from '../../../../../tests/support/demo-database.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { compareRegions, parseRegions } from '#lib/server/insight/comparison/compare-regions.ts';
import { heatCsv } from './heat-csv.ts';
import { type HeatChoice, parseHeatChoice, readHeat } from './heat.ts';
import { listEarlierRounds, readThroughTime } from '#lib/server/insight/comparison/through-time.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await openDemo();
});
afterAll(async () => {
	await closeWorkers();
	connection.close();
});
const round = (code = '2026') => findRound(connection.db, code)!;
const viewer = (username: string): Viewer =>
	connection.db.select().from(users).where(eq(users.username, username)).get()!;
const compare = (name: string, ...codes: string[]) =>
	compareRegions({ db: connection.db, actor: viewer(name), locale: 'id' }, round(), codes);
const heat = (name: string, choice: Partial<HeatChoice> = {}, code = '2026') =>
	readHeat({ db: connection.db, actor: viewer(name), locale: 'id' }, round(code), {
		sort: 'similarity',
		folded: [],
		...choice
	});

describe('comparing regions', () => {
	test('the parts shown add up to the difference of the indices shown, for any pair of the sample', () => {
		const codes = scoreRound(connection.db, round(), 'region').map(({ region }) => region.code);
		for (const code of codes) {
			const { regions, differences } = compare('admin', '35.78', code);
			const [found] = differences;
			if (!found?.difference) continue;
			const hundredths = (value: number | null) => Math.round(100 * Number(formatIndex(value, 'en')));
			expect(found.difference.shown).toBe(hundredths(regions[1]!.index) - hundredths(regions[0]!.index));
			expect(found.domains.reduce((sum, { shown }) => sum + shown, 0)).toBe(found.difference.shown);
			for (const { shown, indicators } of found.domains)
				expect(indicators.reduce((sum, part) => sum + part.shown, 0)).toBe(shown);
		}
	});

	test('names what the viewer may not read and shows nothing of it', () => {
		const { regions, refused, choices, differences } = compare('surabaya', '35.78', '35.05', '99.99');
		expect(regions.map(({ code }) => code)).toEqual(['35.78']);
		expect(refused).toEqual(['35.05', '99.99']);
		expect(choices.map(({ code }) => code)).toEqual(['35.78']);
		expect(differences).toEqual([]);
	});

	test('a region without an answer has no difference, and the others still do', () => {
		const { differences } = compare('admin', '35.78', '35.12', '35.05');
		expect(differences.map(({ difference }) => difference === null)).toEqual([true, false]);
	});

	test('an address holds four codes at most, in one or in several parts', () => {
		expect(parseRegions(new URLSearchParams('regions=a,b&regions=&regions=b&regions=c,d,e'))).toEqual([
			'a',
			'b',
			'c',
			'd'
		]);
	});
});

describe('the heat table', () => {
	test('holds 39 regions and 40 indicators, the province last whatever the order', async () => {
		for (const sort of ['similarity', 'index', 'name'] as const) {
			const { rows } = await heat('admin', { sort });
			expect(rows).toHaveLength(39);
			expect(rows.at(-1)!.code).toBe('35');
			expect(rows.every(({ answers }) => answers.flat().length === 40)).toBe(true);
		}
		const { rows } = await heat('admin', { sort: 'name' });
		const malang = rows.map(({ name }) => name).filter((name) => name.endsWith('Malang'));
		expect(malang).toEqual(['Kab. Malang', 'Kota Malang']);
		const byIndex = (await heat('admin', { sort: 'index' })).rows.slice(0, -1).map(({ index }) => index ?? 0);
		expect(byIndex).toEqual(byIndex.toSorted((a, b) => b - a));
	});

	test('puts clusters together in the order of similarity, and describes each', async () => {
		const { rows, clusters, silhouette } = await heat('admin');
		const codes = clusters.flatMap(({ members }) => members.map(({ code }) => code));
		expect(rows.slice(0, codes.length).map(({ code }) => code)).toEqual(codes);
		expect(silhouette).toBeGreaterThan(0);
		expect(clusters.every(({ level }) => ['above', 'near', 'below'].includes(level))).toBe(true);
	});

	test('of a region’s own people has one row, no clusters and nothing of the others', async () => {
		const { rows, clusters, hidden, byType } = await heat('surabaya');
		expect(rows.map(({ code }) => code)).toEqual(['35.78']);
		expect([clusters.length, hidden]).toEqual([1, 38]);
		expect(byType).toMatchObject([{ group: 'kota', n: 0, total: 1 }]); // not assessed to the end yet
	});

	test('as CSV has a row a region, and a collapsed domain its index only', async () => {
		const found = await heat(
			'admin',
			parseHeatChoice(new URLSearchParams('sort=index&fold=A,Z'), { domains: [{ code: 'A' }] } as never)
		);
		const rows = parse<Record<string, string>>(heatCsv('2026', found), { columns: true, bom: true });
		expect(rows).toHaveLength(39);
		expect(rows[0]).toMatchObject({ region_code: found.rows[0]!.code, index: String(found.rows[0]!.index) });
		expect(Object.keys(rows[0]!)).toContain('domain_A');
		expect(Object.keys(rows[0]!)).not.toContain('A1');
		expect(Object.keys(rows[0]!)).toContain('B1');
	});
});

describe('through time', () => {
	test('the same version compares everything, and full regions change as their official indices do', () => {
		const { bridge, rows, sameVersion } = readThroughTime(
			{ db: connection.db, actor: viewer('admin'), locale: 'id' },
			round(),
			round('2025')
		);
		expect([bridge.shared, bridge.total, sameVersion]).toEqual([40, 40, true]);
		const full = rows.filter(({ compared, provisional }) => compared === 40 && !provisional);
		expect(full.length).toBeGreaterThan(20);
		for (const { before, now, official } of full) expect([before, now]).toEqual([official.before, official.now]);
	});

	test('shows of the running round only what the viewer may read', () => {
		const { rows } = readThroughTime(
			{ db: connection.db, actor: viewer('surabaya'), locale: 'id' },
			round(),
			round('2025')
		);
		expect(rows.map(({ code }) => code)).toEqual(['35.78']);
	});

	test('offers the rounds before, not itself and not those to come', () => {
		const earlier = (code: string) =>
			listEarlierRounds(connection.db, viewer('gubernur'), round(code)).comparable.map((r) => r.code);
		expect(earlier('2026')).toEqual(['2025']);
		expect(earlier('2025')).toEqual([]);
	});
});
