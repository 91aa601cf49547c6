import type { Environment } from '#lib/server/foundation/environment.ts';
import { checkLinks } from '#lib/server/fieldwork/evidence/check-links.ts';
import { sweepUploads } from '#lib/server/fieldwork/evidence/uploads.ts';
import { reminderJob } from '#lib/server/fieldwork/reminders/reminder-job.ts';
import type { Job } from '#lib/server/foundation/jobs/schedule.ts';

const HOUR = 3_600_000;

/** Lists the jobs that the server does of itself, one line a job. */
export function allJobs(environment: Environment): Job[] {
	return [
		reminderJob(environment),
		{ name: 'evidence.links', everyMs: HOUR, run: (db, now) => checkLinks(db, now) },
		{ name: 'evidence.uploads', everyMs: 6 * HOUR, run: (db, now) => sweepUploads(db, environment.dataDir, now) }
	];
}
