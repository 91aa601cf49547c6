import { m } from '#lib/paraglide/messages.js';
import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { collectJob } from '#lib/server/documents/jobs/collect-job.ts';
import type { ReportKind } from '#lib/domain/document/kinds.ts';
import { isEditable } from '#lib/server/documents/word/render-word.ts';
import { issueReport, issueWord } from '#lib/server/documents/verification/issue-report.ts';
import { writeOutput } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { getRound, withDatabase } from '../with-database.ts';

export const usage =
	'siap report --round R [--region CODE | --agency ID | --minutes SESSION] [--plan] --out F.pdf|F.docx';

/** Writes the report of one region or agency, of the province where none is named, or the minutes of a plenary session, in the
 *  language of the command: as PDF or, for reports, as a Word document, by the ending of the file. With `--plan` the plan
 *  of action of a region or of all instead of the report. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{
			round: { type: 'string' },
			region: { type: 'string' },
			agency: { type: 'string' },
			minutes: { type: 'string' },
			plan: { type: 'boolean' },
			out: { type: 'string' }
		},
		{ needed: ['round', 'out'] }
	);
	const { region, agency, minutes, plan } = values;
	const named = Object.entries({ region, agency, minutes }).filter(([, subject]) => subject !== undefined);
	const [about, subject] = (named[0] ?? ['province', '']) as [ReportKind, string];
	const mayPlan = about === 'region' || about === 'province';
	if (named.length > 1 || (plan && !mayPlan)) throw new CommandError(usage, 2);
	const kind = plan ? 'plan' : about;
	try {
		const document = await withDatabase(io, async (db) => {
			const round = getRound(db, values.round!, io);
			const now = io.now();
			const job = await collectJob(db, MACHINE_VIEWER, round, { kind, subject, locale: io.locale }, now);
			if (!job) throw new CommandError(missing(kind, subject, round.code, io));
			const issuer = { userId: null, origin: io.env.ORIGIN || null };
			if (/\.docx$/i.test(values.out!)) {
				if (!isEditable(job)) throw new CommandError(m.cli_only_as_pdf({}, { locale: io.locale }), 2);
				return (await issueWord(db, round, subject, job, issuer, now)).word;
			}
			return (await issueReport(db, round, subject, job, issuer, now)).pdf;
		});
		writeOutput(values.out!, document, io);
	} finally {
		await closeWorkers();
	}
	return 0;
}

function missing(kind: ReportKind, subject: string, round: string, { locale }: Io): string {
	return kind === 'minutes'
		? m.cli_session_missing({ session: subject, round }, { locale })
		: m.error_assessment_missing({ subject, round }, { locale });
}
