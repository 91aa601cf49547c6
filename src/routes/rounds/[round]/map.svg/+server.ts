import { drawMap } from '#lib/components/round-map/draw-map.ts';
import { legendEntries } from '#lib/components/round-map/legend-entries.ts';
import { mapFinding } from '#lib/components/round-map/map-finding.ts';
import { mapOptions } from '#lib/components/charts/map-options.ts';
import { measureTitle } from '#lib/components/round-map/map-regions.ts';
import { formatInstant } from '#lib/components/region/formats.ts';
import { mapSheet } from '#lib/charts/map-sheet.ts';
import { printPaint } from '#lib/charts/paint.ts';
import { isIndexLike } from '#lib/domain/analysis/map-measure.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { sheetFont } from '#lib/server/documents/print/sheet-font.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { readRoundMap } from '#lib/server/insight/round-map/round-map.ts';
import type { RequestHandler } from './$types';

/** The map as a sheet for print, coloured and filtered as the page's address says. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const now = Date.now();
	const { overview, choice, by, view, boundaries } = readRoundMap(
		{ db, actor: viewer, locale, now },
		round,
		url.searchParams,
		true
	);
	const o = { locale };
	const mapped = { ...overview, by };
	const of = overview.hidden > 0 ? m.map_of_visible({}, o) : m.map_of_all({}, o);
	const title = mapFinding({ ...mapped, target: round.targetClass }, of, locale);
	const entries = legendEntries(mapped, locale, overview.simulation?.state === 'running');
	const published = round.status === 'published' || round.status === 'closed';
	const shown = entries.filter(({ key }) => choice.filter.includes(key)).map(({ label }) => label);
	const svg = mapSheet({
		title,
		subtitle: `${m.map_title({}, o)} · ${round.name}`,
		map: drawMap(mapped, {
			id: 'map',
			title,
			locale,
			boundaries: view === 'boundaries' ? boundaries : null,
			hrefOf: null,
			filter: choice.filter
		}),
		legendTitle: measureTitle(by, locale),
		entries,
		foot: [
			[
				m.map_source({ round: round.name, of }, o),
				isIndexLike(by.kind) ? '' : m[`mapview_note_${by.kind}`]({}, o)
			].join(' '),
			[
				published ? m.mapview_sheet_state_published({}, o) : m.mapview_sheet_state_open({}, o),
				m.mapview_sheet_date({ date: formatInstant(now) }, o),
				...(shown.length > 0 ? [m.mapview_sheet_filter({ entries: shown.join(', ') }, o)] : [])
			].join('. ')
		],
		sample: round.sample ? m.common_sample({}, o) : null,
		options: { ...mapOptions('sheet', title, mapped), paint: printPaint },
		fontAddress: sheetFont()
	});
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'content-disposition': `attachment; filename="peta-${round.code}-${by.code}.svg"`.replace(/[^\w.=;" -]/g, '_'),
			'cache-control': 'private, no-cache'
		}
	});
};
