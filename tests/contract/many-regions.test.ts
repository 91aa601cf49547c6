import { describe, expect, test } from 'vitest';
import { fillManyRegions } from '../support/many-regions.ts';
import { drawMap } from '#lib/components/round-map/draw-map.ts';
import { legendEntries } from '#lib/components/round-map/legend-entries.ts';
import { mapFinding } from '#lib/components/round-map/map-finding.ts';
import { MEASURE_KINDS } from '#lib/domain/analysis/map-measure.ts';
import { installBoundaries } from '#lib/server/places/boundaries/install-boundaries.ts';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { readStory } from '#lib/server/insight/story/read-story.ts';
import { readRoundMap } from '#lib/server/insight/round-map/round-map.ts';

const NOW = Date.UTC(2026, 9, 1, 3);

function open(count: number, assessed: number, withBoundaries = false) {
	const connection = openDatabase(':memory:');
	fillManyRegions(connection.db, { count, assessed, withBoundaries }, NOW);
	const round = findRound(connection.db, 'uji')!;
	const viewer = connection.db.select().from(users).get()!;
	const map = (address = '', paper = false) => {
		const read = readRoundMap(
			{ db: connection.db, actor: viewer, locale: 'id', now: NOW },
			round,
			new URLSearchParams(address),
			paper
		);
		const mapped = { ...read.overview, by: read.by };
		const boundaries = read.view === 'boundaries' ? read.boundaries : null;
		const options = { id: 'map', title: 'Peta', locale: 'id' as const, hrefOf: (code: string) => `?region=${code}` };
		return {
			...read,
			finding: mapFinding({ ...mapped, target: round.targetClass }, 'kabupaten/kota', 'id'),
			legend: legendEntries(mapped, 'id'),
			svg: () => drawMap(mapped, { ...options, boundaries, filter: [] })
		};
	};
	return { ...connection, round, map };
}

describe.each([5, 514])('with %i regions that have no place in the grid', (count) => {
	test('boundaries take the place of tiles, and a list theirs', () => {
		expect(open(count, 1).map('view=tiles').view).toBe('list');
		const { map } = open(count, count, true);
		expect(map('view=tiles')).toMatchObject({ view: 'boundaries', views: ['boundaries', 'list'] });
		const links = map().svg().match(/<a /g);
		expect(links).toHaveLength(count);
	});

	test.each([0, 1, count])('%i assessed: every measure has a finding, and the legend counts everyone', (assessed) => {
		const { map } = open(count, assessed);
		for (const kind of MEASURE_KINDS.filter((one) => one !== 'rank')) {
			const { finding, legend } = map(`by=${kind}`);
			expect(finding, kind).not.toMatch(/NaN|undefined|Infinity|\{/);
			const counted = legend.filter(({ key }) => key !== 'provisional').reduce((sum, entry) => sum + entry.count, 0);
			expect(counted, kind).toBe(count);
		}
	});
});

test('the drawing of 514 regions is lean, whatever their outlines hold', () => {
	const { map } = open(514, 514, true);
	expect(map().svg().length).toBeLessThan(300_000);
	expect(map('', true).boundaries!.geometries).not.toEqual(map().boundaries!.geometries);
});

test('without anybody assessed the story is the map; with some it has findings and a plan', () => {
	const none = open(5, 0);
	expect(readStory(none.db, none.round)).toEqual([{ kind: 'map' }]);
	const all = open(38, 30);
	const kinds = readStory(all.db, all.round).map(({ kind }) => kind);
	expect(kinds[0]).toBe('map');
	expect(kinds.at(-1)).toBe('plan');
	expect(kinds.filter((kind) => kind === 'finding')).toHaveLength(3);
});

test('a country of its own keeps its regions when it is opened again, and installs its own boundaries', () => {
	const { db, map } = open(5, 5);
	const codes = map().overview.rows.map(({ region }) => region.code);
	const square = (n: number) => [
		[
			[n, 0],
			[n + 1, 0],
			[n + 1, 1],
			[n, 0]
		]
	];
	const features = codes.map((code, n) => ({
		type: 'Feature',
		properties: { code },
		geometry: { type: 'Polygon', coordinates: square(n) }
	}));
	const text = JSON.stringify({ type: 'FeatureCollection', features });
	expect(installBoundaries({ db, actor: { id: null, displayName: 'uji' }, now: NOW }, text, 'BIG')).toEqual({
		regions: 5
	});
	expect(map().view).toBe('boundaries');
});
