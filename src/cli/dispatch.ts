import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { CommandError, type ExitCode, type Io } from './io.ts';

/** Shape of a file in `commands/`. */
interface Command {
	/** Usage on one line; a function where the command explains its options itself. */
	usage: string | ((locale: Io['locale']) => string);
	run(args: string[], io: Io): ExitCode | Promise<ExitCode>;
}

interface Entry {
	words: string[];
	about: typeof m.cmd_about_report;
	/** Loads the command when it is asked for: most commands need few modules of the others. */
	load(): Promise<Command>;
}

const COMMANDS: readonly Entry[] = [
	{ words: ['report', 'verify'], about: m.cmd_about_report_verify, load: () => import('./commands/report-verify.ts') },
	{ words: ['report'], about: m.cmd_about_report, load: () => import('./commands/report.ts') },
	{ words: ['export'], about: m.cmd_about_export, load: () => import('./commands/export.ts') },
	{ words: ['import'], about: m.cmd_about_import, load: () => import('./commands/import.ts') },
	{
		words: ['instrument', 'check'],
		about: m.cmd_about_instrument_check,
		load: () => import('./commands/instrument-check.ts')
	},
	{ words: ['score'], about: m.cmd_about_score, load: () => import('./commands/score.ts') },
	{ words: ['geo', 'install'], about: m.cmd_about_geo_install, load: () => import('./commands/geo-install.ts') },
	{
		words: ['province', 'install'],
		about: m.cmd_about_province_install,
		load: () => import('./commands/province-install.ts')
	},
	{ words: ['province', 'show'], about: m.cmd_about_province_show, load: () => import('./commands/province-show.ts') },
	{ words: ['backup'], about: m.cmd_about_backup, load: () => import('./commands/backup.ts') },
	{ words: ['restore'], about: m.cmd_about_restore, load: () => import('./commands/restore.ts') },
	{ words: ['audit', 'verify'], about: m.cmd_about_audit_verify, load: () => import('./commands/audit-verify.ts') },
	{ words: ['user', 'add'], about: m.cmd_about_user_add, load: () => import('./commands/user-add.ts') },
	{ words: ['user', 'reset'], about: m.cmd_about_user_reset, load: () => import('./commands/user-reset.ts') },
	{ words: ['token', 'add'], about: m.cmd_about_token_add, load: () => import('./commands/token-add.ts') }
];

/** Runs the command that the arguments name. An error that a person can mend is said in a sentence; any other is
 *  thrown. */
export async function dispatch(args: string[], io: Io): Promise<ExitCode> {
	const isHelp = args.includes('--help') || args.includes('-h');
	const entry = COMMANDS.find(({ words }) => words.every((word, at) => args[at] === word));
	if (!entry) {
		if (!isHelp && args.length > 0) io.err(say(io.locale).cmd_unknown({ command: args.slice(0, 2).join(' ') }));
		(isHelp ? io.out : io.err)(overview(args, io));
		return isHelp ? 0 : 2;
	}
	const command = await entry.load();
	if (isHelp) {
		io.out(describe(command, entry, io));
		return 0;
	}
	try {
		return await command.run(args.slice(entry.words.length), io);
	} catch (error) {
		if (!isForPerson(error)) throw error;
		io.err(error.message);
		return error instanceof CommandError ? error.exitCode : 1;
	}
}

function describe({ usage }: Command, { about }: Entry, { locale }: Io): string {
	return typeof usage === 'string' ? `${usage}\n  ${about({}, { locale })}` : usage(locale);
}

/** Tells whether a person can mend an error. A start error is known by its name: a bundle may hold a copy of the
 *  class. */
function isForPerson(error: unknown): error is Error {
	return error instanceof CommandError || (error instanceof Error && error.name === 'StartError');
}

/** Every command with its purpose; those of a group (`user`) where only its name was given. */
function overview([group]: string[], { locale }: Io): string {
	const ofGroup = COMMANDS.filter(({ words }) => words.length > 1 && words[0] === group);
	const listed = ofGroup.length > 0 ? ofGroup : COMMANDS;
	const width = Math.max(...listed.map(({ words }) => words.join(' ').length));
	const lines = listed.map(({ words, about }) => `  ${words.join(' ').padEnd(width)}  ${about({}, { locale })}`);
	return [say(locale).cmd_overview_head({}), '', ...lines, '', say(locale).cmd_overview_foot({})].join('\n');
}
