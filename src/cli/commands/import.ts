import { m } from '#lib/paraglide/messages.js';
import { importAnswers } from '#lib/server/public/exchange/import-answers.ts';
import { describePlace } from '#lib/server/public/exchange/import-fault.ts';
import { findActingUser } from '#lib/server/people/users/manage-users.ts';
import { readTextFile } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap import --round R --answers F.csv [--as USER]';

/** Takes over a CSV of answers, all rows or none. Answers need an author: the account named, or the first admin. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{ round: { type: 'string' }, answers: { type: 'string' }, as: { type: 'string' } },
		{ needed: ['round', 'answers'] }
	);
	const round = values.round!;
	const { locale } = io;
	const text = readTextFile(values.answers!, io);
	const result = await withDatabase(io, (db) => {
		const author = findActingUser(db, values.as ?? null);
		if (!author && values.as) throw new CommandError(m.cmd_user_missing({ username: values.as }, { locale }));
		if (!author) throw new CommandError(m.cmd_import_no_admin({}, { locale }));
		return importAnswers({ db, actor: author, now: io.now() }, round, text);
	});
	switch (result.kind) {
		case 'imported':
			io.out(m.cmd_imported({ written: result.written, unchanged: result.unchanged }, { locale }));
			return 0;
		case 'rejected':
			for (const fault of result.faults) io.err(describePlace(fault, locale));
			throw new CommandError(m.cmd_import_rejected({ count: result.faults.length }, { locale }));
		case 'missing':
			throw new CommandError(m.error_round_missing({ round }, { locale }));
		case 'forbidden':
			throw new CommandError(m.cmd_import_not_admin({ username: values.as ?? '' }, { locale }));
		case 'round_closed': {
			const status = m[`round_status_${result.status}`]({}, { locale });
			throw new CommandError(m.error_round_not_importable({ status }, { locale }));
		}
	}
}
