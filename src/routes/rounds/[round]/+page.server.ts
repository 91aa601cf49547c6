import { redirect } from '@sveltejs/kit';
import { mapOptions, mapRegions } from '#lib/components/map/map-regions.ts';
import { boundaryMap, FAR_ISLANDS } from '#lib/charts/boundary-map.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireViewer } from '#lib/server/auth/require.ts';
import { findBoundaries } from '#lib/server/rounds/boundaries.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import { parseOverviewChoice } from '#lib/server/rounds/overview-choice.ts';
import { roundInstrument } from '#lib/server/rounds/round-content.ts';
import { findRegionsByName, readOverview } from '#lib/server/rounds/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const { instrument } = roundInstrument(db, round, 'region');
	const choice = parseOverviewChoice(url.searchParams, instrument);
	const overview = readOverview(db, viewer, round, instrument, choice, locale);
	const by = { ...choice.by, name: overview.measureName };

	let found: string[] | null = null;
	if (choice.query !== '') {
		const matches = findRegionsByName(
			overview.rows.map(({ region }) => region),
			choice.query
		);
		if (matches.length === 1) redirect(303, `/rounds/${round.code}/regions/${matches[0]!.code}`);
		found = matches.map(({ code }) => code);
	}
	const outlines = choice.view === 'boundaries' ? findBoundaries(db) : null;
	return {
		...overview,
		by,
		sort: choice.sort,
		descending: choice.descending,
		view: outlines ? choice.view : ('tiles' as const),
		query: choice.query,
		/** Codes of the regions that were searched for; null = nothing was. */
		found,
		target: round.targetClass,
		boundaries:
			outlines &&
			boundaryMap(mapRegions(overview.rows, round.code, by, overview.classes, locale), outlines.geometries, {
				...mapOptions('map', m.map_title({}, { locale }), by, overview.classes),
				credit: outlines.credit,
				insetLabels: FAR_ISLANDS
			})
	};
};
