import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { openSession, SESSION_COOKIE } from '#lib/server/people/auth/sessions.ts';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { fillManyRegions } from '../support/many-regions.ts';
import { median } from './in-process.ts';
import { START, untilAnswered } from './server.ts';

const LOADS = 9;
const PORTS = [4197, 4198] as const;

interface Country {
	address: string;
	session: string;
	stop: () => Promise<void>;
}

/** Milliseconds from the request to the first paint of the map page in Chromium, every region assessed and drawn on its
 *  boundaries: of 38 regions and of 514, loads in turn; medians after one load to warm up. */
export async function measureMapPaint(): Promise<{ few: number; many: number }> {
	const countries = [await startCountry(38, PORTS[0]), await startCountry(514, PORTS[1])];
	const browser = await chromium.launch(await chromiumLaunchOptions());
	try {
		const times: number[][] = [[], []];
		for (let load = 0; load <= LOADS; load++)
			for (const [at, country] of countries.entries()) times[at]!.push(await firstPaint(browser, country));
		const [few, many] = times.map((all) => median(all.slice(1)));
		return { few: few!, many: many! };
	} finally {
		await browser.close();
		for (const country of countries) await country.stop();
	}
}

async function startCountry(count: number, port: number): Promise<Country> {
	const dataDir = mkdtempSync(join(tmpdir(), 'siap-bench-map-'));
	const { db, close } = openDatabase(dataDir);
	const viewer = fillManyRegions(db, { count, assessed: count, withBoundaries: true }, Date.now());
	const { id: session } = await openSession(db, viewer);
	close();
	const env = {
		...process.env,
		PORT: String(port),
		DATA_DIR: dataDir,
		HOST: '127.0.0.1',
		ORIGIN: '',
		LOG_LEVEL: 'error'
	};
	const server = spawn(process.execPath, START, { env, stdio: 'ignore' });
	const ended = new Promise<void>((done) => server.once('exit', () => done()));
	const address = `http://127.0.0.1:${port}`;
	await untilAnswered(address);
	return {
		address,
		session,
		stop: async () => {
			server.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** A visit with an empty cache. */
async function firstPaint(browser: Browser, { address, session }: Country): Promise<number> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	await context.addCookies([{ name: SESSION_COOKIE, value: session, url: address }]);
	const page = await context.newPage();
	const answer = await page.goto(`${address}/rounds/uji`);
	if (answer?.status() !== 200) throw new Error(`the map answered ${answer?.status()}`);
	await page.locator('svg[data-width]').first().waitFor();
	const paint = await page.evaluate(
		() =>
			new Promise<number>((done) => {
				new PerformanceObserver((list) => {
					const first = list.getEntriesByName('first-contentful-paint')[0];
					if (first) done(first.startTime);
				}).observe({ type: 'paint', buffered: true });
			})
	);
	await context.close();
	return paint;
}
