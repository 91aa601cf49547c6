import { error, fail } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listSessionDecisions } from '#lib/server/fieldwork/plenary/decisions.ts';
import { closeSession, editSession, findSession, writeAttendees } from '#lib/server/fieldwork/plenary/sessions.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { readSessionForm, refuseSession } from '../session-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requirePermission(locals, 'plenary.read', url);
	const round = requireRound(db, params.round, locale);
	const session = findSession(db, round, Number(params.session));
	if (!session) error(404, say(locale).common_not_found({}));
	const { heldOn, place, chair, number } = session;
	return {
		session,
		values: { heldOn, place, chair, number, attendees: writeAttendees(session.attendees) },
		decisions: listSessionDecisions(db, session.id),
		mayEdit: hasPermission(viewer, 'plenary.decide') && session.closedAt === null
	};
};

export const actions: Actions = {
	edit: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		const form = await request.formData();
		const { values, input, errors } = readSessionForm(form);
		if (!input) return fail(400, { values, errors });
		const base = Number(form.get('version'));
		const seen = { round: params.round, id: Number(params.session), baseVersion: base };
		const result = unlessRefused(editSession(contextOf(locals, viewer), seen, input), locals.locale);
		return result.kind === 'saved' ? { saved: true } : refuseSession(result, values);
	},
	close: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		const base = Number((await request.formData()).get('version'));
		const seen = { round: params.round, id: Number(params.session), baseVersion: base };
		const result = unlessRefused(closeSession(contextOf(locals, viewer), seen), locals.locale);
		return result.kind === 'saved' ? { closed: true } : refuseSession(result, null);
	}
};
