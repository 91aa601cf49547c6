import { redirect } from '@sveltejs/kit';
import { drawMap } from '#lib/components/round-map/draw-map.ts';
import { legendEntries } from '#lib/components/round-map/legend-entries.ts';
import { mapFinding } from '#lib/components/round-map/map-finding.ts';
import { legendKey, passes } from '#lib/domain/analysis/map-measure.ts';
import { screenPaint } from '#lib/charts/paint.ts';
import { parseZoom } from '#lib/domain/geography/zoom.ts';
import { say } from '#lib/words/say.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readRankBands } from '#lib/server/insight/round-map/rank-bands.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { findRegionsByName } from '#lib/server/insight/round-map/overview.ts';
import { readRoundMap } from '#lib/server/insight/round-map/round-map.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { LayoutServerLoad } from './$types';

/** Rows above which nobody reads a table and every browser lays it out slowly. */
const ROWS_A_PAGE = 60;

// The map itself, apart from the region that is looked at: choosing one asks for its few lines alone (+page.server.ts).
export const load: LayoutServerLoad = ({ locals, params, url, untrack }) => {
	const { db, locale } = locals;
	const viewer = untrack(() => requireViewer(locals, url));
	const round = requireRound(db, params.round, locale);
	const mayRank = hasPermission(viewer, 'province.report');
	const { overview, choice, by, view, views, boundaries } = readRoundMap(
		contextOf(locals, viewer),
		round,
		url.searchParams
	);
	const matches =
		choice.query === ''
			? null
			: findRegionsByName(
					overview.rows.map(({ region }) => region),
					choice.query
				);
	if (matches?.length === 1) redirect(303, `/rounds/${round.code}/regions/${matches[0]!.code}`);
	const found = matches?.map(({ code }) => code) ?? null;

	const of = overview.hidden > 0 ? say(locale).map_of_visible({}) : say(locale).map_of_all({});
	const mapped = { ...overview, by };
	const finding = mapFinding({ ...mapped, target: round.targetClass }, of, locale);
	const isShown = (row: (typeof overview.rows)[number]) =>
		found ? found.includes(row.region.code) : passes(legendKey(row, by.kind, overview.breaks), choice.filter);
	const listed = overview.rows.filter(isShown);
	const pages = Math.max(1, Math.ceil(listed.length / ROWS_A_PAGE));
	const page = Math.min(choice.page, pages);
	const ranked = overview.rows
		.filter((row) => row.rank !== null)
		.sort((a, b) => a.rank! - b.rank! || (a.region.code < b.region.code ? -1 : 1));
	const { rows, ...figures } = overview;
	return {
		...figures,
		by,
		of,
		finding,
		sort: choice.sort,
		descending: choice.descending,
		filter: choice.filter,
		view,
		views,
		mayRank,
		rankBands: readRankBands(db, viewer, round, choice.by),
		query: choice.query,
		/** Codes of the regions that were searched for; null = nothing was. */
		found,
		legend: legendEntries(mapped, locale, overview.simulation?.state === 'running'),
		shown: listed.filter(({ region }) => region.type !== 'province').length,
		isEmpty: rows.every(({ index }) => index === null),
		readable: rows.filter(({ state }) => state !== 'hidden').length,
		names: rows.map(({ region: { code, name } }) => ({ code, name })),
		table: listed.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE),
		page,
		pages,
		ranked: ranked.slice(0, ROWS_A_PAGE),
		rankedInAll: ranked.length,
		/** Rows of the list, the only view that is made of them in the page; null = another view. */
		listed: view === 'list' ? rows : null,
		svg:
			view === 'list'
				? null
				: drawMap(mapped, {
						id: 'map',
						title: finding,
						locale,
						boundaries: view === 'boundaries' ? boundaries : null,
						paint: screenPaint,
						filter: choice.filter,
						...untrack(() => ({
							zoom: parseZoom(url.searchParams.get('zoom')),
							hrefOf: (code: string) => hrefOf(url.searchParams, code)
						}))
					})
	};
};

/** Address of the same page with a region's few lines; with JavaScript the page makes it anew. */
function hrefOf(search: URLSearchParams, code: string): string {
	const kept = new URLSearchParams(search);
	kept.set('region', code);
	return `?${kept}#wilayah`;
}
