/**
 * Pictures of the demo system for README and docs (`npm run screenshots`), always of a fresh demo database.
 * Written to docs/screenshots/.
 */
import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from './chromium.ts';

const port = await findFreePort();
const origin = `http://127.0.0.1:${port}`;
const root = join(import.meta.dirname, '..', '..');
const target = join(root, 'docs', 'screenshots');

const desktop = { width: 1280, height: 860 };
const phone = { width: 360, height: 740 };

interface Picture {
	name: string;
	user: string;
	path: string;
	viewport: { width: number; height: number };
	/** Acts of the person before the picture is taken. */
	act?: (page: Page) => Promise<void>;
}

/** An assessor answers two indicators by keyboard, and both are on disk. */
async function answerByKeyboard(page: Page): Promise<void> {
	await page.keyboard.press('3');
	await page.keyboard.press('j');
	await page.keyboard.type('Perbup diundangkan dan dimuat di JDIH; SOP berlaku bagi semua OPD (lampiran II).');
	await page.keyboard.press('Escape');
	await page.keyboard.press('n');
	await page.keyboard.press('2');
	await page
		.getByText(/^Tersimpan/)
		.nth(1)
		.waitFor();
	await page.locator('input[type=radio]:focus').evaluate((radio) => radio.scrollIntoView({ block: 'center' }));
}

const pictures: Picture[] = [
	{ name: 'home', user: 'asesor1', path: '/', viewport: phone },
	{
		name: 'form-phone',
		user: 'asesor1',
		path: '/rounds/2026/regions/35.21/form/A',
		viewport: phone,
		act: answerByKeyboard
	},
	{ name: 'form', user: 'asesor1', path: '/rounds/2026/regions/35.18/form/B', viewport: desktop },
	{ name: 'map', user: 'gubernur', path: '/rounds/2026', viewport: desktop },
	{ name: 'region', user: 'reviewer', path: '/rounds/2026/regions/35.05', viewport: desktop },
	{ name: 'plan', user: 'reviewer', path: '/rounds/2026/regions/35.05/plan', viewport: desktop },
	{ name: 'admin', user: 'admin', path: '/admin', viewport: desktop },
	{ name: 'review', user: 'asesor5', path: '/rounds/2026/regions/35.78/review', viewport: desktop },
	{ name: 'control', user: 'gubernur', path: '/rounds/2026/control', viewport: desktop },
	{ name: 'calendar', user: 'admin', path: '/rounds/2026/calendar', viewport: desktop },
	{ name: 'plenary', user: 'reviewer', path: '/rounds/2026/plenary', viewport: desktop },
	{ name: 'compare', user: 'gubernur', path: '/rounds/2026/compare?regions=35.78,35.05', viewport: desktop },
	{ name: 'heat', user: 'reviewer', path: '/rounds/2026/heat', viewport: desktop },
	{ name: 'present', user: 'gubernur', path: '/rounds/2026/present', viewport: desktop },
	{ name: 'documents', user: 'reviewer', path: '/rounds/2026/reports', viewport: desktop },
	{ name: 'public', user: 'gubernur', path: '/p/2025', viewport: desktop }
];

async function main(): Promise<void> {
	mkdirSync(target, { recursive: true });
	const dataDir = mkdtempSync(join(tmpdir(), 'siap-screenshots-'));
	const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir };
	const server = spawn('npm', ['run', '--silent', 'demo'], { cwd: root, env, stdio: 'inherit', detached: true });
	const browser = await chromium.launch(await chromiumLaunchOptions());
	try {
		await answers(`${origin}/login`);
		for (const { name, user, path, viewport, act } of pictures) {
			const context = await browser.newContext({ viewport, locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
			const page = await context.newPage();
			await signIn(page, user);
			const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
			if (!response?.ok()) throw new Error(`${path} as ${user} answered ${response?.status()}`);
			await act?.(page);
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

async function findFreePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port: free } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return free;
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
