import type { Viewer } from '#lib/server/people/access/access.ts';
import { countUnseen, listOwnReminders, markSeen } from '#lib/server/fieldwork/reminders/list-reminders.ts';
import { type ApiEvent, answerJson } from './answer-api.ts';
import { readJson } from './request-body.ts';
import { SeenRequest } from './schemas.ts';

const SEEN_MAX_BYTES = 64 * 1024;

/** Answers `GET` of one's own reminders. */
export function answerReminders({ locals: { db, locale } }: ApiEvent, viewer: Viewer): Response {
	const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
	return answerJson({
		unseen: countUnseen(db, viewer),
		reminders: listOwnReminders(db, viewer, locale).map(
			({ id, reason, round, sentence, why, href, createdAt, seenAt }) => ({
				id,
				reason,
				round: round.code,
				sentence,
				why,
				href,
				createdAt: instant(createdAt),
				seenAt: instant(seenAt)
			})
		)
	});
}

/** Answers `POST` of what was seen. */
export async function answerSeen(event: ApiEvent, viewer: Viewer, now: number): Promise<Response> {
	const { ids } = await readJson(event, SeenRequest, SEEN_MAX_BYTES);
	markSeen(event.locals.db, viewer, ids === 'all' ? null : ids, now);
	return answerReminders(event, viewer);
}
