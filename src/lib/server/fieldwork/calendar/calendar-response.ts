import type { Text } from '#lib/domain/instrument/types.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { calendarFile } from './calendar-file.ts';

/** The calendar of a round for a calendar program; kept by nobody on the way. */
export function calendarResponse(db: Db, viewer: Viewer, round: Round, origin: string, locale: keyof Text): Response {
	return downloadResponse(calendarFile(db, viewer, round, origin, locale), `siap-${round.code}.ics`);
}
