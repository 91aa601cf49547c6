import { expect, expectAccessible, login, test } from './support/fixtures.ts';
import { openPlenaryRound } from './support/plenary-round.ts';
import { serverOf } from './support/servers.ts';

const CODE = 'pleno-uji';
const HERE = `/rounds/${CODE}/plenary`;
let end: () => void;

test.beforeAll(() => {
	end = openPlenaryRound(serverOf(test.info().parallelIndex).dataDir, CODE, ['35.02', '35.05', '35.28']);
});
test.afterAll(() => end());

test('a reviewer holds a session, decides by keyboard, accepts the rest and makes a region final', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto(HERE);
	await expect(page.getByText('Belum ada sidang yang terbuka.')).toBeVisible();
	await page.getByRole('link', { name: 'Catat sidang baru' }).click();
	await page.getByLabel('Tempat').fill('Ruang Argopuro');
	await page.getByLabel('Pimpinan sidang').fill('Kepala Diskominfo');
	await page.getByLabel('Peserta').fill('Bappeda Jatim\nInspektorat');
	await page.getByRole('button', { name: 'Simpan sidang' }).click();
	await expect(page.getByText('Sidang tersimpan.')).toBeVisible();

	await page.goto(`${HERE}?region=35.28`);
	await page.getByRole('link', { name: 'Mulai dari yang pertama' }).click();
	await expect(page).toHaveURL(/plenary\/35\.28\//);
	const first = new URL(page.url()).pathname;
	await expectAccessible(page);
	await page.keyboard.press('n');
	await expect(page).not.toHaveURL(new RegExp(`${first}\\?`));
	await page.keyboard.press('p');
	await expect(page).toHaveURL(new RegExp(`${first}\\?`));
	const assessor = await page
		.locator('.views h2', { hasText: 'Asesor' })
		.first()
		.locator('..')
		.locator('.level')
		.innerText();
	const other = assessor.includes('2') ? '3' : '2';
	await page.keyboard.press(other);
	await page.getByLabel('Pertimbangan pleno').fill('Dokumen yang ditunjukkan memenuhi kriteria.');
	await page.getByRole('button', { name: 'Catat putusan' }).click();
	await expect(page.getByRole('alert')).toContainText('Pilih alasannya');
	await page.getByLabel('Mengapa berbeda').selectOption({ label: 'Ada bukti baru' });
	await page.getByRole('button', { name: 'Catat putusan' }).click();
	await expect(page.getByRole('status')).toContainText('tercatat');

	// What is open cannot be made final; the rest is accepted in one step.
	await page.goto(`${HERE}?region=35.28#regions`);
	const row = page.getByRole('row', { name: /Kab\. Pamekasan/ }).last();
	await row.getByText('Terima penilaian asesor untuk sisanya').click();
	await row.getByLabel('Alasan').fill('Disepakati bersama wilayah.');
	await row.getByRole('button', { name: /^Terima \d+ indikator/ }).click();
	await expect(page.getByText('diputuskan sesuai penilaian asesor')).toBeVisible();
	await row.getByRole('button', { name: /^Tetapkan final/ }).click();
	await expect(page.getByText('1 wilayah ditetapkan final.')).toBeVisible();
});

test('the review page leads to the session, and brings there what nobody disputes', async ({ page }) => {
	const review = `/rounds/${CODE}/regions/35.05/review`;
	await login(page, 'reviewer');
	await page.goto(review);
	await expect(page.getByText('putusan dicatat dalam sidang')).toBeVisible();
	await expect(page.getByRole('main').getByRole('radio')).toHaveCount(0);
	const raise = page.getByRole('button', { name: /^Ajukan ke agenda pleno/ }).first();
	const code = (await raise.innerText()).slice(-2);
	await raise.click();
	await expect(page.getByRole('status')).toContainText(`${code} Kab. Blitar kini ada dalam agenda`);
	await page.goto(review);
	await page.locator(`article[id="${code}"]`).getByRole('link', { name: 'Putuskan dalam sidang' }).click();
	await expect(page).toHaveURL(new RegExp(`plenary/35\\.05/${code}$`));
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Blitar');
});

test('a viewer reads the agenda and the minutes, and can decide nothing', async ({ page }) => {
	await login(page, 'gubernur');
	await page.goto(HERE);
	await expect(page.getByRole('heading', { name: 'Agenda pleno' })).toBeVisible();
	await expect(page.getByRole('button', { name: /Tetapkan final|Terima/ })).toHaveCount(0);
	await page.goto('/rounds/2025/plenary/sessions');
	const minutes = page.getByRole('link', { name: /^Berita acara \(PDF\)/ });
	const response = await page.request.get((await minutes.getAttribute('href'))!);
	expect(response.headers()['content-type']).toBe('application/pdf');
});
