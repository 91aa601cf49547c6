import { drawMap } from '#lib/components/round-map/draw-map.ts';
import { legendEntries } from '#lib/components/round-map/legend-entries.ts';
import { mapFinding } from '#lib/components/round-map/map-finding.ts';
import { mapOptions } from '#lib/components/charts/map-options.ts';
import { measureTitle } from '#lib/components/round-map/map-regions.ts';
import { formatMoment } from '#lib/words/format-moment.ts';
import { mapSheet } from '#lib/charts/map-sheet.ts';
import { printPaint } from '#lib/charts/paint.ts';
import { isIndexLike } from '#lib/domain/analysis/map-measure.ts';
import { say } from '#lib/words/say.ts';
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
	const mapped = { ...overview, by };
	const of = overview.hidden > 0 ? say(locale).map_of_visible({}) : say(locale).map_of_all({});
	const title = mapFinding({ ...mapped, target: round.targetClass }, of, locale);
	const entries = legendEntries(mapped, locale, overview.simulation?.state === 'running');
	const published = round.status === 'published' || round.status === 'closed';
	const shown = entries.filter(({ key }) => choice.filter.includes(key)).map(({ label }) => label);
	const svg = mapSheet({
		title,
		subtitle: `${say(locale).map_title({})} · ${round.name}`,
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
				say(locale).map_source({ round: round.name, of }),
				isIndexLike(by.kind) ? '' : say(locale)[`mapview_note_${by.kind}`]({})
			].join(' '),
			[
				published ? say(locale).mapview_sheet_state_published({}) : say(locale).mapview_sheet_state_open({}),
				say(locale).mapview_sheet_date({ date: formatMoment(now, locale) }),
				...(shown.length > 0 ? [say(locale).mapview_sheet_filter({ entries: shown.join(', ') })] : [])
			].join('. ')
		],
		sample: round.sample ? say(locale).common_sample({}) : null,
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
