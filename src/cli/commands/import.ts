import { say } from '#lib/words/say.ts';
import { importAnswers } from '#lib/server/public/exchange/import-answers.ts';
import { describePlace } from '#lib/server/public/exchange/import-fault.ts';
import { findActingUser } from '#lib/server/people/users/manage-users.ts';
import { readBinaryFile } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap import --round R --answers F.csv [--as USER]';

/** Imports a CSV of answers, all rows or none. Answers need an author: the account named, or the first admin. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{ round: { type: 'string' }, answers: { type: 'string' }, as: { type: 'string' } },
		{ needed: ['round', 'answers'] }
	);
	const round = values.round!;
	const { locale } = io;
	const content = readBinaryFile(values.answers!, io);
	const result = await withDatabase(io, (db) => {
		const author = findActingUser(db, values.as ?? null);
		if (!author && values.as) throw new CommandError(say(locale).cmd_user_missing({ username: values.as }));
		if (!author) throw new CommandError(say(locale).cmd_import_no_admin({}));
		return importAnswers({ db, actor: author, now: io.now() }, round, content);
	});
	switch (result.kind) {
		case 'imported':
			io.out(say(locale).cmd_imported({ written: result.written, unchanged: result.unchanged }));
			if (result.codePage) io.out(say(locale).admin_import_code_page({}));
			return 0;
		case 'rejected':
			for (const fault of result.faults) io.err(describePlace(fault, locale));
			throw new CommandError(say(locale).cmd_import_rejected({ count: result.faults.length }));
		case 'missing':
			throw new CommandError(say(locale).error_round_missing({ round }));
		case 'forbidden':
			throw new CommandError(say(locale).cmd_import_not_admin({ username: values.as ?? '' }));
		case 'round_closed': {
			const status = say(locale)[`round_status_${result.status}`]({});
			throw new CommandError(say(locale).error_round_not_importable({ status }));
		}
	}
}
