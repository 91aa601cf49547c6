import { daysBetween } from '../calendar/days.ts';

/** Attempts before a reminder is left to the program itself and the administrator. */
export const MAIL_TRIES = 3;

const HOUR = 3_600_000;

/** Milliseconds between two attempts: one hour. */
const RETRY_MS = HOUR;

/** Days after which a reminder is not mailed any more, so that a mail server set up late sends no old ones. */
const FRESH_DAYS = 3;

/** Hours of the province between which digests go out: from 7 until before 18 o'clock. */
const FIRST_HOUR = 7;
const LAST_HOUR = 18;

/** Facts of one reminder that the rules read. Days are ISO dates, times milliseconds. */
export interface MailFacts {
	createdOn: string;
	seenAt: number | null;
	emailedOn: string | null;
	tries: number;
	triedAt: number | null;
}

/** Chooses the reminders of a person that go into a digest now; none where one went out today already, an attempt
 *  failed less than an hour ago, or the hour is wrong. A reminder that the person has seen in the program needs no
 *  mail.
 *  @param now milliseconds; `hour` is that of the day in the province, 0–23 */
export function digestOf<T extends MailFacts>(
	reminders: readonly T[],
	{ today, hour, now }: { today: string; hour: number; now: number }
): T[] {
	if (hour < FIRST_HOUR || hour >= LAST_HOUR) return [];
	if (reminders.some(({ emailedOn }) => emailedOn === today)) return [];
	if (reminders.some(({ triedAt, emailedOn }) => emailedOn === null && triedAt !== null && now - triedAt < RETRY_MS))
		return [];
	return reminders.filter(
		({ seenAt, emailedOn, tries, createdOn }) =>
			seenAt === null && emailedOn === null && tries < MAIL_TRIES && daysBetween(createdOn, today) <= FRESH_DAYS
	);
}
