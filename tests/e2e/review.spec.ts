import type { Page } from '@playwright/test';
import { expect, expectAccessible, login, test } from './support/fixtures.ts';

// The tests share one database, one after the other: each writes where no other looks.
const surabaya = '/rounds/2026/regions/35.78';
const pasuruan = '/rounds/2026/regions/35.14';

test('asked by the assessor, answered by the region, settled: each sees whose turn it is', async ({ page }) => {
	await login(page, 'asesor5');
	await openLive(page, `${surabaya}/review?domain=A`);
	const talk = page.locator('[id="A4-talk"]');
	await talk.locator('summary').first().click();
	await talk.getByText('Minta klarifikasi').click();
	await talk.getByLabel('Pertanyaan kepada wilayah').fill('Di dokumen mana anggaran data disebut?');
	await talk.getByLabel('Dijawab paling lambat', { exact: true }).fill('2020-01-01');
	await talk.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await talk.getByRole('button', { name: 'Kirim pertanyaan' }).click();
	await expect(talk.getByRole('alert')).toContainText('Tanggal jawaban harus antara');
	await expect(talk.getByLabel('Pertanyaan kepada wilayah')).toHaveValue('Di dokumen mana anggaran data disebut?');
	const due = (await talk.getByLabel('Dijawab paling lambat', { exact: true }).getAttribute('max'))!;
	await talk.getByLabel('Dijawab paling lambat', { exact: true }).fill(due);
	await talk.getByRole('button', { name: 'Kirim pertanyaan' }).click();
	await expect(talk.getByText('Menunggu jawaban wilayah')).toBeVisible();

	await login(page, 'surabaya');
	await page.goto(surabaya);
	await expect(page.getByRole('heading', { name: 'Menunggu klarifikasi wilayah' })).toBeVisible();
	await page.getByRole('link', { name: /^Klarifikasi \(\d+\)$/ }).click();
	await page.getByRole('link', { name: /^Menunggu saya \(1\)$/ }).click();
	await page.getByRole('link', { name: /^A4 / }).click();
	await page.waitForURL(/review\?indicator=A4#A4-talk$/);
	const mine = page.locator('[id="A4-talk"]');
	await mine.getByLabel('Jawaban Anda').fill('Lampiran III halaman 12.');
	await mine.getByRole('button', { name: 'Kirim jawaban' }).click();
	await expect(mine.getByText('Sudah dijawab, menunggu asesor')).toBeVisible();
	await page.goto(surabaya);
	await expect(page.getByRole('heading', { name: 'Diperiksa asesor', exact: true })).toBeVisible();

	await login(page, 'asesor5');
	await openLive(page, `${surabaya}/form/A#A4`); // the same conversation in the questionnaire
	const there = page.locator('[id="A4-talk"]');
	await expect(there.getByText('Lampiran III halaman 12.')).toBeVisible();
	await there.getByRole('button', { name: 'Nyatakan selesai' }).click();
	await expect(there.locator('summary').first()).toHaveText('Klarifikasi (1)');
});

test.describe('by keyboard', () => {
	test('the assessor moves, chooses, explains and accepts, and the page says what it does to the index', async ({
		page
	}) => {
		await login(page, 'asesor4');
		await openLive(page, `${pasuruan}/review?show=differences`);
		const codes = await page.locator('article[id]').evaluateAll((cards) => cards.map(({ id }) => id));
		expect(codes.length).toBeGreaterThan(1);
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toContainText('Terima tingkat mandiri');
		await page.keyboard.press('Escape');
		await page.keyboard.press('n');
		const card = page.locator(`article[id="${codes[0]}"]`);
		await expect(card.locator('input[type=radio]:focus')).toBeChecked();
		await expect(card).toContainText(/Asesor \d tingkat lebih (rendah|tinggi) daripada mandiri/i);
		await expect(card).toContainText(/Indeks \d,\d\d, bukan \d,\d\d/);

		const self = Number(await card.locator('section .digit').first().textContent());
		await page.keyboard.press('s');
		await expect(card.locator(`input[value="${self}"]`)).toBeChecked();
		await expect(card).toContainText(/asesor sama dengan mandiri/i);
		await expect(card.getByRole('status')).toContainText('Tersimpan');

		const other = self === 1 ? 2 : self - 1;
		await page.keyboard.press(String(other));
		await expect(card.locator(`input[value="${other}"]:focus`)).toBeChecked();
		await page.keyboard.press('a');
		await expect(card.locator(`[id="${codes[0]}-reason"]`)).toBeFocused();
		await page.keyboard.press('Escape');
		await page.keyboard.press('j');
		await expect(page.locator(`[id="${codes[0]}-justification"]`)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(page.getByText('Semua tersimpan')).toBeVisible();
		await page.reload();
		await expect(card.getByText('Perbedaan ini belum beralasan')).toBeVisible();
		await page.getByRole('link', { name: 'Belum beralasan (1)' }).click();
		await page.waitForURL(/show=unexplained/); // until then the card is that of the page before
		await page.locator(`[id="${codes[0]}-reason"]`).selectOption({ label: 'Temuan saat kunjungan' });
		await page.locator(`[id="${codes[0]}-change"]`).fill('Dilihat di tempat.');
		await page.locator(`[id="${codes[0]}-change"]`).blur();
		await expect(page.getByText('Semua tersimpan')).toBeVisible();
		await page.reload();
		await expect(page.getByRole('link', { name: 'Belum beralasan (0)' })).toBeVisible();
	});
});

test('what assessors note among themselves reaches no region, agency or onlooker', async ({ page }) => {
	const secret = 'Jawabannya konsisten dengan daftar hadir';
	await login(page, 'asesor5');
	await openLive(page, `${surabaya}/review?indicator=A3`);
	await page.getByText('Catatan internal (1)').click();
	await expect(page.getByText(secret)).toBeVisible();
	for (const person of ['surabaya', 'pacitan', 'dinkes', 'gubernur']) {
		await login(page, person);
		for (const address of [
			surabaya,
			`${surabaya}/__data.json`,
			`${surabaya}/review`,
			`${surabaya}/review/__data.json`,
			`${surabaya}/form/A`,
			`${surabaya}/form/A/__data.json`,
			`${surabaya}/history/A3`,
			'/rounds/2026/clarifications',
			'/rounds/2026/clarifications/__data.json',
			'/admin/audit',
			'/api/v1/rounds/2026/clarifications',
			'/api/v1/rounds/2026/regions/35.78',
			'/api/v1/rounds/2026/regions/35.78/steps',
			'/api/v1/rounds/2026/export.csv',
			'/api/v1/rounds/2026/export.json'
		]) {
			const text = await page.request.get(address).then((response) => response.text());
			expect(text, `${person} ${address}`).not.toContain(secret);
			expect(text, `${person} ${address}`).not.toContain('Catatan internal (');
		}
	}
	// of another region not even the conversation
	for (const person of ['pacitan', 'dinkes', 'gubernur']) {
		await login(page, person);
		for (const address of [`${surabaya}/form/A`, `${surabaya}/review`, '/rounds/2026/clarifications/__data.json']) {
			const text = await page.request.get(address).then((response) => response.text());
			expect(text, `${person} ${address}`).not.toContain('Rencana aksi sudah ditandatangani, tetapi laporan');
		}
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the assessor settles an indicator and asks a question with plain forms', async ({ page }) => {
		await login(page, 'asesor3');
		const place = '/rounds/2026/regions/35.17/review?indicator=C1';
		await page.goto(place);
		const card = page.locator('article[id="C1"]');
		await card.locator('input[type=radio][value="2"]').check();
		await card.getByLabel('Justifikasi').fill('Empat OPD memakai borang digital.');
		await card.getByRole('button', { name: 'Simpan jawaban' }).click();
		await expect(page).toHaveURL(/indicator=C1/);
		await expect(card.locator('input[type=radio][value="2"]')).toBeChecked();
		await expect(card.getByRole('status')).toContainText('Tersimpan');
		await page.goto(place);
		const talk = page.locator('[id="C1-talk"]');
		await talk.locator('summary').first().click();
		await talk.getByText('Minta klarifikasi').click();
		await talk.getByLabel('Pertanyaan kepada wilayah').fill('OPD mana saja?');
		await talk.getByRole('button', { name: 'Kirim pertanyaan' }).click();
		await expect(page.locator('[id="C1-talk"]')).toContainText('OPD mana saja?');
		await page.locator('[id="C1-talk"]').getByRole('button', { name: 'Tarik pertanyaan' }).click();
		await expect(page.locator('[id="C1-talk"]')).toContainText('Tanpa catatan.');
	});
});

for (const [name, user, address] of [
	['the review of an assessor', 'asesor5', `${surabaya}/review?domain=B&show=differences`],
	['the review of a region', 'surabaya', `${surabaya}/review?show=clarifications`],
	['the worklist', 'reviewer', '/rounds/2026/clarifications?show=all']
] as const)
	test(`${name} is accessible and fits a phone`, async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await login(page, user);
		await openLive(page, address);
		for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
		await expectAccessible(page);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
	});

/** Opens a page and waits until the browser runs our code. */
async function openLive(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.waitForLoadState('networkidle');
}
