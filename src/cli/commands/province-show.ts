import { findInstalledProfile } from '#lib/server/places/province/find-province.ts';
import type { ExitCode, Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap province show';

/** Prints the installed profile as YAML, in the form that `siap province install` takes. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	readOptions(args, usage, {});
	const { text } = await withDatabase(io, findInstalledProfile);
	io.out(text.trimEnd());
	return 0;
}
