import { say } from '#lib/words/say.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { type DocumentSubject, hasWord, KINDS, kindOn, type ReportKind } from '#lib/domain/document/kinds.ts';
import { collectDocument } from '#lib/server/documents/own-texts/collect-document.ts';
import { issueDocument } from '#lib/server/documents/verification/issue-report.ts';
import { writeOutput } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { getRound, withDatabase } from '../with-database.ts';

export const usage =
	'siap report --round R [--region CODE | --agency ID | --minutes SESSION] [--plan] --out F.pdf|F.docx';

/** Writes the report of one region or agency, of the province where none is named, or the minutes of a plenary session,
 *  in the language of the command: as PDF or, for reports, as a Word document, by the ending of the file. With `--plan`
 *  it writes the plan of action of a region or of all instead of the report. */
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
	const named = Object.entries({ region, agency, session: minutes }).filter(([, subject]) => subject !== undefined);
	const [about, subject] = (named[0] ?? ['province', '']) as [DocumentSubject, string];
	const kind = kindOn(about, plan ? 'plan' : about === 'session' ? 'minutes' : 'report');
	if (named.length > 1 || !kind) throw new CommandError(usage, 2);
	try {
		const document = await withDatabase(io, async (db) => {
			const round = getRound(db, values.round!, io);
			const now = io.now();
			const job = await collectDocument(db, round, { kind, subject, locale: io.locale }, now);
			if (!job) throw new CommandError(missing(kind, subject, round.code, io));
			const format = /\.docx$/i.test(values.out!) ? 'docx' : 'pdf';
			if (format === 'docx' && !hasWord(kind)) throw new CommandError(say(io.locale).cli_only_as_pdf({}), 2);
			const issuer = { userId: null, origin: io.env.ORIGIN || null };
			return (await issueDocument(db, round, { subject, job, format, issuer }, now)).bytes;
		});
		writeOutput(values.out!, document, io);
	} finally {
		await closeWorkers();
	}
	return 0;
}

function missing(kind: ReportKind, subject: string, round: string, { locale }: Io): string {
	return KINDS[kind].about === 'session'
		? say(locale).cli_session_missing({ session: subject, round })
		: say(locale).error_assessment_missing({ subject, round });
}
