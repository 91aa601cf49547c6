import { expect, expectAccessible, login, test } from './support/fixtures.ts';

const CALENDAR = '/rounds/2026/calendar';

test('an assessor plans a visit without JavaScript, and a fault is explained', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await login(page, 'asesor2');
	await page.goto(CALENDAR);
	await page.getByRole('link', { name: 'Rencanakan kunjungan' }).click();
	await page.getByLabel('Wilayah', { exact: true }).selectOption({ label: 'Kabupaten Trenggalek' });
	const last = await page.getByLabel('Tanggal').getAttribute('max');
	await page.getByLabel('Tanggal').fill(last!);
	await page.getByLabel('Keadaan').first().selectOption({ label: 'Terlaksana' });
	await page.getByLabel('Tempat', { exact: true }).fill('Pendopo');
	await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
	await expect(page.getByRole('alert')).toContainText('belum tiba tidak dapat dicatat terlaksana');
	await expect(page.getByLabel('Tempat', { exact: true })).toHaveValue('Pendopo');
	await page.getByLabel('Keadaan').first().selectOption({ label: 'Direncanakan' });
	await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
	await expect(page.getByRole('status')).toContainText('Kunjungan sudah disimpan');
	await expect(page.getByRole('row', { name: /Kab. Trenggalek/ })).toContainText('Pendopo');
	// The one of the sample data and the new one; others' visits are not shown.
	await expect(page.getByRole('link', { name: /^Ubah/ })).toHaveCount(2);

	await page.getByRole('link', { name: /Ubah ?: Kab. Trenggalek/ }).click();
	await page.getByLabel('Keadaan').first().selectOption({ label: 'Dibatalkan' });
	await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
	await expect(page.getByRole('row', { name: /Kab. Trenggalek/ })).toContainText('Dibatalkan');
	await context.close();
});

test('an administrator lays down a milestone and takes it away again', async ({ page }) => {
	await login(page, 'admin');
	await page.goto(`${CALENDAR}?milestone=new`);
	await page.getByLabel('Nama tonggak').fill('Rapat koordinasi asesor');
	const start = /Antara/; // the hint names the days that are possible
	await expect(page.getByText(start).first()).toBeVisible();
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date()); // the day there
	await page.getByLabel('Hari pertama').fill(today);
	await page.getByLabel('Hari terakhir').fill('2020-01-01');
	await page.getByRole('button', { name: 'Simpan tonggak' }).click();
	await expect(page.getByRole('alert')).toContainText('Hari terakhir tidak boleh sebelum hari pertama');
	await page.getByLabel('Hari terakhir').fill(today);
	await page.getByRole('button', { name: 'Simpan tonggak' }).click();
	await expect(page.getByRole('status')).toContainText('Tonggak sudah disimpan');
	await expect(page.getByRole('listitem').filter({ hasText: 'Rapat koordinasi asesor' })).toContainText(
		'sedang berlangsung'
	);
	await page.getByRole('link', { name: /Ubah ?: Rapat koordinasi asesor/ }).click();
	await page.getByRole('button', { name: 'Hapus tonggak ini' }).click();
	await expect(page.getByRole('status')).toContainText('Tonggak sudah dihapus');
	await expect(page.getByText('Rapat koordinasi asesor')).toHaveCount(0);
});

test('a calendar program reads with the address alone, until it is revoked', async ({ page, playwright, baseURL }) => {
	await login(page, 'pacitan');
	await page.goto(CALENDAR);
	await page.getByRole('button', { name: 'Buat alamat langganan' }).click();
	const address = await page.getByLabel('Alamat langganan').inputValue();
	await expect(page.getByRole('link', { name: 'Buka di program kalender' })).toHaveAttribute('href', /^webcal:/);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectAccessible(page);
	const program = await playwright.request.newContext({ baseURL });
	const response = await program.get(address);
	expect(response.status()).toBe(200);
	expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	const text = await response.text();
	expect(text).toContain('SUMMARY:Pleno');
	expect(text).toContain('Kab. Pacitan');
	expect(text).not.toContain('Surabaya');
	await page.goto(CALENDAR);
	await expect(page.getByText(address)).toHaveCount(0);
	await page.getByRole('button', { name: 'Cabut alamat' }).click();
	await expect(page.getByRole('status')).toContainText('sudah dicabut');
	expect((await program.get(address)).status()).toBe(404);
	await program.dispose();
});
