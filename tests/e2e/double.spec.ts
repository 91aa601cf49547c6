import type { Page } from '@playwright/test';
import { expect, expectAccessible, login, test } from './support/fixtures.ts';

// A second assessor of the demo sample; which regions it got is read from the page.
const SECOND = 'asesor2';
const HERE = '/rounds/2026/double';

async function openFirstTask(page: Page): Promise<string> {
	await login(page, SECOND);
	await page.goto(HERE);
	const link = page.getByRole('link', { name: /^Nilai ?: / }).first();
	const address = (await link.getAttribute('href'))!;
	await page.goto(address);
	return address.split('/').at(-1)!;
}

test('a second assessor scores blind: nothing of the first assessor is on the page or in its data', async ({
	page
}) => {
	const region = await openFirstTask(page);
	const address = page.url();
	await expect(page.getByRole('main')).toContainText('Buta: penilaian asesor pertama tidak ditampilkan');
	const file = await page.locator('a[href^="/evidence/"]').first().getAttribute('href');
	expect(await page.request.get(file!).then((response) => response.status())).toBe(200);
	const html = await page.request.get(address).then((response) => response.text());
	const data = await page.request.get(`${address}/__data.json`).then((response) => response.text());
	expect(await page.request.get(`/rounds/2026/regions/${region}`).then((r) => r.status())).toBe(403);
	await login(page, 'admin');
	const whole = await page.request.get(`/api/v1/rounds/2026/regions/${region}`).then((response) => response.json());
	const { index, answers } = whole as {
		index: number;
		answers: { track: string; justification: string; changeNote: string }[];
	};
	const own = new Set(answers.filter(({ track }) => track === 'self').map(({ justification }) => justification));
	const secret = answers
		.filter(({ track }) => track === 'assessor')
		.flatMap(({ justification, changeNote }) => [justification, changeNote])
		.filter((text) => text !== '' && !own.has(text));
	expect(secret.length).toBeGreaterThan(0);
	for (const text of [...secret, String(index), index.toFixed(2).replace('.', ',')]) {
		expect(html).not.toContain(text);
		expect(data).not.toContain(text);
	}
});

test('by keyboard: a digit chooses, the button saves, and what was saved stays', async ({ page }) => {
	await openFirstTask(page);
	const card = page.locator('article[id]').first();
	await card.getByRole('radio').first().focus();
	await page.keyboard.press('4');
	await expect(card.getByRole('radio', { name: /Tingkat 4/ })).toBeChecked();
	await page.keyboard.press('j');
	await page.keyboard.press('Control+A'); // what the sample holds already
	await page.keyboard.type('Perbup dan SOP terbaca.');
	await card.getByRole('button', { name: /^Simpan penilaian kedua/ }).click();
	await expect(card.getByRole('status')).toContainText('Tersimpan pukul');
	await page.reload();
	await expect(card.getByRole('radio', { name: /Tingkat 4/ })).toBeChecked();
	await expect(card.getByRole('textbox')).toHaveValue('Perbup dan SOP terbaca.');
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('two windows: the stale one is told, and shown both', async ({ page, context }) => {
	await openFirstTask(page);
	const other = await context.newPage();
	await other.goto(page.url());
	for (const [window, level] of [
		[page, '2'],
		[other, '5']
	] as const) {
		// prettier-ignore
		const card = window.locator('article[id]').nth(1);
		await card.getByRole('radio', { name: new RegExp(`Tingkat ${level}`) }).check();
		await card.getByRole('button', { name: /^Simpan/ }).click();
		await expect(card.getByRole(level === '2' ? 'status' : 'alert')).toContainText(
			level === '2' ? 'Tersimpan' : /Pilihan Anda: tingkat 5[\s\S]*Yang tersimpan: tingkat 2/i
		);
	}
	await other.close();
});

test('an administrator closes the sample and draws another one, previewed first', async ({ page }) => {
	await login(page, 'admin');
	await page.goto(HERE);
	await page.getByText('Tutup sampel', { exact: true }).first().click();
	await page.getByRole('button', { name: 'Tutup sampel' }).click();
	await expect(page.getByText('Sampel ditutup. Asesor pertama dan kedua')).toBeVisible();
	await page.getByLabel('Jumlah wilayah').fill('4');
	await page.getByLabel('Indikator per wilayah').fill('6');
	await page.getByLabel('Benih').fill('uji coba');
	await page.getByRole('button', { name: 'Pratinjau' }).click();
	await expect(page).toHaveURL(/seed=uji\+coba/);
	await expect(page.getByText('4 wilayah × 6 indikator = 24 penilaian kedua.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Undi dan bagikan' }).click();
	await expect(page.getByText('Sampel sudah diundi dan dibagikan')).toBeVisible();
	await expect(page.getByText('benih “uji coba”')).toBeVisible();
	// What was closed is now open to those who scored it.
	await login(page, SECOND);
	await page.goto(HERE);
	await expect(page.getByRole('heading', { name: 'Hasil yang sudah dibuka' })).toBeVisible();
});
