import { say } from '#lib/words/say.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap audit verify';

/** Walks the chain of the audit log and says whether every entry is unchanged. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	readOptions(args, usage, {});
	const { locale } = io;
	const { entries, firstBroken, lastHash } = await withDatabase(io, verifyAudit);
	if (firstBroken !== null) throw new CommandError(say(locale).cmd_audit_broken({ entry: firstBroken, entries }));
	io.out(say(locale).cmd_audit_sound({ entries, hash: lastHash || '–' }));
	return 0;
}
