import { expect, expectAccessible, login, test } from './support/fixtures.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('anybody reads what was published, down to a region and to the files, and no cookie is set', async ({
		page
	}) => {
		const scripts: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'script') scripts.push(request.url());
		});
		await page.goto('/p');
		await page.getByRole('link', { name: 'Asesmen 2025 (contoh)' }).click();
		await expect(page).toHaveURL('/p/2025');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kesiapan integrasi data kabupaten dan kota');
		await expect(page.getByText('Data contoh').first()).toBeVisible();
		await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(40);
		const sum = await page.locator('#unduh li').filter({ hasText: 'data.csv' }).locator('.hash').innerText();
		const file = await page.request.get('/p/2025/data.csv');
		const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(await file.body()))).toString(
			'hex'
		);
		expect(sum).toBe(`SHA-256 ${digest}`);
		await page.getByRole('link', { name: 'Kota Surabaya', exact: true }).click();
		await expect(page).toHaveURL('/p/2025/35.78');
		await expect(page.getByText('Peringkat')).toBeVisible();
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		expect(await page.context().cookies()).toEqual([]);
		expect(scripts).toEqual([]);
	});
});

test('only the embedded map may stand in a frame of another site', async ({ page }) => {
	const policy = async (address: string) => (await page.request.get(address)).headers()['content-security-policy'];
	expect(await policy('/p/2025/embed')).toContain('frame-ancestors *');
	for (const address of ['/p', '/p/2025', '/p/2025/35.78', '/p/2025/data.csv', '/p/2026/embed', '/login'])
		expect(await policy(address), address).toContain("frame-ancestors 'none'");
	await page.goto('/p/2025/embed');
	await page.setViewportSize({ width: 360, height: 480 });
	await expectAccessible(page);
});

test('an unchanged page is not sent again, and a round that is not published looks like none', async ({ request }) => {
	const first = await request.get('/p/2025');
	expect(first.headers()['cache-control']).toBe('public, max-age=300');
	const again = await request.get('/p/2025', { headers: { 'if-none-match': first.headers().etag! } });
	expect(again.status()).toBe(304);
	const [running, never] = [await request.get('/p/2026'), await request.get('/p/1900')];
	expect([running.status(), never.status()]).toEqual([404, 404]);
	expect((await running.text()).replaceAll('2026', '1900')).toBe(await never.text());
});

test('an administrator opens a published round deeper or less deep, and sees before what others will see', async ({
	page
}) => {
	await login(page, 'admin');
	await page.goto('/admin/rounds/2025');
	await page.getByLabel('Embargo sampai (WIB)').fill('2099-01-01T09:00');
	await page.getByLabel('Kelas saja').check();
	await page.getByRole('button', { name: 'Simpan pengaturan publikasi' }).click();
	await expect(page.getByText('Tertutup sampai 1 Januari 2099')).toBeVisible();
	expect((await page.request.get('/p/2025')).status()).toBe(404);
	await page.getByRole('link', { name: 'Pratinjau' }).click();
	await expect(page.getByRole('note')).toContainText('Pratinjau.');
	await expect(page.getByRole('table').first()).not.toContainText('Indeks');
	await page.goto('/admin/rounds/2025');
	await page.getByLabel('Embargo sampai (WIB)').fill('');
	await page.getByLabel('Sampai domain').check();
	await page.getByRole('button', { name: 'Simpan pengaturan publikasi' }).click();
	await expect(page.getByText('Terbuka untuk umum sekarang: Sampai domain.')).toBeVisible();
	expect((await page.request.get('/p/2025')).status()).toBe(200);
});
