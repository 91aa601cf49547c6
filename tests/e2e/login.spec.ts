import type { Page } from '@playwright/test';
import { expect, ownOrigin, test } from './support/fixtures.ts';

test('a wrong password gets a sentence, keeps the name, and lets nobody in', async ({ page }) => {
	await page.goto('/login');
	await fill(page, 'gubernur', 'bukan-kata-sandi');
	await expect(page.getByRole('alert')).toHaveText(
		'Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.'
	);
	await expect(page.getByLabel('Nama pengguna')).toHaveValue('gubernur');
	await page.goto('/rounds');
	await expect(page).toHaveURL('/login?next=%2Frounds');
});

test('an unknown name gets the same sentence as a wrong password', async ({ page }) => {
	await page.goto('/login');
	await fill(page, 'tidak-ada', 'satudata-demo');
	await expect(page.getByRole('alert')).toContainText('Nama pengguna atau kata sandi tidak cocok.');
});

test('after logging in the page that was asked for opens', async ({ page }) => {
	await page.goto('/rounds/2026/regions/35.78?x=1');
	await expect(page).toHaveURL(/\/login\?next=/);
	await fill(page, 'surabaya', 'satudata-demo');
	await expect(page).toHaveURL('/rounds/2026/regions/35.78?x=1');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Surabaya');
});

test('who sends a form after the session ended is told that it was not taken', async ({ page, request }) => {
	const headers = { origin: ownOrigin(), accept: 'text/html' };
	const form = { what: 'region:35.78' };
	const sent = await request.post('/rounds/2026/reports?/make', { headers, form, maxRedirects: 0 });
	await page.goto(sent.headers()['location']!);
	await expect(page.getByRole('alert')).toContainText('Sesi Anda sudah berakhir');
	await fill(page, 'surabaya', 'satudata-demo');
	await expect(page).toHaveURL('/rounds/2026/reports');
});

test('an address of another site is not followed after logging in', async ({ page }) => {
	await page.goto('/login?next=//lain.example/x');
	await fill(page, 'surabaya', 'satudata-demo');
	await expect(page).toHaveURL('/');
});

test('logging out ends the session on the server', async ({ page }) => {
	await page.goto('/login');
	await fill(page, 'surabaya', 'satudata-demo');
	await expect(page).toHaveURL('/');
	const cookies = await page.context().cookies();
	await page.getByRole('button', { name: 'Keluar' }).click();
	await expect(page).toHaveURL('/login');
	await page.context().addCookies(cookies);
	await page.goto('/rounds');
	await expect(page).toHaveURL('/login?next=%2Frounds');
});

test('the session cookie is out of reach of scripts and of other sites', async ({ page }) => {
	await page.goto('/login');
	await fill(page, 'surabaya', 'satudata-demo');
	await expect(page).toHaveURL('/');
	const names = await page.evaluate(() => document.cookie);
	const hidden = (await page.context().cookies()).filter(({ name }) => !names.includes(`${name}=`));
	expect(hidden).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Lax' })]);
});

test('with accounts in place the set-up page sends to the login page', async ({ page }) => {
	await page.goto('/setup?token=tebakan');
	await expect(page).toHaveURL('/login');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('logging in, changing the language and logging out work', async ({ page }) => {
		await page.goto('/login?next=%2Frounds');
		await fill(page, 'gubernur', 'satudata-demo');
		await expect(page).toHaveURL('/rounds');
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page).toHaveURL('/rounds');
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await page.getByRole('button', { name: 'Log out' }).click();
		await expect(page).toHaveURL('/login');
	});
});

async function fill(page: Page, username: string, password: string): Promise<void> {
	await page.getByLabel('Nama pengguna').fill(username);
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
}
