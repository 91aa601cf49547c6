import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CommandError } from './io.ts';

/** Reads a command's options and its `count` plain words.
 *  @param needed names of the options that may not be left out
 *  @throws CommandError with the usage, exit code 2 */
export function readOptions<Options extends ParseArgsOptionsConfig>(
	args: string[],
	usage: string,
	options: Options,
	{ words = 0, needed = [] }: { words?: number; needed?: (keyof Options & string)[] } = {}
) {
	const parsed = parseOrNull(args, options);
	if (!parsed || parsed.positionals.length !== words) throw new CommandError(usage, 2);
	const values = parsed.values as Record<string, unknown>;
	if (needed.some((name) => !values[name])) throw new CommandError(usage, 2);
	return { values: parsed.values, words: parsed.positionals };
}

function parseOrNull<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
	try {
		return parseArgs({ args, options, allowPositionals: true });
	} catch {
		return null; // an option that the command does not know, or one without its value
	}
}
