import type { Text } from '#lib/domain/instrument/types.ts';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { downloadResponse } from '../download-response.ts';
import type { Round } from '../rounds/find-round.ts';
import { calendarFile } from './calendar-file.ts';

/** The calendar of a round for a calendar program; kept by nobody on the way. */
export function calendarResponse(db: Db, viewer: Viewer, round: Round, origin: string, locale: keyof Text): Response {
	return downloadResponse(calendarFile(db, viewer, round, origin, locale), `siap-${round.code}.ics`);
}
