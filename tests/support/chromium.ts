import sparticuz, { inflate } from '@sparticuz/chromium';
import type { LaunchOptions } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium');

const installedPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/microsoft-edge',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** Flags by which the browser talks to the app under test and to nobody else. */
const quietArgs = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-default-apps',
	'--disable-domain-reliability',
	'--disable-sync',
	'--metrics-recording-only',
	'--no-default-browser-check',
	'--no-first-run',
	'--no-pings',
	'--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication'
];

/**
 * Flags of the packaged browser that are meant for a cloud function and would falsify a test: one process (closing a
 * page would end the browser), no same-origin policy. Features and headless mode are Playwright's to set.
 */
const unwantedArgs =
	/^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|headless|(dis|en)able-features)\b/;

/**
 * Finds options to launch Chromium on this machine with nothing but the packages of `npm ci`.
 *
 * @returns options for Playwright's `chromium.launch`. An installed browser is preferred (`CHROMIUM_PATH` first); else
 * the one packed in `@sparticuz/chromium` (Linux x64), unpacked once to `node_modules/.cache`, with its own copies of
 * NSS and fonts where the machine has none. On other machines, the browser of `npx playwright install chromium`.
 * @throws when `CHROMIUM_PATH` names no file
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
	const installed = findInstalledChromium();
	if (installed) return { executablePath: installed, args: quietArgs };
	if (process.platform !== 'linux' || process.arch !== 'x64') return { args: quietArgs };
	const folder = await unpackedChromium();
	const executablePath = join(folder, 'chromium');
	return {
		executablePath,
		args: [...sparticuz.args.filter((arg) => !unwantedArgs.test(arg)), ...quietArgs],
		env: browserEnvironment(folder, executablePath)
	};
}

function findInstalledChromium(): string | undefined {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names no file: ${wanted}`);
	return wanted || installedPlaces.find((path) => existsSync(path));
}

/** Unpacks the packaged browser beside its target and moves it there in one step: a half-written browser is never
 *  seen. */
async function unpackedChromium(): Promise<string> {
	const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
	const cache = join(root, 'node_modules', '.cache');
	const target = join(cache, `chromium-${version}`);
	if (existsSync(target)) return target;
	mkdirSync(cache, { recursive: true });
	const unfinished = mkdtempSync(join(cache, 'chromium-unfinished-'));
	await inTemporaryFolder(unfinished, async () => {
		await sparticuz.executablePath();
		await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
	});
	try {
		renameSync(unfinished, target);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (!existsSync(target)) throw error; // there already: another process was faster
	}
	return target;
}

/** Does some work with another temporary folder: the package unpacks to the system's, without a choice. */
async function inTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
	const before = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	try {
		await work();
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
}

function browserEnvironment(folder: string, executablePath: string): Record<string, string> {
	const env = { ...process.env } as Record<string, string>;
	if (!starts(executablePath, env)) {
		const libraries = join(folder, 'al2023', 'lib');
		env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
	}
	env.FONTCONFIG_FILE ??= fontConfiguration(folder);
	return env;
}

/** Writes a configuration of the machine's fonts with one packaged font below: a machine without any would draw no
 *  text. */
function fontConfiguration(folder: string): string {
	const file = join(folder, 'fonts.conf');
	if (!existsSync(file)) {
		const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${join(folder, 'fonts', 'fonts')}</dir>
	<cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
		writeFileSync(file, content);
	}
	return file;
}

function starts(executablePath: string, env: Record<string, string>): boolean {
	try {
		execFileSync(executablePath, ['--version'], { env, stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false; // a shared library is missing: the caller adds the packaged ones
	}
}
