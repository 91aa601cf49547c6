import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { calendarFile } from './calendar-file.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** The calendar of a round as an answer to a calendar program; no shared cache keeps it.
 *  @param origin public address, which every event links to */
export function calendarResponse(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	origin: string
): Response {
	return downloadResponse(calendarFile({ db, actor: viewer, locale }, round, origin), `siap-${round.code}.ics`);
}
