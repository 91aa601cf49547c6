import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Connection } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { DEMO_NOW as NOW, openDemo } from '../../../../../tests/support/demo-database.ts';
import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { findOrStartJob } from '#lib/server/insight/robustness/robust-job.ts';
import { parseCompared, readRegionPanels } from './region-panel.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { parseOverviewChoice } from './overview-choice.ts';
import { findRegionsByName, readOverview } from './overview.ts';

let connection: Connection;
let round: Round;

beforeAll(async () => {
	connection = await openDemo();
	round = findRound(connection.db, '2026')!;
});

afterAll(closeWorkers);

function viewer(username: string): Viewer {
	return connection.db.select().from(users).where(eq(users.username, username)).get()!;
}

function overview(username: string, address = '') {
	const { instrument } = getInstrument(connection.db, round.instrumentId);
	const choice = parseOverviewChoice(new URLSearchParams(address), instrument);
	return readOverview(
		{ db: connection.db, actor: viewer(username), locale: 'id', now: NOW },
		round,
		instrument,
		choice
	);
}

describe('what a viewer does not reach', () => {
	test('a region outside the assignments has no figure, status or rank', () => {
		const { rows, hidden } = overview('surabaya');
		const closed = rows.filter(({ region }) => region.code !== '35.78');
		expect(closed).toHaveLength(38);
		expect(hidden).toBe(38);
		for (const row of closed) {
			expect(row).toMatchObject({
				state: 'hidden',
				status: null,
				index: null,
				value: null,
				readinessClass: null,
				completeness: null,
				rank: null
			});
		}
	});

	test('counts, means and distribution are of readable regions only', () => {
		const seen = overview('surabaya');
		const own = seen.rows.find(({ region }) => region.code === '35.78')!;
		expect(seen.distribution).toMatchObject({ total: 1, provisional: 1, notAssessed: 0 });
		expect(own).toMatchObject({ state: 'provisional', index: 3.49, rank: null });
		expect(seen.mean.n).toBe(0);
		const other = overview('asesor3');
		const counted = other.rows.filter(({ state }) => state === 'assessed').map(({ index }) => index!);
		expect(other.rows.some(({ state }) => state === 'provisional')).toBe(true);
		expect(other.mean).toMatchObject({ n: counted.length, min: Math.min(...counted), max: Math.max(...counted) });
	});

	test('an agency contact sees no region at all', () => {
		expect(overview('dinkes').rows.every(({ state }) => state === 'hidden')).toBe(true);
	});
});

describe('the whole map', () => {
	test('shows 38 and the province; what is not assessed is none, with its status', () => {
		const { rows, hidden } = overview('admin');
		expect(rows).toHaveLength(39);
		expect(hidden).toBe(0);
		const notStarted = rows.filter(({ status }) => status === 'not_started');
		expect(notStarted.length).toBeGreaterThan(0);
		expect(notStarted.every(({ state, index }) => state === 'none' && index === null)).toBe(true);
	});

	test('the province is shown but neither ranked nor counted', () => {
		const { rows, distribution } = overview('admin');
		expect(rows.find(({ region }) => region.code === '35')?.rank).toBeNull();
		expect(distribution.total).toBe(38);
	});

	test('by an indicator the value is its level and the index stays the index', () => {
		const plain = new Map(overview('admin').rows.map((row) => [row.region.code, row.index]));
		for (const row of overview('admin', 'by=B2').rows) {
			expect(row.index).toBe(plain.get(row.region.code));
			if (row.value !== null) expect([1, 2, 3, 4, 5]).toContain(row.value);
		}
	});

	test.each(['asc', 'desc'])('sorted by index %s, regions without one stand last', (order) => {
		const indices = overview('admin', `sort=index&order=${order}`).rows.map(({ index }) => index);
		const known = indices.filter((index) => index !== null);
		expect(known.length).toBeLessThan(39);
		const sorted = [...known].sort((a, b) => (order === 'asc' ? a - b : b - a));
		expect(indices).toEqual([...sorted, ...Array<null>(39 - known.length).fill(null)]);
	});

	test('an address that makes no sense is the class, by index, as tiles', () => {
		const { instrument } = getInstrument(connection.db, round.instrumentId);
		expect(parseOverviewChoice(new URLSearchParams('by=Z9&sort=x&view=3d'), instrument)).toEqual({
			by: { kind: 'class', code: 'class' },
			sort: 'index',
			descending: true,
			view: '3d',
			filter: [],
			page: 1,
			query: ''
		});
	});
});

describe('what else the map is coloured by', () => {
	const value = (address: string, code: string) =>
		overview('admin', address).rows.find(({ region }) => region.code === code)!.value;

	test('change is the difference of the shown indices to the round before', () => {
		const { rows, previous } = overview('admin', 'by=change');
		expect(previous?.code).toBe('2025');
		const known = rows.filter(({ value }) => value !== null);
		expect(known.length).toBeGreaterThan(20);
		for (const row of known) expect(Math.abs(row.value! * 100 - Math.round(row.value! * 100))).toBeLessThan(1e-9);
		expect(rows.filter(({ state }) => state === 'none').every((row) => row.value === null)).toBe(true);
	});

	test('the gap is unknown where only one of the two has judged', () => {
		expect(value('by=gap', '35.12')).toBeNull();
		expect(overview('admin', 'by=gap').rows.filter((row) => row.value !== null).length).toBeGreaterThan(10);
	});

	test('completeness and waiting are known of a region that has not begun; what is assessed waits for nobody', () => {
		expect(value('by=completeness', '35.12')).toBe(0);
		expect(value('by=waiting', '35.12')).toBeGreaterThan(28);
		for (const row of overview('admin', 'by=waiting').rows)
			if (row.status === 'assessed' || row.status === 'final') expect(row.value).toBe(0);
	});

	test('how sure the ranking is comes later, without being waited for, and not for everyone', async () => {
		const first = overview('admin', 'by=rank');
		expect(first.simulation?.state).toBe('running');
		expect(first.rows.every(({ value }) => value === null)).toBe(true);
		await findOrStartJob(connection.db, round, parseRobustSettings(new URLSearchParams())).ended;
		const rows = overview('admin', 'by=rank').rows.filter(({ value }) => value !== null);
		expect(rows.length).toBeGreaterThan(20);
		for (const { value, band, rank } of rows) {
			expect(value).toBe(band![1] - band![0]);
			expect(rank).not.toBeNull();
		}
		// Rank and band are of the same regions.
		const ranked = overview('admin').rows.filter(({ rank }) => rank !== null);
		expect(rows.map(({ region }) => region.code).sort()).toEqual(ranked.map(({ region }) => region.code).sort());
		const { instrument } = getInstrument(connection.db, round.instrumentId);
		expect(parseOverviewChoice(new URLSearchParams('by=rank'), instrument, false).by.kind).toBe('class');
	});

	test('a hidden region tells none of it', () => {
		for (const by of ['change', 'gap', 'completeness', 'waiting', 'rank'])
			for (const row of overview('surabaya', `by=${by}`).rows)
				if (row.state === 'hidden') expect(row).toMatchObject({ value: null, band: null, rank: null });
	});
});

describe('a region in a few lines', () => {
	const panel = (username: string, code: string) => {
		const { instrument } = getInstrument(connection.db, round.instrumentId);
		return readRegionPanels({ db: connection.db, actor: viewer(username), locale: 'id' }, round, instrument, [
			code,
			'99.99'
		]);
	};

	test('has index, rank, what blocks and its strongest domain as the map and the region’s page have them', () => {
		const row = overview('admin').rows.find(({ region }) => region.code === '35.05')!;
		const [found, ...others] = panel('admin', '35.05');
		expect(others).toEqual([]);
		expect(found).toMatchObject({ index: row.index, rank: row.rank, readinessClass: row.readinessClass });
		expect(found!.strongest!.index).toBe(Math.max(...found!.domains.map(({ index }) => index ?? 0)));
		expect(found!.next).not.toBeNull();
	});

	test('of a hidden one there is only its name', () => {
		expect(panel('surabaya', '35.05')).toMatchObject([{ state: 'hidden', index: null, status: null, domains: [] }]);
	});

	test('up to four are compared, each once', () => {
		expect(parseCompared('35.78,35.05,35.78,35.01,<b>,35.02,35.03')).toEqual(['35.78', '35.05', '35.01', '35.02']);
		expect(parseCompared(null)).toEqual([]);
	});
});

test.each([
	['kota malang', ['35.73']],
	['Kab. Malang', ['35.07']],
	['35.78', ['35.78']],
	['malang', ['35.07', '35.73']],
	['bandung', []]
])('searching for %s finds %j', (query, codes) => {
	const regions = overview('admin', 'sort=name').rows.map(({ region }) => region);
	expect(
		findRegionsByName(regions, query)
			.map(({ code }) => code)
			.sort()
	).toEqual(codes);
});
