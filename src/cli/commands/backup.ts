import { m } from '#lib/paraglide/messages.js';
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
	if (result === 'exists') throw new CommandError(m.cmd_backup_exists({ file }, { locale }));
	if (result === 'no_database') throw new CommandError(m.cmd_no_database({ folder: dataDir }, { locale }));
	if (result === 'unwritable') throw new CommandError(m.cmd_backup_unwritable({ file }, { locale }));
	io.out(
		m.cmd_backed_up(
			{ file, megabytes: (result.bytes / 1e6).toLocaleString(locale, { maximumFractionDigits: 1 }) },
			{ locale }
		)
	);
	const { files, missing } = result;
	if (files > 0) io.out(m.evidence_backed_up({ n: files }, { locale }));
	if (missing.length === 0) return 0;
	throw new CommandError(m.evidence_backup_missing({ n: missing.length, names: missing.join(', ') }, { locale }));
}
