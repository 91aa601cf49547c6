import type { Io } from './io.ts';

/** Finds the language of a call: `--lang id|en` anywhere among the arguments (taken out of them), else English where
 *  the system's messages are English and Indonesian everywhere else. */
export function splitLanguage(
	args: readonly string[],
	env: Record<string, string | undefined>
): { args: string[]; locale: Io['locale'] } {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
	const fromSystem = system.startsWith('en') ? 'en' : 'id';
	if (at < 0) return { args: [...args], locale: fromSystem };
	const [, inline] = args[at]!.split('=');
	const value = inline ?? args[at + 1];
	// Another value stays among the arguments, so that the command refuses it.
	if (value !== 'id' && value !== 'en') return { args: [...args], locale: fromSystem };
	return { args: args.toSpliced(at, inline === undefined ? 2 : 1), locale: value };
}
