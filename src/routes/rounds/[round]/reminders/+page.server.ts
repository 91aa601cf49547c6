import { requirePermission } from '#lib/server/people/auth/require.ts';
import { readRoundReminders, recordMessaged } from '#lib/server/fieldwork/reminders/round-reminders.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	requirePermission(locals, 'reminder.manage', url);
	const { db, locale, mailFrom } = locals;
	const round = requireRound(db, params.round, locale);
	const person = url.searchParams.get('person') || null;
	return {
		person,
		mailFrom,
		...readRoundReminders(db, round, person, { origin: url.origin, now: Date.now(), locale })
	};
};

export const actions: Actions = {
	messaged: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'reminder.manage', url);
		const round = requireRound(locals.db, params.round, locals.locale);
		const userId = String((await request.formData()).get('person') ?? '');
		unlessRefused(recordMessaged(contextOf(locals, viewer), round, userId), locals.locale);
		return { messaged: true };
	}
};
