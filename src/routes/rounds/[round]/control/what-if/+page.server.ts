import { error, fail, redirect } from '@sveltejs/kit';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission, requireViewer } from '#lib/server/people/auth/require.ts';
import { applyMoves, readWhatIf } from '#lib/server/fieldwork/control/what-if.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	if (!hasPermission(viewer, 'control.try')) error(403, say(locals.locale).control_try_forbidden({}));
	const round = requireRound(locals.db, params.round, locals.locale);
	const whatIf = readWhatIf(locals.db, round, url.searchParams, Date.now());
	// A form without JavaScript sends every field; the address keeps those that say something.
	const isPadded = [...url.searchParams].some(([name, value]) => !name.startsWith('/') && value === '');
	if (isPadded) redirect(303, `${url.pathname}${whatIf.query && '?'}${whatIf.query}`);
	return {
		...whatIf,
		mayApply: hasPermission(viewer, 'round.manage'),
		isOver: round.status === 'published' || round.status === 'closed'
	};
};

export const actions: Actions = {
	apply: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'round.manage', url);
		requireRound(locals.db, params.round, locals.locale);
		const form = await request.formData();
		const query = String(form.get('moves') ?? '');
		if (query === '') return fail(400, { refusal: m.control_try_empty() });
		const seen = String(form.get('seen') ?? '')
			.split(' ')
			.filter(Boolean);
		const result = unlessRefused(applyMoves(contextOf(locals, viewer), params.round, { query, seen }), locals.locale);
		switch (result.kind) {
			case 'saved':
				return { applied: { added: result.added, removed: result.removed } };
			case 'overtaken':
				return fail(409, { refusal: m.control_try_overtaken({ name: nameOf(result.regionCode) }) });
			case 'unknown':
				return fail(409, { refusal: m.control_try_unknown({ name: nameOf(result.appointment.regionCode) }) });
			case 'locked':
				return fail(409, { refusal: m.control_try_over() });
		}

		function nameOf(code: string): string {
			const region = findRegion(locals.db, code);
			return region ? shortName(region) : code;
		}
	}
};
