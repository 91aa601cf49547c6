import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { askedLanguage } from '#lib/server/foundation/http/asked-language.ts';
import { calendarResponse } from '#lib/server/fieldwork/calendar/calendar-response.ts';
import { findSubscriber } from '#lib/server/fieldwork/calendar/subscription.ts';
import type { RequestHandler } from './$types';

/** A calendar program has no session: the secret in the address says whose calendar it is. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const found = findSubscriber(locals.db, params.token);
	if (!found) error(404, m.common_not_found());
	const locale = askedLanguage(url, 'id');
	return calendarResponse({ db: locals.db, actor: found.viewer, locale }, found.round, url.origin);
};
