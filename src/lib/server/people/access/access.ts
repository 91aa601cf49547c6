import type { RoundStatus, Track } from '#lib/domain/workflow/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assignedRegions } from '#lib/server/foundation/db/hot-queries.ts';
import type { Role } from '#lib/server/foundation/db/schema.ts';

/** The person who asks, or the program in a person's place. */
export interface Viewer {
	id: string;
	username: string;
	displayName: string;
	role: Role;
	regionCode: string | null;
	agencyId: string | null;
}

/** Range of a permission: everything; the regions assigned for the round; the person's own region with its agencies;
 *  the person's own agency only; tasks given to the person by name (the feature's query filters). */
type Scope = 'all' | 'assigned' | 'own_region' | 'own_agency' | 'own_tasks';

/** The one table of permission × role × range; anything else is forbidden. Pages, API and command line all ask it.
 *  `tests/e2e/access.spec.ts` walks every route with every role. */
const ACCESS = {
	/** Index, class, levels, justification, plan and report of an assessment. */
	'assessment.read': {
		admin: 'all',
		reviewer: 'all',
		viewer: 'all',
		assessor: 'assigned',
		respondent: 'own_region',
		agency: 'own_agency'
	},
	'answer.write.self': { respondent: 'own_region', agency: 'own_agency' },
	'answer.write.assessor': { assessor: 'assigned' },
	'answer.write.final': { admin: 'all', reviewer: 'all' },
	'assessment.submit': { respondent: 'own_region', agency: 'own_agency' },
	/** Steps of the assessor: begin, assess directly, finish. */
	'assessment.finish': { assessor: 'assigned' },
	'assessment.finalise': { admin: 'all', reviewer: 'all' },
	/** Steps back to the region or to the assessor. */
	'assessment.reopen': { admin: 'all' },
	/** Files and links behind the answers. Not opened by publication: a region decides itself with whom it shares them. */
	'evidence.read': {
		admin: 'all',
		reviewer: 'all',
		viewer: 'all',
		assessor: 'assigned',
		respondent: 'own_region',
		agency: 'own_agency'
	},
	'evidence.write': { assessor: 'assigned', respondent: 'own_region', agency: 'own_agency' },
	/** Agreement that regions in need of help read the region's evidence, and its revocation. */
	'evidence.share': { admin: 'all', respondent: 'own_region' },
	/** Evidence that another region shares, where it is the peer of the person's own region. */
	'evidence.read_shared': { respondent: 'own_region' },
	/** The tracks side by side. */
	'review.read': {
		admin: 'all',
		reviewer: 'all',
		assessor: 'assigned',
		respondent: 'own_region',
		agency: 'own_agency'
	},
	'clarification.read': {
		admin: 'all',
		reviewer: 'all',
		assessor: 'assigned',
		respondent: 'own_region',
		agency: 'own_agency'
	},
	'clarification.ask': { reviewer: 'all', assessor: 'assigned' },
	'clarification.answer': { respondent: 'own_region', agency: 'own_agency' },
	/** Internal notes of assessors, reviewers and administrators. */
	'note.read': { admin: 'all', reviewer: 'all', assessor: 'assigned' },
	'note.write': { admin: 'all', reviewer: 'all', assessor: 'assigned' },
	/** Changes of an answer with person, time, old and new content. */
	'history.read': { admin: 'all', reviewer: 'all', assessor: 'assigned' },
	/** Drawing and closing of the sample that is scored twice. */
	'double.manage': { admin: 'all' },
	'double.read': { admin: 'all', reviewer: 'all' },
	'double.score': { assessor: 'own_tasks' },
	'plenary.read': { admin: 'all', reviewer: 'all', viewer: 'all' },
	'plenary.decide': { admin: 'all', reviewer: 'all' },
	'control.read': { admin: 'all', reviewer: 'all', viewer: 'all' },
	/** Trial of other appointments; applying them is `round.manage`. */
	'control.try': { admin: 'all', reviewer: 'all' },
	'calendar.manage': { admin: 'all' },
	/** Visits with region, assessor and day; an assessor also sees all own visits. */
	'visit.read': { admin: 'all', reviewer: 'all', viewer: 'all', assessor: 'assigned', respondent: 'own_region' },
	'visit.manage': { admin: 'all', assessor: 'assigned' },
	'reminder.manage': { admin: 'all' },
	'settings.manage': { admin: 'all' },
	/** Report and consolidated plan of the whole province. */
	'province.report': { admin: 'all', reviewer: 'all', viewer: 'all' },
	/** Own paragraphs in place of those made from the data; once a round is published, only with the range `all`. */
	'report.write': { admin: 'all', reviewer: 'all', assessor: 'assigned' },
	'answers.import': { admin: 'all' },
	'round.manage': { admin: 'all' },
	'user.manage': { admin: 'all' },
	'instrument.manage': { admin: 'all' },
	'region.manage': { admin: 'all' },
	/** Replacement and editing of the province's profile. */
	'province.manage': { admin: 'all' },
	'audit.read': { admin: 'all', reviewer: 'all' }
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Permission = keyof typeof ACCESS;

/** The subjects a viewer reaches with a permission in a round. */
export interface Reach {
	all: boolean;
	/** Region codes whose own assessment is reached. */
	regions: ReadonlySet<string>;
	/** Region codes whose agencies are reached. */
	agencyRegions: ReadonlySet<string>;
	/** Single agencies that are reached. */
	agencies: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Tells whether the role has the permission at all, for some subject. Hides links; the guard is `canReach`. */
export function hasPermission(viewer: Viewer, permission: Permission): boolean {
	return scopeOf(viewer, permission) !== undefined;
}

/** The subjects that the viewer reaches with a permission. Reading a published round is open to everyone who is
 *  logged in. */
export function reachOf(
	db: Db,
	viewer: Viewer,
	permission: Permission,
	round: { id: number; status: RoundStatus }
): Reach {
	const published = round.status === 'published' || round.status === 'closed';
	const scope = permission === 'assessment.read' && published ? 'all' : scopeOf(viewer, permission);
	if (scope === 'all') return { all: true, regions: NOTHING, agencyRegions: NOTHING, agencies: NOTHING };
	const regions = regionsInScope(db, viewer, scope, round.id);
	const own = new Set(scope === 'own_agency' && viewer.agencyId ? [viewer.agencyId] : []);
	return { all: false, regions, agencyRegions: regions, agencies: own };
}

function scopeOf(viewer: Viewer, permission: Permission): Scope | undefined {
	return (ACCESS[permission] as Partial<Record<Role, Scope>>)[viewer.role];
}

function regionsInScope(db: Db, viewer: Viewer, scope: Scope | undefined, roundId: number): ReadonlySet<string> {
	if (scope === 'own_region') return new Set(viewer.regionCode ? [viewer.regionCode] : []);
	if (scope !== 'assigned') return NOTHING;
	return new Set(assignedRegions.all(db, { userId: viewer.id, roundId }));
}

/** Tells whether a reach covers one assessment. */
export function canReach(reach: Reach, subject: { regionCode: string; agencyId: string | null }): boolean {
	if (reach.all) return true;
	if (subject.agencyId === null) return reach.regions.has(subject.regionCode);
	return reach.agencyRegions.has(subject.regionCode) || reach.agencies.has(subject.agencyId);
}

/** The permission that writing on a track asks for. */
export function writePermission(track: Track): Permission {
	return `answer.write.${track}`;
}

/** The track that a role writes on; null for roles that only read. */
export function trackOf(viewer: Viewer): Track | null {
	if (viewer.role === 'assessor') return 'assessor';
	return viewer.role === 'respondent' || viewer.role === 'agency' ? 'self' : null;
}
