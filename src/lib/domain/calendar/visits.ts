import type { Span } from './milestones.ts';

export const VISIT_STATES = ['planned', 'held', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** A fault of a visit, by field; a message key's ending. */
export type VisitFault = { field: 'visitOn'; fault: 'outside_round' } | { field: 'state'; fault: 'not_held_yet' };

/** The first fault of a visit; null when it can be kept.
 *  @param today ISO date; a visit after it cannot have been held */
export function checkVisit(
	{ visitOn, state }: { visitOn: string; state: VisitState },
	round: Span,
	today: string
): VisitFault | null {
	if (visitOn < round.startsOn || visitOn > round.endsOn) return { field: 'visitOn', fault: 'outside_round' };
	return state === 'held' && visitOn > today ? { field: 'state', fault: 'not_held_yet' } : null;
}

/** Two visits of one person on one day: in regions too far apart, or twice in the same region. */
export interface VisitConflict {
	kind: 'far' | 'twice';
	visits: [string, string];
	/** Distance between the seats of the two regions as the crow flies. */
	kilometres: number;
}

interface PlannedVisit {
	id: string;
	regionCode: string;
	userId: string;
	visitOn: string;
	state: VisitState;
}

/** Distance as the crow flies above which two visits on one day clash (about two hours by road). */
const FAR_KILOMETRES = 60;

/** Finds pairs of visits that one person cannot well make on the same day; cancelled ones do not count. The pairs are
 *  pointed out, not forbidden: the planner may know better. */
export function findConflicts(
	visits: readonly PlannedVisit[],
	placeOf: ReadonlyMap<string, { lat: number; lon: number }>
): VisitConflict[] {
	const live = visits.filter(({ state }) => state !== 'cancelled');
	return live.flatMap((one, place) =>
		live.slice(place + 1).flatMap((other): VisitConflict[] => {
			if (one.userId !== other.userId || one.visitOn !== other.visitOn) return [];
			const pair: [string, string] = [one.id, other.id];
			if (one.regionCode === other.regionCode) return [{ kind: 'twice', visits: pair, kilometres: 0 }];
			const [from, to] = [placeOf.get(one.regionCode), placeOf.get(other.regionCode)];
			const kilometres = from && to ? distance(from, to) : 0;
			return kilometres > FAR_KILOMETRES ? [{ kind: 'far', visits: pair, kilometres: Math.round(kilometres) }] : [];
		})
	);
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance in kilometres (haversine). */
function distance(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const half =
		Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
		Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
}
