import { say } from '#lib/words/say.ts';
import { formatFileSize } from '#lib/words/format-size.ts';
import { backUp } from '#lib/server/backup/backup.ts';
import { dataDirOf } from '../data-dir.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';

export const usage = 'siap backup F';

/** Copies database and evidence into one file, while the server may go on. */
export function run(args: string[], io: Io): ExitCode {
	const { words } = readOptions(args, usage, {}, { words: 1 });
	const [path] = words as [string];
	const file = io.resolvePath(path);
	const { locale } = io;
	const dataDir = dataDirOf(io);
	const result = backUp(dataDir, file);
	if (result === 'exists') throw new CommandError(say(locale).cmd_backup_exists({ file }));
	if (result === 'no_database') throw new CommandError(say(locale).cmd_no_database({ folder: dataDir }));
	if (result === 'unwritable') throw new CommandError(say(locale).cmd_backup_unwritable({ file }));
	io.out(say(locale).cmd_backed_up({ file, size: formatFileSize(result.bytes, locale) }));
	const { files, missing } = result;
	if (files > 0) io.out(say(locale).evidence_backed_up({ n: files }));
	if (missing.length === 0) return 0;
	throw new CommandError(say(locale).evidence_backup_missing({ n: missing.length, names: missing.join(', ') }));
}
