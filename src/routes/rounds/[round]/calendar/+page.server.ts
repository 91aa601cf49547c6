import { error, redirect } from '@sveltejs/kit';
import { milestoneBounds } from '#lib/domain/calendar/milestones.ts';
import { stateOf } from '#lib/domain/calendar/timeline.ts';
import { VISIT_STATES } from '#lib/domain/calendar/visits.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbiddenSentence } from '#lib/words/province.ts';
import { hasPermission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import { requirePermission, requireViewer } from '#lib/server/people/auth/require.ts';
import { milestoneName } from '#lib/words/milestone-name.ts';
import { conflictsOf, listMilestones, listVisits, type Visit } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import { removeMilestone, saveMilestone } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import { saveVisit } from '#lib/server/fieldwork/calendar/manage-visits.ts';
import { endSubscription, findSubscription, startSubscription } from '#lib/server/fieldwork/calendar/subscription.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { readForm, refuse } from '../../../admin/read-form.ts';
import { faultSentence, MilestoneForm, VisitForm } from './calendar-form.ts';
import type { Actions, PageServerLoad } from './$types';

const SAVED = ['milestone', 'removed', 'visit', 'unsubscribed'] as const;

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const today = isoDay(Date.now());
	const query = url.searchParams;
	const milestones = listMilestones(db, round.id);
	const all = listVisits(db, viewer, round);
	const filter = {
		by: query.get('by') === 'region' ? ('region' as const) : ('day' as const),
		state: VISIT_STATES.find((state) => state === query.get('state')) ?? null
	};
	const mayManage = hasPermission(viewer, 'calendar.manage') && round.status !== 'closed';
	const mayPlan = hasPermission(viewer, 'visit.manage') && (round.status === 'open' || round.status === 'plenary');
	return {
		today,
		saved: SAVED.find((name) => name === query.get('saved')) ?? null,
		milestones: milestones.map((milestone) => ({
			...milestone,
			name: milestoneName(milestone, locale),
			state: stateOf(milestone, today)
		})),
		bounds: milestoneBounds(round),
		editing: mayManage ? editingOf(query.get('milestone'), milestones) : null,
		planning: mayPlan
			? editingOf(
					query.get('visit'),
					all.filter(({ mayChange }) => mayChange)
				)
			: null,
		chosenRegion: query.get('region') ?? '',
		filter,
		visits: sorted(
			all.filter(({ state }) => !filter.state || state === filter.state),
			filter.by
		),
		counts: {
			all: all.length,
			planned: all.filter(({ state }) => state === 'planned').length,
			held: all.filter(({ state }) => state === 'held').length,
			cancelled: all.filter(({ state }) => state === 'cancelled').length
		},
		conflicts: mayPlan || hasPermission(viewer, 'calendar.manage') ? describeConflicts(db, all) : [],
		maySeeVisits: hasPermission(viewer, 'visit.read'),
		mayManage,
		mayPlan,
		choices: mayPlan ? choicesOf(db, viewer, round) : null,
		withoutVisit: mayPlan ? regionsWithoutVisit(db, viewer, round, all) : null,
		subscription: findSubscription(db, viewer, round.id)
	};
};

/** Entry that a form is open for: a known one, a new one, or none (null). */
function editingOf<T extends { id: string }>(id: string | null, known: readonly T[]): T | 'new' | null {
	if (id === 'new') return 'new';
	return known.find((one) => one.id === id) ?? null;
}

function sorted(visits: Visit[], by: 'day' | 'region'): Visit[] {
	return by === 'day' ? visits : visits.toSorted((a, b) => a.region.code.localeCompare(b.region.code));
}

function describeConflicts(db: Db, visits: Visit[]) {
	const known = new Map(visits.map((visit) => [visit.id, visit]));
	return conflictsOf(db, visits).map(({ kind, visits: [one, other], kilometres }) => {
		const [first, second] = [known.get(one)!, known.get(other)!];
		return {
			kind,
			kilometres,
			assessor: first.assessor.name,
			visitOn: first.visitOn,
			one: first.region,
			other: second.region,
			ids: [one, other]
		};
	});
}

/** Regions that the viewer may plan visits to. */
function plannedRegions(db: Db, viewer: Viewer, round: Round) {
	const reach = reachOf(db, viewer, 'visit.manage', round);
	return listRegions(db)
		.filter(({ code }) => reach.all || reach.regions.has(code))
		.map(({ code, name }) => ({ code, name }));
}

/** Choices in the form of a visit; assessors only where the viewer plans for others. */
function choicesOf(db: Db, viewer: Viewer, round: Round) {
	const isOwn = viewer.role === 'assessor';
	const { assessors, appointments } = listAssignments(db, round.id);
	const regionsOf = (id: string) => appointments.filter(({ userId }) => userId === id).map((one) => one.regionCode);
	return {
		regions: plannedRegions(db, viewer, round),
		assessors: isOwn
			? null
			: assessors
					.filter(({ active }) => active)
					.map(({ id, displayName }) => ({ id, name: displayName, regions: regionsOf(id) }))
	};
}

function regionsWithoutVisit(db: Db, viewer: Viewer, round: Round, visits: readonly Visit[]) {
	const covered = new Set(visits.filter(({ state }) => state !== 'cancelled').map(({ region }) => region.code));
	const regions = plannedRegions(db, viewer, round);
	return { regions: regions.filter(({ code }) => !covered.has(code)), total: regions.length };
}

export const actions: Actions = {
	milestone: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'calendar.manage', url);
		const round = requireRound(locals.db, params.round, locals.locale);
		const { values, data, errors } = readForm(await request.formData(), MilestoneForm);
		if (errors) return refuse('milestone', values, errors);
		const { id, revision, ...input } = data;
		const result = saveMilestone(contextOf(locals, viewer), round.code, id ? { id, revision } : null, input);
		if (result.kind === 'invalid') return refuse('milestone', values, faultSentence(result, round));
		if (result.kind !== 'saved') return refusal('milestone', values, result.kind);
		redirect(303, `/rounds/${round.code}/calendar?saved=milestone`);
	},
	remove: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'calendar.manage', url);
		const round = requireRound(locals.db, params.round, locals.locale);
		const form = await request.formData();
		const seen = { id: String(form.get('id') ?? ''), revision: Number(form.get('revision')) };
		const result = removeMilestone(contextOf(locals, viewer), round.code, seen);
		if (result.kind === 'invalid') return refuse('milestone', {}, faultSentence(result, round));
		if (result.kind !== 'saved') return refusal('milestone', {}, result.kind);
		redirect(303, `/rounds/${round.code}/calendar?saved=removed`);
	},
	visit: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'visit.manage', url);
		const round = requireRound(locals.db, params.round, locals.locale);
		const { values, data, errors } = readForm(await request.formData(), VisitForm);
		if (errors) return refuse('visit', values, errors);
		const { id, revision, ...input } = data;
		// An assessor plans only own visits; the form offers nobody else.
		const userId = viewer.role === 'assessor' ? viewer.id : input.userId;
		const seen = id ? { id, revision } : null;
		const result = saveVisit(contextOf(locals, viewer), round.code, seen, { ...input, userId });
		if (result.kind === 'invalid') return refuse('visit', values, faultSentence(result, round));
		if (result.kind !== 'saved') return refusal('visit', values, result.kind);
		redirect(303, `/rounds/${round.code}/calendar?saved=visit#kunjungan`);
	},
	subscribe: ({ locals, params, url }) => {
		const viewer = requireViewer(locals, url);
		const round = requireRound(locals.db, params.round, locals.locale);
		const token = startSubscription(contextOf(locals, viewer), round);
		const language = locals.locale === 'id' ? '' : `?lang=${locals.locale}`;
		return { address: `${url.origin}/calendar/${token}.ics${language}` };
	},
	unsubscribe: ({ locals, params, url }) => {
		const viewer = requireViewer(locals, url);
		const round = requireRound(locals.db, params.round, locals.locale);
		endSubscription(contextOf(locals, viewer), round);
		redirect(303, `/rounds/${round.code}/calendar?saved=unsubscribed`);
	}
};

/** The answer where somebody else was faster, or the round or the person may not. */
function refusal(
	form: 'milestone' | 'visit',
	values: Record<string, string>,
	kind: 'missing' | 'forbidden' | 'closed' | 'overtaken' | 'not_running'
) {
	if (kind === 'forbidden' && form === 'milestone') error(403, forbiddenSentence());
	const sentences = {
		missing: () => m.calendar_error_missing(),
		forbidden: () => m.calendar_error_visit_forbidden(),
		closed: () => m.calendar_error_closed(),
		overtaken: () => m.calendar_error_overtaken(),
		not_running: () => m.calendar_error_not_running()
	};
	const status = kind === 'missing' ? 404 : kind === 'forbidden' ? 403 : 409;
	return refuse(form, values, { '': sentences[kind]() }, status);
}
