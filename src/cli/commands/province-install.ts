import { say } from '#lib/words/say.ts';
import { type Installed, installProvince } from '#lib/server/places/province/install-province.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { describeProfileFault } from '#lib/words/profile-fault.ts';
import { namesOfUses } from '#lib/words/province-use.ts';
import { readTextFile } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_ACTOR } from '../machine-actor.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap province install F.yaml';

/** Installs the profile of a province, into an empty system where there is none. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { words } = readOptions(args, usage, {}, { words: 1 });
	const text = readTextFile(words[0]!, io);
	return withDatabase(
		io,
		(db) => {
			const result = installProvince({ db, actor: MACHINE_ACTOR, now: io.now() }, text);
			// no version seen is passed on, so no conflict can arise
			if (result.kind === 'conflict') throw new Error('a conflict without a version seen');
			return tell(result, findProvince(db).name[io.locale], io);
		},
		{ create: true }
	);
}

function tell(result: Installed, name: string, io: Io): ExitCode {
	if (result.kind === 'unchanged') {
		io.out(say(io.locale).province_unchanged({}));
		return 0;
	}
	if (result.kind === 'installed') {
		const { added, removed, changed } = result.changes;
		io.out(
			say(io.locale).cmd_province_installed({
				name,
				added: added.length,
				removed: removed.length,
				changed: changed.length
			})
		);
		return 0;
	}
	if (result.kind === 'invalid') for (const fault of result.faults) io.err(describeProfileFault(fault, io.locale));
	else {
		io.err(say(io.locale).province_used({}));
		for (const { code, name: region, uses } of result.regions) {
			io.err(say(io.locale).province_used_region({ code, name: region, uses: namesOfUses(uses, io.locale) }));
		}
	}
	throw new CommandError(say(io.locale).cmd_province_refused({}));
}
