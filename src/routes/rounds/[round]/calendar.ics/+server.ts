import { requireViewer } from '#lib/server/people/auth/require.ts';
import { calendarResponse } from '#lib/server/fieldwork/calendar/calendar-response.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const round = requireRound(locals.db, params.round, locals.locale);
	return calendarResponse(contextOf(locals, viewer), round, url.origin);
};
