import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { dispatch } from './dispatch.ts';
import type { Io } from './io.ts';
import { splitLanguage } from './language.ts';

const { args, locale } = splitLanguage(process.argv.slice(2), process.env);
overwriteGetLocale(() => locale);

// npm starts scripts in the project's folder; files are named from the person's own folder.
const folder = (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();

const io: Io = {
	out: (line) => void process.stdout.write(`${line}\n`),
	err: (line) => void process.stderr.write(`${line}\n`),
	readStdin: () => text(process.stdin),
	resolvePath: (path) => resolve(folder, path),
	env: process.env,
	now: () => Date.now(),
	locale
};

process.exitCode = await dispatch(args, io);
