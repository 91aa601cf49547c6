import { defineConfig } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';

const port = Number(process.env.E2E_PORT ?? 4173); // another one lets two runs stand side by side
const baseURL = `http://127.0.0.1:${port}`;

/** Each run has its own data folder; the worker processes read this file again and find it in the environment. */
if (!process.env.E2E_DATA_DIR) {
	const folder = mkdtempSync(join(tmpdir(), 'siap-e2e-'));
	process.env.E2E_DATA_DIR = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	workers: 1, // all tests share one database: one after the other they cannot disturb each other
	retries: 0,
	forbidOnly: true,
	timeout: 30_000,
	globalTimeout: 11 * 60_000,
	reportSlowTests: null,
	use: {
		baseURL,
		browserName: 'chromium',
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		trace: 'retain-on-failure',
		launchOptions: await chromiumLaunchOptions()
	},
	webServer: {
		command: `"${process.execPath}" src/cli/start.ts --demo --no-build`,
		env: { HOST: '127.0.0.1', PORT: String(port), ORIGIN: baseURL, DATA_DIR: process.env.E2E_DATA_DIR },
		url: `${baseURL}/login`,
		reuseExistingServer: false,
		timeout: 90_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
		stdout: 'ignore',
		stderr: 'pipe'
	}
});
