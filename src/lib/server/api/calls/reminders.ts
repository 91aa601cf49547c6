import { countUnseen, listOwnReminders, markSeen } from '#lib/server/fieldwork/reminders/list-reminders.ts';
import { type Asked, call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { jsonBody } from '../request-body.ts';
import * as shape from '../schemas.ts';

const SEEN_MAX_BYTES = 64 * 1024;

export const REMINDER_CALLS = [
	call({
		method: 'get',
		path: '/reminders',
		summary: 'Your own reminders, the unseen first, each with the reason why you got it.',
		answer: shape.Reminders,
		problems: [],
		call: answerReminders
	}),
	call({
		method: 'post',
		path: '/reminders',
		summary: 'Marks your own reminders as seen, by id or all of them.',
		body: jsonBody(shape.SeenRequest, SEEN_MAX_BYTES),
		answer: shape.Reminders,
		problems: [400, 403, 413, 415, 422],
		call(asked) {
			const { ids } = asked.body;
			markSeen(asked.db, asked.viewer, ids === 'all' ? null : ids, asked.now);
			return answerReminders(asked);
		}
	})
].flat();

function answerReminders({ db, viewer, locale }: Pick<Asked<string>, 'db' | 'viewer' | 'locale'>) {
	const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
	return answerJson({
		unseen: countUnseen(db, viewer),
		reminders: listOwnReminders(db, viewer, locale).map(
			({ id, reason, round, sentence, why, href, createdAt, seenAt, settled }) => ({
				id,
				reason,
				round: round.code,
				sentence,
				why,
				href,
				createdAt: instant(createdAt),
				seenAt: instant(seenAt),
				settled
			})
		)
	});
}
