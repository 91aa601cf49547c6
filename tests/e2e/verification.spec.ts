import { extractText, getDocumentProxy } from 'unpdf';
import { expect, expectAccessible, login, test } from './support/fixtures.ts';

test('a paper is checked by the code at the foot of its pages', async ({ page }) => {
	await login(page, 'surabaya');
	const report = await page.request.get('/rounds/2026/regions/35.78/report.pdf');
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(await report.body())), { mergePages: true });
	const code = /Kode ([0-9A-Z-]{14})/.exec(text)![1]!;

	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/verify');
	await page.getByLabel('Kode dokumen').fill(code.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: 'Periksa' }).click();
	await expect(page).toHaveURL(`/verify/${code}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Laporan Kota Surabaya');
	await expect(page.getByText('Asli, tetapi masih draf.')).toBeVisible();
	const index = (await page.locator('main .index').innerText()).trim();
	expect(index).toMatch(/^\d,\d\d$/);
	expect(text).toContain(index);
	await expectAccessible(page);

	await page.context().clearCookies();
	await page.reload();
	await expect(page.getByText('Asli, tetapi masih draf.')).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText(index);
	await page.getByRole('link', { name: 'Masuk untuk melihatnya.' }).click();
	await expect(page).toHaveURL(`/login?next=${encodeURIComponent(`/verify/${code}`)}`);
});
