import { say } from '#lib/words/say.ts';
import { exampleCode } from '#lib/words/province.ts';
import { addUser } from '#lib/server/people/users/manage-users.ts';
import { UserInput, userFaults } from '#lib/server/people/users/user-input.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_ACTOR } from '../machine-actor.ts';
import { readOptions } from '../options.ts';
import { choosePassword } from '../password.ts';
import { withDatabase } from '../with-database.ts';

export const usage =
	'siap user add USER --role admin|reviewer|assessor|respondent|agency|viewer [--name "…"] [--region CODE] [--agency ID] [--password-stdin]';

/** Makes an account; prints a password once where none was given. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values, words } = readOptions(
		args,
		usage,
		{
			role: { type: 'string' },
			name: { type: 'string' },
			region: { type: 'string' },
			agency: { type: 'string' },
			'password-stdin': { type: 'boolean' }
		},
		{ words: 1, needed: ['role'] }
	);
	const [username] = words as [string];
	const { locale } = io;
	const { password, isGenerated } = await choosePassword(values['password-stdin'] ?? false, io);
	const input = UserInput.safeParse({
		username,
		displayName: values.name ?? username,
		role: values.role,
		regionCode: values.region,
		agencyId: values.agency,
		password
	});
	if (!input.success) {
		const faults = Object.values(userFaults(input.error)).map((key) => say(locale)[key]({}));
		throw new CommandError(faults.join('\n'));
	}
	const result = await withDatabase(io, (db) => addUser({ db, actor: MACHINE_ACTOR, now: io.now() }, input.data), {
		create: true
	});
	switch (result.kind) {
		case 'added':
			io.out(say(locale).cmd_user_added({ username: input.data.username }));
			if (isGenerated) io.out(say(locale).cmd_password_once({ password }));
			return 0;
		case 'taken':
			throw new CommandError(say(locale).error_user_taken({ username: input.data.username }));
		case 'unknown_region':
			throw new CommandError(say(locale).error_region_missing({ region: values.region ?? '', example: exampleCode() }));
		case 'unknown_agency':
			throw new CommandError(say(locale).error_agency_missing({ agency: values.agency ?? '' }));
	}
}
