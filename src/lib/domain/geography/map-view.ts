import type { Region } from './types.ts';

export const MAP_VIEWS = ['tiles', 'boundaries', 'list'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** Share of regions without a place in the grid above which the grid says nothing any more. */
const MOST_STRAYS = 0.1;

/** The views that a round's regions can be shown in; the list always, so that none is ever out of reach.
 *  @param outlines codes of the regions whose boundaries are installed */
export function possibleViews(regions: readonly Region[], outlines: ReadonlySet<string>): MapView[] {
	const areas = regions.filter(({ type }) => type !== 'province');
	const strays = areas.filter(({ tile }) => tile === null).length;
	const drawn = areas.filter(({ code }) => outlines.has(code)).length;
	return MAP_VIEWS.filter((view) => {
		if (view === 'tiles') return strays <= areas.length * MOST_STRAYS;
		return view === 'list' || (drawn > 0 && drawn >= areas.length * (1 - MOST_STRAYS));
	});
}

/** The wanted view, or the first that is possible. */
export function chooseView(wanted: string | null, possible: readonly MapView[]): MapView {
	return possible.find((view) => view === wanted) ?? possible[0] ?? 'list';
}
