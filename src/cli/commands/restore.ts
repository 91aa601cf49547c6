import { say } from '#lib/words/say.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { dataDirOf } from '../data-dir.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_ACTOR } from '../machine-actor.ts';
import { readOptions } from '../options.ts';

export const usage = 'siap restore F';

/** Puts a backup in the place of the database, which is kept aside. */
export function run(args: string[], io: Io): ExitCode {
	const { words } = readOptions(args, usage, {}, { words: 1 });
	const [path] = words as [string];
	const file = io.resolvePath(path);
	const { locale } = io;
	const result = restore(dataDirOf(io), file, MACHINE_ACTOR, io.now());
	switch (result.kind) {
		case 'restored':
			io.out(say(locale).cmd_restored({ file }));
			if (result.aside !== null) io.out(say(locale).cmd_restore_aside({ file: result.aside }));
			return 0;
		case 'file_missing':
			throw new CommandError(say(locale).cmd_file_unreadable({ file, detail: 'ENOENT' }));
		case 'not_siap':
			throw new CommandError(say(locale).cmd_restore_not_siap({ file }));
		case 'damaged':
			throw new CommandError(say(locale).cmd_restore_damaged({ file, detail: result.detail }));
		case 'in_use':
			throw new CommandError(say(locale).cmd_restore_in_use({}));
	}
}
