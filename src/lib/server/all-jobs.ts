import type { Environment } from '#lib/server/foundation/environment.ts';
import { checkLinks } from '#lib/server/fieldwork/evidence/check-links.ts';
import { sweepUploads } from '#lib/server/fieldwork/evidence/uploads.ts';
import { reminderJob } from '#lib/server/fieldwork/reminders/reminder-job.ts';
import { speakOfInstalled } from '#lib/server/places/province/find-province.ts';
import type { Job } from '#lib/server/foundation/jobs/schedule.ts';

const HOUR = 3_600_000;

/** Lists the jobs that the server does of itself, one line a job. Each speaks of the province that is installed by then, for
 *  the command line may have installed another profile. */
export function allJobs(environment: Environment): Job[] {
	const jobs: Job[] = [
		reminderJob(environment),
		{ name: 'evidence.links', everyMs: HOUR, run: (db, now) => checkLinks(db, now) },
		{ name: 'evidence.uploads', everyMs: 6 * HOUR, run: (db, now) => sweepUploads(db, environment.dataDir, now) }
	];
	return jobs.map((job) => ({
		...job,
		run(db, now) {
			speakOfInstalled(db);
			return job.run(db, now);
		}
	}));
}
