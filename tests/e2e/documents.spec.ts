import { expect, expectAccessible, login, test } from './support/fixtures.ts';

test('a document is made in the background, shown in the page, and sent by its link', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto('/rounds/2026/reports');
	await page.getByLabel('Dokumen', { exact: true }).selectOption({ label: 'Kota Surabaya' });
	await page.getByLabel('Kertas').selectOption('f4');
	await page.getByText('Bab yang dicetak').first().click();
	await page.getByLabel('Metode penilaian').uncheck();
	let looks = 0; // the first ones find no server
	await page.route('/api/v1/health', (route) => (looks++ < 2 ? route.abort() : route.continue()));
	await page.getByRole('button', { name: 'Susun dokumen' }).click();
	await expect(page).toHaveURL(/reports#dokumen$/);
	const made = page.getByRole('listitem').filter({ hasText: 'Laporan Kota Surabaya' }).first();
	await expect(made.getByRole('link', { name: /Unduh ?: Laporan Kota Surabaya/ })).toBeVisible({ timeout: 30_000 });
	await expect(made).toContainText('F4');
	await expect(made).toContainText('draf');
	expect(looks).toBeGreaterThan(2);
	await made.getByRole('button', { name: /Pratinjau/ }).click();
	await expect(made.locator('canvas[data-drawn="1"]')).toBeVisible({ timeout: 30_000 });
	await made.getByText('Kirim tautannya').click();
	await expect(made.getByRole('link', { name: 'Kirim lewat WhatsApp' })).toHaveAttribute(
		'href',
		/^https:\/\/wa\.me\/\?text=Yth/
	);
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectAccessible(page);
	await made.getByRole('link', { name: /^Kode/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Laporan Kota Surabaya');
});

test('a report is made as Word, with a sentence in place of the preview; minutes and plans are not', async ({
	page
}) => {
	await login(page, 'reviewer');
	await page.goto('/rounds/2026/reports');
	await page.getByLabel('Dokumen', { exact: true }).selectOption('region:35.02');
	await page.getByLabel('Bentuk').selectOption('docx');
	await page.getByRole('button', { name: 'Susun dokumen' }).click();
	const made = page.getByRole('listitem').filter({ hasText: 'Laporan Kabupaten Ponorogo' }).first();
	const link = made.getByRole('link', { name: /Unduh/ });
	await expect(link).toBeVisible({ timeout: 30_000 });
	await expect(made).toContainText('Naskah Word tidak mempunyai pratinjau');
	await expect(made.getByRole('button', { name: /Pratinjau/ })).toHaveCount(0);
	const download = page.waitForEvent('download');
	await link.click();
	expect((await download).suggestedFilename()).toMatch(/35\.02\.docx$/);
	await made.getByText('Kirim tautannya').click();
	await expect(made.getByLabel('Teks pengantar')).not.toHaveValue(/Keasliannya/);
	await page.getByLabel('Dokumen', { exact: true }).selectOption('plan:35.02');
	await page.getByLabel('Bentuk').selectOption('docx');
	await page.getByRole('button', { name: 'Susun dokumen' }).click();
	await expect(page.getByRole('alert')).toHaveText(/hanya ada sebagai PDF/);
});

test('the plan of action of the own region is made with an assumed unit cost, and its code shows who does what', async ({
	page
}) => {
	await login(page, 'pacitan');
	await page.goto('/rounds/2026/reports');
	await page.getByLabel('Dokumen', { exact: true }).selectOption('plan:35.01');
	await page.getByLabel(/^Harga satuan tenaga/).fill('350.000');
	await page.getByRole('button', { name: 'Susun dokumen' }).click();
	const made = page.getByRole('listitem').filter({ hasText: 'Rencana aksi Kabupaten Pacitan' }).first();
	await expect(made.getByRole('link', { name: /Unduh/ })).toBeVisible({ timeout: 30_000 });
	await made.getByRole('link', { name: /^Kode/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rencana aksi Kabupaten Pacitan');
	await expect(page.getByRole('row', { name: /^Diskominfo \(walidata\)/ })).toBeVisible();
	await expectAccessible(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an agency makes its own report, and another round is a link away', async ({ page }) => {
		await login(page, 'dinkes');
		await page.goto('/rounds/2026/reports');
		await page.getByLabel('Dokumen', { exact: true }).selectOption({ label: 'Dinas Kesehatan' });
		await page.getByRole('button', { name: 'Susun dokumen' }).click();
		const made = page.getByRole('listitem').filter({ hasText: 'Laporan Dinas Kesehatan Provinsi Jawa Timur' }).first();
		await expect(async () => {
			await page.reload();
			await expect(made.getByRole('link', { name: /^Unduh/ })).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 30_000 });
		await page.getByRole('navigation', { name: 'Putaran', exact: true }).getByRole('link', { name: /2025/ }).click();
		await expect(page).toHaveURL('/rounds/2025/reports');
	});

	test('a folder of all regions is asked for and given up', async ({ page }) => {
		await login(page, 'gubernur');
		await page.goto('/rounds/2025/reports');
		await page.getByLabel('Dokumen', { exact: true }).selectOption('regions');
		await page.getByRole('button', { name: 'Susun dokumen' }).click();
		const made = page.getByRole('listitem').filter({ hasText: 'Laporan semua wilayah (ZIP)' }).first();
		await made.getByRole('button', { name: /Batalkan/ }).click();
		await expect(made).toContainText('Dibatalkan, jadi tidak ada berkasnya.');
	});
});
