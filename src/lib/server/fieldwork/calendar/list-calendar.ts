import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { MilestoneKind } from '#lib/domain/calendar/milestones.ts';
import { findConflicts, type VisitConflict, type VisitState } from '#lib/domain/calendar/visits.ts';
import { canReach, hasPermission, type Reach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { milestones, regions, users, visits } from '#lib/server/foundation/db/schema.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { Asking } from '#lib/server/people/commands/context.ts';

export interface Milestone {
	id: string;
	kind: MilestoneKind;
	title: string;
	startsOn: string;
	endsOn: string;
	place: string;
	revision: number;
	changedAt: number;
}

export interface Visit {
	id: string;
	region: { code: string; name: string };
	assessor: { id: string; name: string };
	visitOn: string;
	place: string;
	note: string;
	state: VisitState;
	revision: number;
	changedAt: number;
	mayChange: boolean;
}

/** The milestones of a round in the order of their days. */
export function listMilestones(db: Db, roundId: number): Milestone[] {
	const { roundId: _roundId, ...columns } = COLUMNS;
	return db
		.select(columns)
		.from(milestones)
		.where(eq(milestones.roundId, roundId))
		.orderBy(asc(milestones.startsOn), asc(milestones.endsOn), asc(milestones.id))
		.all();
}

const { id, roundId, kind, title, startsOn, endsOn, place, revision, changedAt } = milestones;
const COLUMNS = { id, roundId, kind, title, startsOn, endsOn, place, revision, changedAt };

/** The visits of a round that the viewer may see, by day: all of them, those in the regions in reach, and one's own. */
export function listVisits(db: Db, viewer: Viewer, round: Pick<Round, 'id' | 'status'>): Visit[] {
	if (!hasPermission(viewer, 'visit.read')) return [];
	const reach = reachOf(db, viewer, 'visit.read', round);
	const seen = reach.all ? undefined : or(inArray(visits.regionCode, [...reach.regions]), eq(visits.userId, viewer.id));
	const managed = reachOf(db, viewer, 'visit.manage', round);
	return db
		.select({ visit: visits, region: { code: regions.code, name: regions.name }, name: users.displayName })
		.from(visits)
		.innerJoin(regions, eq(regions.code, visits.regionCode))
		.innerJoin(users, eq(users.id, visits.userId))
		.where(and(eq(visits.roundId, round.id), seen))
		.orderBy(asc(visits.visitOn), asc(visits.regionCode), asc(visits.id))
		.all()
		.map(({ visit: { id, userId, visitOn, place, note, state, revision, changedAt, regionCode }, region, name }) => ({
			id,
			region,
			assessor: { id: userId, name },
			visitOn,
			place,
			note,
			state,
			revision,
			changedAt,
			mayChange: mayManageVisit(managed, viewer, { regionCode, userId })
		}));
}

/** Tells whether the viewer may plan a visit: an administrator any, an assessor the own ones in assigned regions. */
export function mayManageVisit(managed: Reach, viewer: Viewer, visit: { regionCode: string; userId: string }): boolean {
	return managed.all || (managed.regions.has(visit.regionCode) && visit.userId === viewer.id);
}

/** The next planned visit to a region, today or later; null where the viewer does not learn of visits to it, or the
 *  round does not run.
 *  @param today ISO date */
export function readRegionVisit(
	{ db, actor: viewer }: Asking,
	round: Pick<Round, 'id' | 'status'>,
	regionCode: string,
	today: string
): { next: Visit | null } | null {
	const reach = reachOf(db, viewer, 'visit.read', round);
	if (round.status !== 'open' && round.status !== 'plenary') return null;
	if (!canReach(reach, { regionCode, agencyId: null })) return null;
	const next = listVisits(db, viewer, round).find(
		({ region, state, visitOn }) => region.code === regionCode && state === 'planned' && visitOn >= today
	);
	return { next: next ?? null };
}

/** Pairs of these visits that one person cannot well make on one day. */
export function conflictsOf(db: Db, list: readonly Visit[]): VisitConflict[] {
	const places = new Map(listRegions(db).map(({ code, lat, lon }) => [code, { lat, lon }]));
	const plain = list.map(({ id, region, assessor, visitOn, state }) => ({
		id,
		regionCode: region.code,
		userId: assessor.id,
		visitOn,
		state
	}));
	return findConflicts(plain, places);
}
