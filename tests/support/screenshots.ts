/**
 * Pictures of the demo system for README and docs (`npm run screenshots`), always of a fresh demo database.
 * Written to docs/screenshots/.
 */
import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from './chromium.ts';

const port = 4174;
const origin = `http://127.0.0.1:${port}`;
const root = join(import.meta.dirname, '..', '..');
const target = join(root, 'docs', 'screenshots');

const desktop = { width: 1280, height: 860 };
const phone = { width: 360, height: 740 };

const pictures = [
	{ name: 'map', user: 'gubernur', path: '/rounds/2026', viewport: desktop },
	{ name: 'region', user: 'reviewer', path: '/rounds/2026/regions/35.78', viewport: desktop },
	{ name: 'form', user: 'surabaya', path: '/rounds/2026/regions/35.78/form/B', viewport: desktop },
	{ name: 'form-phone', user: 'asesor1', path: '/rounds/2026/regions/35.78/form/B', viewport: phone },
	{ name: 'review', user: 'reviewer', path: '/rounds/2026/regions/35.78/review', viewport: desktop },
	{ name: 'plan', user: 'surabaya', path: '/rounds/2026/regions/35.78/plan', viewport: desktop },
	{ name: 'control', user: 'admin', path: '/rounds/2026/control', viewport: desktop }
];

async function main(): Promise<void> {
	mkdirSync(target, { recursive: true });
	const dataDir = mkdtempSync(join(tmpdir(), 'siap-screenshots-'));
	const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir };
	const server = spawn('npm', ['run', '--silent', 'demo'], { cwd: root, env, stdio: 'inherit', detached: true });
	const browser = await chromium.launch(await chromiumLaunchOptions());
	try {
		await answers(`${origin}/login`);
		for (const { name, user, path, viewport } of pictures) {
			const context = await browser.newContext({ viewport, locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
			const page = await context.newPage();
			await signIn(page, user);
			const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
			if (!response?.ok()) throw new Error(`${path} as ${user} answered ${response?.status()}`);
			await page.screenshot({ path: join(target, `${name}.png`) });
			await context.close();
			console.log(`docs/screenshots/${name}.png`);
		}
	} finally {
		await browser.close();
		if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function signIn(page: Page, username: string): Promise<void> {
	await page.goto(`${origin}/login`);
	await page.locator('input[name=username]').fill(username);
	await page.locator('input[name=password]').fill('satudata-demo');
	await page.locator('input[name=password]').press('Enter');
	await page.waitForURL((url) => url.pathname !== '/login');
}

async function answers(url: string): Promise<void> {
	const end = Date.now() + 120_000; // building included
	while (Date.now() < end) {
		const response = await fetch(url).catch(() => null); // refused until the server listens
		if (response?.ok) return;
		await new Promise((done) => setTimeout(done, 500));
	}
	throw new Error(`No answer from ${url}`);
}

await main();
