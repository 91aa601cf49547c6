import type { Page } from '@playwright/test';
import { lockedPdf, pdf } from '../support/sample-files.ts';
import { expect, expectAccessible, login, test } from './support/fixtures.ts';

// Pacitan still fills in its own answers; Surabaya has submitted.
const FORM = '/rounds/2026/regions/35.01/form/C';
const panel = (page: Page, code: string) => page.locator(`#${code} section`, { hasText: 'Bukti dukung' });
const choose = (page: Page, code: string, name: string, buffer: Buffer) =>
	panel(page, code).getByLabel('Pilih berkas').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

async function open(page: Page, address = FORM): Promise<void> {
	await page.goto(address);
	await expect(page.getByText('Seret berkas ke sini').first()).toBeVisible(); // our code runs
}

test('a file is uploaded, described, shown beside the criteria, used for another indicator and removed', async ({
	page
}) => {
	await login(page, 'pacitan');
	await open(page);
	await choose(page, 'C1', 'Laporan uji unggah.pdf', pdf('Halaman satu', 'Halaman dua'));
	const item = panel(page, 'C1').getByRole('listitem').filter({ hasText: 'Laporan uji unggah' }).first();
	await expect(panel(page, 'C1').getByText('Tersimpan', { exact: true })).toBeVisible();
	await item.getByRole('button', { name: 'Ubah keterangan' }).click();
	await item.getByLabel('Judul').fill('Laporan uji');
	await item.getByLabel('Letak di dokumen').fill('hlm. 2');
	await item.getByLabel('Tanggal dokumen').fill('2026-02-01');
	await item.getByLabel('Berlaku sampai').fill('2026-01-01');
	await item.getByRole('button', { name: 'Simpan keterangan' }).click();
	await expect(panel(page, 'C1').getByRole('alert')).toContainText('mendahului tanggal dokumen');
	const changed = panel(page, 'C1')
		.getByRole('listitem')
		.filter({ has: page.getByLabel('Judul') });
	await changed.getByLabel('Berlaku sampai').fill('');
	await changed.getByRole('button', { name: 'Simpan keterangan' }).click();
	const renamed = panel(page, 'C1').locator('li', { has: page.locator('b', { hasText: /^Laporan uji$/ }) });
	await renamed.getByRole('button', { name: 'Lihat' }).click();
	await expect(renamed.locator('canvas[data-drawn="2"]')).toBeVisible({ timeout: 20_000 }); // the page that the place names
	await expectAccessible(page);
	await panel(page, 'C2').getByLabel('Pakai bukti yang sudah ada').selectOption({ label: 'Laporan uji (Laporan)' });
	await panel(page, 'C2').getByRole('button', { name: 'Pakai untuk indikator ini' }).click();
	const again = panel(page, 'C2').locator('li', { has: page.locator('b', { hasText: /^Laporan uji$/ }) });
	await expect(again).toBeVisible();
	page.on('dialog', (dialog) => void dialog.accept());
	await renamed.getByRole('button', { name: /Hapus bukti/ }).click();
	await expect(again).toHaveCount(0);
});

test('an upload goes on by itself where the connection was lost', async ({ page, context }) => {
	await login(page, 'pacitan');
	await open(page);
	const offsets: number[] = [];
	// Comments make the file large enough for several pieces.
	const large = Buffer.concat([pdf('Besar'), Buffer.from(`%${'x'.repeat(99)}\n`.repeat(12_000))]);
	await page.route('**/api/v1/uploads/*', async (route) => {
		if (route.request().method() === 'PATCH') {
			offsets.push(Number(route.request().headers()['upload-offset']));
			if (offsets.length === 3) await context.setOffline(true);
		}
		await route.continue();
	});
	await choose(page, 'C3', 'Besar sekali.pdf', large);
	await expect(panel(page, 'C3').getByText(/Sambungan terputus pada \d+\s%/)).toBeVisible();
	await context.setOffline(false);
	await expect(panel(page, 'C3').getByText('Tersimpan', { exact: true })).toBeVisible({ timeout: 20_000 });
	expect(
		offsets.filter((offset) => offset === 0),
		'the first piece was sent once'
	).toHaveLength(1);
	page.on('dialog', (dialog) => void dialog.accept());
	const item = panel(page, 'C3').locator('li', { has: page.locator('b', { hasText: /^Besar sekali$/ }) });
	await item.getByRole('button', { name: /Hapus bukti/ }).click();
	await expect(item).toHaveCount(0);
});

test('a refused file says why; personal data are asked about first', async ({ page }) => {
	await login(page, 'pacitan');
	await open(page);
	await choose(page, 'C1', 'Rahasia.pdf', lockedPdf());
	await expect(panel(page, 'C1').getByRole('alert')).toContainText('dilindungi kata sandi');
	await choose(page, 'C1', 'Penerima.pdf', pdf('NIK 3578990101900001'));
	await expect(panel(page, 'C1').getByText(/tampaknya memuat data pribadi: NIK atau nomor KK 3578•+01/)).toBeVisible();
	await panel(page, 'C1').getByRole('button', { name: 'Jangan tambahkan' }).click();
	await expect(panel(page, 'C1').getByText('Penerima.pdf')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a file is added and removed by plain forms', async ({ page }) => {
		await login(page, 'pacitan');
		await page.goto(FORM);
		await panel(page, 'C2').getByText('Tambah bukti', { exact: true }).click();
		const form = panel(page, 'C2').locator('form', { has: page.locator('input[type=file]') });
		await form
			.locator('input[type=file]')
			.setInputFiles({ name: 'SOP polos.pdf', mimeType: 'application/pdf', buffer: pdf('SOP polos') });
		await form.getByLabel('Letak di dokumen').fill('hlm. 1');
		await form.getByRole('button', { name: 'Unggah' }).click();
		const item = panel(page, 'C2').locator('li', { has: page.locator('b', { hasText: /^SOP polos$/ }) });
		await expect(panel(page, 'C2').getByText('Bukti tersimpan.')).toBeVisible();
		await expect(item).toContainText('hlm. 1');
		await item.getByRole('button', { name: /Hapus bukti/ }).click();
		await expect(item).toHaveCount(0);
	});
});

test('the list filters by what stands out, in the address; the same file elsewhere is shown to the reviewer only', async ({
	page
}) => {
	await login(page, 'reviewer');
	await page.goto('/rounds/2026/regions/35.78/evidence?mark=personal');
	await expect(page.getByText(/Diduga memuat data pribadi: NIK atau nomor KK 3578•+01/)).toHaveCount(1);
	await page.goto('/rounds/2026/regions/35.78/evidence?mark=dead');
	await expect(page.getByText(/Tautan mati sejak/)).toHaveCount(1);
	await page.goto('/rounds/2026/regions/35.01/evidence');
	await expect(page.getByText(/Berkas yang sama juga diserahkan oleh Kabupaten Nganjuk/)).toBeVisible();
	await expectAccessible(page);
	await login(page, 'pacitan');
	await page.goto('/rounds/2026/regions/35.01/evidence');
	await expect(page.getByText(/SOP pengelolaan/).first()).toBeVisible();
	await expect(page.getByText(/Nganjuk/)).toHaveCount(0);
});

test('after submission evidence is locked on the page', async ({ page }) => {
	await login(page, 'surabaya');
	await open(page, '/rounds/2026/regions/35.78/form/A');
	await expect(panel(page, 'A1').getByText(/Bukti yang ada terkunci/)).toBeVisible();
	await expect(panel(page, 'A1').getByRole('button', { name: /Hapus bukti|Ubah keterangan/ })).toHaveCount(0);
});

test('a phone of 360 px shows form and list without sideways scrolling', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await login(page, 'pacitan');
	for (const address of [FORM, '/rounds/2026/regions/35.01/evidence']) {
		await page.goto(address);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	}
});

test('the administrator sets the size limit, and a wrong one is refused', async ({ page }) => {
	await login(page, 'admin');
	await page.goto('/admin/settings');
	await expectAccessible(page);
	const limit = page.getByLabel('Ukuran terbesar per berkas (MB)');
	await limit.fill('500');
	await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
	await expect(page.getByText('Ukuran terbesar harus bilangan bulat 1 sampai 50.').first()).toBeVisible();
	await limit.fill('25');
	await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
	await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible();
	await limit.fill('20');
	await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
});
