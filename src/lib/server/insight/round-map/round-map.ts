import { chooseView, possibleViews } from '#lib/domain/geography/map-view.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { findBoundaries, forScreen } from '#lib/server/places/boundaries/boundaries.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { readOverview } from './overview.ts';
import { parseOverviewChoice } from './overview-choice.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** Reads the map of a round as an address asks for it: figures, the view that is possible, and the outlines to draw
 *  upon.
 *  @param paper outlines in full, for print */
export function readRoundMap(
	{ db, actor: viewer, locale, now }: Context,
	round: Round,
	search: URLSearchParams,
	paper = false
) {
	const { instrument } = roundInstrument(db, round, 'region');
	const choice = parseOverviewChoice(search, instrument, hasPermission(viewer, 'province.report'));
	const overview = readOverview({ db, actor: viewer, locale, now }, round, instrument, choice);
	// a round that was published before outlines were kept is drawn on those of today
	const all = findSnapshot(db, round)?.snapshot.boundaries ?? findBoundaries(db);
	const boundaries = all && !paper ? forScreen(all) : all;
	const regions = overview.rows.map(({ region }) => region);
	const views = possibleViews(regions, new Set(Object.keys(boundaries?.geometries ?? {})));
	return {
		overview,
		choice,
		by: { ...choice.by, name: overview.measureName },
		views,
		view: chooseView(choice.view, views),
		boundaries
	};
}
