import { say } from '#lib/words/say.ts';
import { addToken } from '#lib/server/people/users/manage-users.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_ACTOR } from '../machine-actor.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap token add USER';

/** Prints a bearer token for the API, alone on standard output so that a script can take it; its description
 *  goes to standard error. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { words } = readOptions(args, usage, {}, { words: 1 });
	const [username] = words as [string];
	const token = await withDatabase(io, (db) => addToken({ db, actor: MACHINE_ACTOR, now: io.now() }, username));
	if (token === null) throw new CommandError(say(io.locale).cmd_user_missing({ username }));
	io.err(say(io.locale).cmd_token_once({ username }));
	io.out(token);
	return 0;
}
