import type { Environment } from '../environment.ts';
import { checkLinks } from '../evidence/check-links.ts';
import { sweepUploads } from '../evidence/uploads.ts';
import { reminderJob } from '../reminders/reminder-job.ts';
import type { Job } from './schedule.ts';

const HOUR = 3_600_000;

/** What the server does of itself, one line a job. */
export function allJobs(environment: Environment): Job[] {
	return [
		reminderJob(environment),
		{ name: 'evidence.links', everyMs: HOUR, run: (db, now) => checkLinks(db, now) },
		{ name: 'evidence.uploads', everyMs: 6 * HOUR, run: (db, now) => sweepUploads(db, environment.dataDir, now) }
	];
}
