import { statSync } from 'node:fs';
import { say } from '#lib/words/say.ts';
import { describeBoundaryFault } from '#lib/server/places/boundaries/describe-boundary-fault.ts';
import {
	BOUNDARIES_MAX_BYTES,
	type BoundaryFault,
	installBoundaries
} from '#lib/server/places/boundaries/install-boundaries.ts';
import { readTextFile } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { MACHINE_ACTOR } from '../machine-actor.ts';
import { readOptions } from '../options.ts';
import { withDatabase } from '../with-database.ts';

export const usage = 'siap geo install F.geojson [--attribution "…"]';

/** Installs the boundaries that the map draws. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values, words } = readOptions(args, usage, { attribution: { type: 'string' } }, { words: 1 });
	const [path] = words as [string];
	const size = statSync(io.resolvePath(path), { throwIfNoEntry: false })?.size ?? 0;
	const text = size > BOUNDARIES_MAX_BYTES ? null : readTextFile(path, io);
	const result =
		text === null
			? { faults: [{ code: 'too_large' } satisfies BoundaryFault] }
			: await withDatabase(
					io,
					(db) => installBoundaries({ db, actor: MACHINE_ACTOR, now: io.now() }, text, values.attribution ?? null),
					{ create: true }
				);
	if ('regions' in result) {
		io.out(say(io.locale).cmd_geo_installed({ count: result.regions }));
		return 0;
	}
	for (const fault of result.faults) io.err(describeBoundaryFault(fault, io.locale));
	throw new CommandError(say(io.locale).cmd_geo_refused({}));
}
