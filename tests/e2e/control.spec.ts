import type { Page } from '@playwright/test';
import { expect, expectAccessible, login, test } from './support/fixtures.ts';

const TRY = '/rounds/2026/control/what-if';

/** Assessors by region code, as the API tells them. */
async function assessorsOf(page: Page, code: string): Promise<string[]> {
	const response = await page.request.get('/api/v1/rounds/2026/control');
	const { regions } = (await response.json()) as { regions: { region: { code: string }; assessors: string[] }[] };
	return regions.find(({ region }) => region.code === code)!.assessors;
}

/** Sends the form of the page, as another person would. */
async function apply(page: Page, moves: string, seen: string): Promise<void> {
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	const response = await page.request.post(`${TRY}?/apply`, { form: { moves, seen }, headers });
	expect(response.status()).toBe(200);
}

test('who looks on sees how late the round is and why, and nothing to change it with', async ({ page }) => {
	await login(page, 'gubernur');
	await page.goto('/rounds/2026');
	await page.getByRole('link', { name: 'Kendali', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kendali putaran');
	await expect(
		page.getByText(/^Dengan laju sekarang selesai .+ \(antara .+ dan .+\), \d+ hari setelah tenggat\.$/)
	).toBeVisible();
	await expect(page.getByRole('img', { name: /^Pekerjaan tertinggal .+ poin persen dari rencana$/ })).toBeVisible();
	const row = page.getByRole('row').filter({ hasText: 'Kab. Situbondo' });
	await expect(row).toContainText('Belum dimulai');
	await expect(row).toContainText('59 hari');
	await expect(row).toContainText('Penilaian mandiri belum terkirim');
	await expect(page.getByRole('link', { name: 'Coba pindahkan wilayah' })).toHaveCount(0);
	await page.locator('summary').filter({ hasText: 'Angka kurva per minggu' }).click();
	await expect(page.getByRole('table', { name: 'Angka kurva per minggu' }).getByRole('row')).not.toHaveCount(0);
});

test('the table is filtered and sorted by its address', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto('/rounds/2026/control?show=open');
	await page.getByLabel('Menunggu', { exact: true }).selectOption('asesor');
	await expect(page).toHaveURL(/show=open&waits=assessor/);
	const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Sebab terlambat' }) });
	await expect(table.getByRole('row')).toHaveCount(6);
	await table.getByRole('link', { name: 'Wilayah' }).click();
	await expect(page).toHaveURL(/sort=name&order=asc/);
	await expect(table.getByRole('rowheader').first()).toContainText('Kab. Bangkalan');
});

test('a reviewer tries moves and can share them, but not apply them', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto(TRY);
	await page.getByLabel('Asesor baru untuk Kab. Sumenep').selectOption('Asesor ITS 2 (contoh)');
	await page.getByRole('button', { name: 'Lihat perkiraan' }).click();
	await expect(page).toHaveURL(`${TRY}?35.29=asesor2`);
	await expect(page.getByText('Kab. Sumenep: dari Asesor ITS 5 (contoh) ke Asesor ITS 2 (contoh)')).toBeVisible();
	await expect(page.getByText('Hanya admin yang dapat menerapkan.')).toBeVisible();
	await expect(page.getByRole('button', { name: /Terapkan/ })).toHaveCount(0);
});

test.describe('without JavaScript, on a phone', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	test('an administrator tries a move, applies it, and puts it back', async ({ page }) => {
		await login(page, 'admin');
		await page.goto(TRY);
		await page.getByLabel('Asesor baru untuk Kab. Sumenep').selectOption('Asesor ITS 2 (contoh)');
		await page.getByRole('button', { name: 'Lihat perkiraan' }).click();
		await expect(page).toHaveURL(`${TRY}?35.29=asesor2`);
		await page.getByRole('button', { name: 'Terapkan 1 pemindahan' }).click();
		await expect(page.getByRole('status')).toContainText('1 penugasan ditambahkan, 1 dicabut');
		expect(await assessorsOf(page, '35.29')).toEqual(['Asesor ITS 2 (contoh)']);
		await page.goto(`${TRY}?35.29=asesor5`);
		await page.getByRole('button', { name: 'Terapkan 1 pemindahan' }).click();
		await expect(page.getByRole('status')).toBeVisible();
		expect(await assessorsOf(page, '35.29')).toEqual(['Asesor ITS 5 (contoh)']);
	});
});

test('the suggestion moves what nobody has begun', async ({ page }) => {
	await login(page, 'admin');
	await page.goto(TRY);
	await page.getByRole('link', { name: 'Gunakan usulan' }).click();
	await expect(page).toHaveURL(/what-if\?35/);
	const moves = page.getByRole('listitem').filter({ hasText: / ke Asesor ITS / });
	await expect(moves).not.toHaveCount(0);
	await expect(moves.filter({ hasText: /Kota Surabaya|Kab\. Jember|Kab\. Pasuruan/ })).toHaveCount(0);
	await expectAccessible(page);
});

test('applying is refused once someone else changed the same region', async ({ page }) => {
	await login(page, 'admin');
	await page.goto(`${TRY}?35.27=asesor3`);
	await apply(page, '35.27=asesor4', '35.27:demo-asesor5');
	await page.getByRole('button', { name: 'Terapkan 1 pemindahan' }).click();
	await expect(page.getByRole('alert')).toContainText('penugasan Kab. Sampang sudah diubah orang lain');
	expect(await assessorsOf(page, '35.27')).toEqual(['Asesor ITS 4 (contoh)']);
	await apply(page, '35.27=asesor5', '35.27:demo-asesor4');
	expect(await assessorsOf(page, '35.27')).toEqual(['Asesor ITS 5 (contoh)']);
});

test('whoever only looks on, and whoever is assessed, is told why the what-if is closed', async ({ page }) => {
	await login(page, 'gubernur');
	const response = await page.goto(TRY);
	expect(response?.status()).toBe(403);
	await expect(page.getByRole('main')).toContainText('hanya terbuka bagi admin dan penelaah');
});
