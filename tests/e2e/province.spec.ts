import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, login, test } from './support/fixtures.ts';

async function open(page: Page): Promise<string> {
	await login(page, 'admin');
	await page.goto('/admin/province');
	return page.getByLabel('Teks profil').inputValue();
}

/** Shows what a text would change, and installs it. */
async function install(page: Page, text: string): Promise<void> {
	await page.getByLabel('Teks profil').fill(text);
	await page.getByRole('button', { name: 'Lihat perubahannya' }).click();
	await page.getByRole('button', { name: 'Pasang profil ini' }).click();
	await expect(page.getByText('Profil Jawa Timur terpasang.')).toBeVisible();
}

test('an administrator sees faults, then the changes, installs them and downloads the profile', async ({ page }) => {
	const before = await open(page);
	await page.locator('html[data-live]').waitFor();
	expect(before).toContain('# [GK]');
	const broken = before.replace('zone: Asia/Jakarta', 'zone: WIB');
	await page.getByLabel('Teks profil').fill(broken);
	await page.getByRole('button', { name: 'Lihat perubahannya' }).click();
	await expect(page.getByText(/Baris \d+, zone: "WIB"/)).toBeVisible();
	await expect(page.getByLabel('Teks profil')).toHaveValue(broken);

	const after = before.replace('partner: { id: ITS, en: ITS }', 'partner: { id: Mitra Uji, en: Test Partner }');
	await page.getByLabel('Teks profil').fill(after);
	await page.getByRole('button', { name: 'Lihat perubahannya' }).click();
	await expect(page.getByRole('region', { name: 'Yang akan berubah' })).toContainText('nama instansi');
	await expect(page.locator('footer')).toContainText('bersama ITS');
	await page.getByRole('button', { name: 'Pasang profil ini' }).click();
	await expect(page.getByText('Profil Jawa Timur terpasang.')).toBeVisible();
	await page.goto('/rounds');
	await expect(page.locator('footer')).toContainText('bersama Mitra Uji');

	await page.goto('/admin/province');
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Unduh profil (YAML)' }).click();
	expect(readFileSync(await (await download).path(), 'utf8')).toBe(after);
	await page.locator('html[data-live]').waitFor();
	await install(page, before);
});

test('a file with fewer regions is refused, and names those in use', async ({ page }) => {
	const before = await open(page);
	await page.locator('html[data-live]').waitFor();
	await page.getByLabel('Berkas profil').setInputFiles({
		name: 'profil.yaml',
		mimeType: 'application/yaml',
		buffer: Buffer.from(before.replace(/^.*'35\.01'.*\n/m, ''))
	});
	await page.getByRole('button', { name: 'Lihat perubahannya' }).click();
	await expect(page.getByText(/Kabupaten Pacitan \(35\.01\): .*asesmen/)).toBeVisible();

	// the file's text can be put right in the field
	await expect(page.getByLabel('Berkas profil')).toHaveValue('');
	await expect(page.getByLabel('Teks profil')).not.toHaveValue(/'35\.01'/);
	await page.getByLabel('Teks profil').fill(before.replace('en: Bakorwil', 'en: Corridor'));
	await page.getByRole('button', { name: 'Lihat perubahannya' }).click();
	await expect(page.getByRole('region', { name: 'Yang akan berubah' })).toContainText('kelompok wilayah');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	test('the same by plain forms, on a phone', async ({ page }) => {
		const before = await open(page);
		await install(page, before.replace('en: Bakorwil', 'en: Corridor'));
		await install(page, before);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});
});
