import { expect, login, test } from './support/fixtures.ts';

test('a person reads why a reminder came, marks it as read without JavaScript, and the count follows', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await login(page, 'asesor1');
	await page.goto('/');
	await page.getByRole('link', { name: /^Pengingat/ }).click();
	const items = page.getByRole('listitem').filter({ hasText: 'Anda menerima ini karena' });
	const before = await items.filter({ has: page.getByRole('button') }).count();
	expect(before).toBeGreaterThan(0);
	await items
		.first()
		.getByRole('button', { name: /Tandai sudah dibaca/ })
		.click();
	await expect(items.filter({ has: page.getByRole('button') })).toHaveCount(before - 1);
	await expect(page.getByRole('heading', { name: 'Sudah dibaca atau tidak berlaku lagi' })).toBeVisible();
	await context.close();
});

test('an administrator copies a text for WhatsApp, opens it there, and records it', async ({ page }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await login(page, 'admin');
	await page.goto('/rounds/2026/reminders');
	const person = page.getByRole('listitem').filter({ hasText: 'Diskominfo Kab. Pacitan' }).first();
	await person.locator('summary').click();
	await person.getByRole('button', { name: /Salin teks/ }).click();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain('Yth. Diskominfo Kab. Pacitan');
	expect(text).toContain('/reminders');
	const link = await person.getByRole('link', { name: /Buka WhatsApp/ }).getAttribute('href');
	expect(new URL(link!).origin).toBe('https://wa.me');
	expect(new URL(link!).searchParams.get('text')).toBe(text);
	await person.getByRole('button', { name: /Catat sudah disampaikan/ }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Sudah dicatat' })).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'Diskominfo Kab. Pacitan' }).first()).toContainText('WhatsApp');
});

test('a phone number is put in order, a wrong one is explained', async ({ page }) => {
	await login(page, 'dinkes');
	await page.goto('/account');
	await page.getByLabel('Nomor telepon').fill('12');
	await page.getByRole('button', { name: 'Simpan surel dan telepon' }).click();
	await expect(page.getByText('Nomor telepon tidak sah')).toBeVisible();
	await page.getByLabel('Nomor telepon').fill('0810-0000-0099');
	await page.getByRole('button', { name: 'Simpan surel dan telepon' }).click();
	await expect(page.getByRole('status')).toContainText('sudah disimpan');
	await page.reload();
	await expect(page.getByLabel('Nomor telepon')).toHaveValue('6281000000099');
});
