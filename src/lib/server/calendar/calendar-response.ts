import type { Text } from '#lib/domain/instrument/types.ts';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { Round } from '../rounds/find-round.ts';
import { calendarFile } from './calendar-file.ts';

/** The calendar of a round for a calendar program; kept by nobody on the way. */
export function calendarResponse(db: Db, viewer: Viewer, round: Round, origin: string, locale: keyof Text): Response {
	return new Response(calendarFile(db, viewer, round, origin, locale), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="siap-${round.code.replace(/[^\w.-]/g, '_')}.ics"`,
			'cache-control': 'private, no-cache'
		}
	});
}
