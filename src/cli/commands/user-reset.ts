import { say } from '#lib/words/say.ts';
import { resetPassword } from '#lib/server/people/users/manage-users.ts';
import { Password } from '#lib/server/people/users/user-input.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_ACTOR } from '../machine-actor.ts';
import { readOptions } from '../options.ts';
import { choosePassword } from '../password.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap user reset USER [--password-stdin]';

/** Gives an account a new password, printed once where none was given. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values, words } = readOptions(args, usage, { 'password-stdin': { type: 'boolean' } }, { words: 1 });
	const [username] = words as [string];
	const { locale } = io;
	const { password, isGenerated } = await choosePassword(values['password-stdin'] ?? false, io);
	const checked = Password.safeParse(password);
	if (!checked.success) {
		const key = checked.error.issues[0]!.message as 'error_user_password_short' | 'error_user_password_long';
		throw new CommandError(say(locale)[key]({}));
	}
	const result = await withDatabase(io, (db) =>
		resetPassword({ db, actor: MACHINE_ACTOR, now: io.now() }, username, password)
	);
	if (result.kind === 'missing') throw new CommandError(say(locale).cmd_user_missing({ username }));
	io.out(say(locale).cmd_user_reset({ username }));
	if (isGenerated) io.out(say(locale).cmd_password_once({ password }));
	return 0;
}
