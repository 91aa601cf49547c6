import { basename } from 'node:path';
import { say } from '#lib/words/say.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import type { Issued } from '#lib/server/documents/verification/issued.ts';
import { printedCode } from '#lib/server/documents/verification/report-code.ts';
import { verifyFile } from '#lib/server/documents/verification/verify-file.ts';
import { readBinaryFile } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap report verify F.pdf';

/** Says whether a PDF is the one that the system made, and names every place where it is not. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const path = readOptions(args, usage, {}, { words: 1 }).words[0]!;
	const file = basename(path);
	const bytes = readBinaryFile(path, io);
	const facts = ({ code, state }: Issued) => ({
		file,
		code: printedCode(code),
		state: state === 'final' ? say(io.locale).report_state_final({}) : say(io.locale).report_state_draft({})
	});
	try {
		const verdict = await withDatabase(io, (db) => verifyFile(db, bytes));
		switch (verdict.kind) {
			case 'identical':
				io.out(say(io.locale).cli_verify_identical(facts(verdict.issued)));
				return 0;
			case 'same_text':
				io.out(say(io.locale).cli_verify_same_text(facts(verdict.issued)));
				return 0;
			case 'unreadable':
				throw new CommandError(say(io.locale).cli_verify_unreadable({ file }));
			case 'no_code':
				throw new CommandError(say(io.locale).cli_verify_no_code({ file }));
			case 'unknown':
				throw new CommandError(say(io.locale).cli_verify_unknown({ file, code: verdict.code }));
			case 'different': {
				const [printed, expected] = verdict.pages;
				io.err(say(io.locale).cli_verify_different(facts(verdict.issued)));
				if (printed !== expected) io.err(say(io.locale).cli_verify_pages({ printed, expected }));
				const shown = (text: string) => text || say(io.locale).cli_verify_nothing({});
				for (const { page, printed, expected } of verdict.differences)
					io.err(say(io.locale).cli_verify_difference({ page, printed: shown(printed), expected: shown(expected) }));
				if (verdict.isLaidOutAnew) io.err(say(io.locale).cli_verify_laid_out_anew({}));
				return 1;
			}
		}
	} finally {
		await closeWorkers();
	}
}
