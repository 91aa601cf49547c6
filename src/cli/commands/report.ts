import { findAssessment } from '#lib/server/assessments/find-assessment.ts';
import { m } from '#lib/paraglide/messages.js';
import { closeWorkers } from '#lib/server/jobs/warm-worker.ts';
import { collectMinutes } from '#lib/server/plenary/collect-minutes.ts';
import { findSession } from '#lib/server/plenary/sessions.ts';
import { collectProvinceReport, collectRegionReport } from '#lib/server/reports/collect.ts';
import { renderPdf } from '#lib/server/reports/render-pdf.ts';
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
			if (minutes !== undefined) {
				const session = findSession(db, round, Number(minutes));
				if (session) return renderPdf('minutes', collectMinutes(db, round, session, io.now()), io.locale);
				throw new CommandError(m.cli_session_missing({ session: minutes, round: round.code }, { locale: io.locale }));
			}
			if (region === undefined)
				return renderPdf('province', await collectProvinceReport(db, round, io.now()), io.locale);
			const key = { round: round.code, region, agency: null };
			const found = findAssessment(db, MACHINE_VIEWER, 'assessment.read', key);
			if (found) return renderPdf('region', collectRegionReport(db, found.assessment, io.now()), io.locale);
			const params = { subject: region, round: round.code };
			throw new CommandError(m.error_assessment_missing(params, { locale: io.locale }));
		});
		writeOutput(values.out!, pdf, io);
	} finally {
		await closeWorkers();
	}
	return 0;
}
