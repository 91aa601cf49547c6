import type { Environment } from '#lib/server/foundation/environment.ts';
import type { Job } from '#lib/server/foundation/jobs/schedule.ts';
import { listRounds } from '#lib/server/rounds/round/find-round.ts';
import { createMailer } from './mailer.ts';
import { sendDigests } from './send-digests.ts';
import { writeDueReminders } from './write-reminders.ts';

const EVERY_MS = 10 * 60_000;

/** The job that every ten minutes writes the reminders due in running rounds, and mails the day's digests where a mail
 *  server and a public address are set. */
export function reminderJob({ mail, origin }: Pick<Environment, 'mail' | 'origin'>): Job {
	const mailer = mail && createMailer(mail);
	return {
		name: 'reminders',
		everyMs: EVERY_MS,
		run: async (db, now) => {
			for (const round of listRounds(db)) writeDueReminders(db, round, now);
			if (mailer && origin) await sendDigests(db, mailer, origin, now);
		}
	};
}
