import { defineConfig } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';
import { serverOf, WORKERS } from './tests/e2e/support/servers.ts';

/** Each run has its own data folder; the worker processes read this file again and find it in the environment. */
if (!process.env.E2E_DATA_DIR) {
	const folder = mkdtempSync(join(tmpdir(), 'siap-e2e-'));
	process.env.E2E_DATA_DIR = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

const servers = Array.from({ length: WORKERS }, (_, worker) => serverOf(worker));

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	workers: WORKERS,
	retries: 0,
	forbidOnly: true,
	timeout: 90_000, // on a machine that does other things too
	expect: { timeout: 15_000 },
	globalTimeout: 11 * 60_000,
	reportSlowTests: null,
	use: {
		browserName: 'chromium',
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		// A trace of every test, kept or not, takes a quarter of the browser's time; `npm run e2e -- --trace on` makes one.
		screenshot: 'only-on-failure',
		launchOptions: await chromiumLaunchOptions()
	},
	webServer: servers.map(({ port, origin, dataDir }) => ({
		command: `"${process.execPath}" src/cli/start.js --demo --no-build`,
		env: { HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir },
		url: `${origin}/login`,
		reuseExistingServer: false,
		timeout: 90_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
		stdout: 'ignore',
		stderr: 'pipe'
	}))
});
