import { fail, redirect } from '@sveltejs/kit';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { addSession, listSessions } from '#lib/server/fieldwork/plenary/sessions.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { readSessionForm, refuseSession } from './session-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'plenary.read', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	return {
		sessions: listSessions(locals.db, round.id),
		mayAdd: hasPermission(viewer, 'plenary.decide') && (round.status === 'open' || round.status === 'plenary'),
		today: isoDay(Date.now())
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		requireRound(locals.db, params.round, locals.locale);
		const { values, input, errors } = readSessionForm(await request.formData());
		if (!input) return fail(400, { values, errors });
		const result = unlessRefused(addSession(contextOf(locals, viewer), params.round, input), locals.locale);
		if (result.kind !== 'saved') return refuseSession(result, values);
		redirect(303, `/rounds/${params.round}/plenary/sessions/${result.session.id}?saved`);
	}
};
