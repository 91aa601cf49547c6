import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, expect, type Page, request, test as base } from '@playwright/test';
import { serverOf } from './servers.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const demoPassword = 'satudata-demo';
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const sessions = new Map<string, Promise<Cookies>>();

/** The origin of the server that this worker's tests talk to. */
export function ownOrigin(): string {
	return serverOf(test.info().parallelIndex).origin;
}

/**
 * Playwright's `test`, on the server of its worker. In addition a test fails when a page throws an error that nobody
 * catches, or when the content security policy stops something: both leave the page half alive without a visible sign.
 */
export const test = base.extend<{ noPageErrors: void }>({
	baseURL: ({}, use) => use(ownOrigin()),
	noPageErrors: [
		async ({ page }, use) => {
			const errors: string[] = [];
			page.on('pageerror', (error) => errors.push(error.message));
			page.on('console', (message) => {
				if (message.text().includes('Content Security Policy')) errors.push(message.text());
			});
			await use();
			expect(errors, 'errors in the page').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

/**
 * Signs a demo account in; replaces whoever was signed in on this page. The form is sent once per account and test
 * process, after that its session is reused; a test that signs out must use the login page itself.
 * @throws when the account is refused
 */
export async function login(page: Page, username: string): Promise<void> {
	const origin = ownOrigin();
	const session = sessions.get(username) ?? signIn(origin, username);
	sessions.set(username, session);
	await page.context().clearCookies();
	await page.context().addCookies(await session);
}

async function signIn(origin: string, username: string): Promise<Cookies> {
	const client = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin, accept: 'text/html' } });
	try {
		const form = { username, password: demoPassword };
		const response = await client.post('/login', { form, maxRedirects: 0 });
		const { cookies } = await client.storageState();
		if (response.status() >= 400 || cookies.length === 0) {
			throw new Error(`POST /login as ${username} answered ${response.status()} and ${cookies.length} cookies`);
		}
		return cookies;
	} finally {
		await client.dispose();
	}
}

/** Holds the page's scripts back, as a slow line does; call what it returns to let them come. */
export async function holdScripts(page: Page): Promise<() => void> {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	return arrive;
}

/** Fails with a list of rule, place and advice for every violation of WCAG 2.2 AA that axe finds on the whole page. The
 *  pages have no frames: axe runs in them as it is, for its adapter to Playwright takes longer than the rules. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(axeSource);
	const found = await page.evaluate(async (values) => {
		// The page's script comes to what was just resized with the next frames, and is not there at once.
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		for (let left = 30; left > 0 && document.documentElement.dataset.live === undefined; left--) await frame();
		for (let left = 3; left > 0; left--) await frame();
		// Where a page is scrolled, a bar that stays in sight may cover half a target, which then counts as too small.
		scrollTo({ top: 0, behavior: 'instant' });
		const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
		// Naming all that passes takes most of the time.
		const { violations } = await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n  ${failureSummary ?? ''}`)
		);
	}, standard);
	expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
