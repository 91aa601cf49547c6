import { findAssessment } from '#lib/server/assessments/find-assessment.ts';
import { m } from '#lib/paraglide/messages.js';
import { closeWorkers } from '#lib/server/jobs/warm-worker.ts';
import { collectMinutes } from '#lib/server/plenary/collect-minutes.ts';
import { findSession } from '#lib/server/plenary/sessions.ts';
import { collectProvinceReport, collectRegionReport } from '#lib/server/reports/collect.ts';
import type { ReportJob } from '#lib/server/reports/types.ts';
import type { Db } from '#lib/server/db/open.ts';
import type { Round } from '#lib/server/rounds/find-round.ts';
import { issueReport } from '#lib/server/verification/issue-report.ts';
import { writeOutput } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_VIEWER } from '../machine-admin.ts';
import { readOptions } from '../options.ts';
import { getRound, withDatabase } from '../with-database.ts';

export const usage = 'siap report --round R [--region CODE | --minutes SESSION] --out F.pdf';

/** Writes the report of one region, of the province where none is named, or the minutes of a plenary session, as PDF in the language of the command. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{ round: { type: 'string' }, region: { type: 'string' }, minutes: { type: 'string' }, out: { type: 'string' } },
		{ needed: ['round', 'out'] }
	);
	const { region, minutes } = values;
	if (region !== undefined && minutes !== undefined) throw new CommandError(usage, 2);
	try {
		const pdf = await withDatabase(io, async (db) => {
			const round = getRound(db, values.round!, io);
			const now = io.now();
			const { subject, job } = await collectJob(db, round, { region, minutes }, now, io);
			return (await issueReport(db, round, subject, job, { userId: null, origin: io.env.ORIGIN || null }, now)).pdf;
		});
		writeOutput(values.out!, pdf, io);
	} finally {
		await closeWorkers();
	}
	return 0;
}

/** What is asked for, with what it is written from. @throws CommandError when there is no such thing */
async function collectJob(
	db: Db,
	round: Round,
	{ region, minutes }: { region?: string | undefined; minutes?: string | undefined },
	now: number,
	{ locale }: Io
): Promise<{ subject: string; job: ReportJob }> {
	if (minutes !== undefined) {
		const session = findSession(db, round, Number(minutes));
		if (!session) throw new CommandError(m.cli_session_missing({ session: minutes, round: round.code }, { locale }));
		const data = collectMinutes(db, round, session, now);
		return { subject: String(session.id), job: { kind: 'minutes', data, locale } };
	}
	if (region === undefined)
		return { subject: '', job: { kind: 'province', data: await collectProvinceReport(db, round, now), locale } };
	const found = findAssessment(db, MACHINE_VIEWER, 'assessment.read', { round: round.code, region, agency: null });
	if (!found) throw new CommandError(m.error_assessment_missing({ subject: region, round: round.code }, { locale }));
	return { subject: region, job: { kind: 'region', data: collectRegionReport(db, found.assessment, now), locale } };
}
