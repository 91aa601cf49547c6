import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, expectAccessible, login, ownOrigin, test } from './support/fixtures.ts';

const TEXTS = '/rounds/2026/reports/texts?report=35.03';
const OWN = 'Tim asesor sudah memeriksa sebagian indikator bersama OPD.';
const paragraph = (page: Page, key: string) => page.locator(`article[id="p-${key}"]`);

test('a paragraph is rewritten, printed, marked when an answer changes, and given back', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto(TEXTS);
	const tracks = paragraph(page, 'foreword.tracks');
	await expect(tracks).toContainText('40 indikator');
	await expect(page.locator('html[data-live]')).toBeAttached();
	await tracks.getByText('Tulis sendiri').click();
	await tracks.getByLabel('Teks paragraf').fill(OWN);
	page.once('dialog', (dialog) => void dialog.dismiss());
	await page.getByRole('link', { name: 'Beranda' }).click();
	await expect(tracks.getByLabel('Teks paragraf')).toHaveValue(OWN); // asked, and stayed
	await page.route(/texts\?/, (route) => route.abort(), { times: 1 });
	await tracks.getByRole('button', { name: 'Simpan teks' }).click();
	await expect(tracks.getByRole('alert')).toContainText('Belum tersimpan: server tidak menjawab.');
	const cookies = await page.context().cookies();
	await page.context().clearCookies();
	await tracks.getByRole('button', { name: 'Simpan teks' }).click();
	await expect(tracks.getByRole('alert')).toContainText('Belum tersimpan: sesi Anda sudah berakhir.');
	await expect(tracks.getByLabel('Teks paragraf')).toHaveValue(OWN);
	await page.context().addCookies(cookies);
	await tracks.getByRole('button', { name: 'Simpan teks' }).click();
	await expect(tracks.getByRole('status')).toHaveText('Tersimpan.');
	await expect(tracks.getByText('Ubah teks')).toBeFocused();
	expect(await printed(page)).toContain(OWN);

	await login(page, 'asesor2');
	await answerFirst(page);
	await page.goto('/rounds/2026/reports');
	await page.getByRole('link', { name: /Indonesia\): 1 paragraf/ }).click();
	await expect(tracks).toContainText(OWN);
	await expect(tracks).toContainText('Data di bawah paragraf ini berubah');
	await expect(tracks.locator('del').first()).toBeVisible();
	await expect(tracks.locator('ins').first()).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectAccessible(page);

	await tracks.getByRole('button', { name: 'Tetap pakai teks ini' }).click();
	await expect(tracks).toHaveCount(0); // nothing is left to be checked
	await page.goto(TEXTS);
	await tracks.getByRole('button', { name: 'Kembali ke teks sistem' }).click();
	await expect(tracks).not.toContainText(OWN);
	expect(await printed(page)).not.toContain(OWN);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('who comes second sees both texts and decides', async ({ page, browser }) => {
		await login(page, 'admin');
		const second = await browser.newPage({ baseURL: ownOrigin(), locale: 'id-ID', javaScriptEnabled: false });
		await login(second, 'reviewer');
		for (const one of [page, second]) {
			await one.goto('/rounds/2026/reports/texts');
			await one.getByRole('link', { name: /^Indikator terlemah/ }).click();
			await expect(one.getByRole('heading', { level: 2 })).toHaveText('Indikator terlemah');
		}
		await rewrite(page, 'Dari admin.');
		await expect(paragraph(page, 'weakest.lead')).toContainText('Tersimpan.');
		await rewrite(second, 'Dari penelaah.');
		const refused = paragraph(second, 'weakest.lead').getByRole('alert');
		await expect(refused).toContainText('Belum tersimpan');
		await expect(refused).toContainText('Dari admin.');
		await expect(refused).toContainText('Dari penelaah.');
		await paragraph(second, 'weakest.lead').getByRole('button', { name: 'Simpan teks' }).click();
		await expect(paragraph(second, 'weakest.lead').locator('.text')).toHaveText('Dari penelaah.');
		await expect(second.getByRole('link', { name: /^Indikator terlemah 1 paragraf 1 diubah$/ })).toBeVisible();
		await second.getByRole('link', { name: /^Rencana aksi$/ }).click(); // the document, not the chapter
		await expect(second.getByRole('link', { name: 'Lembar tugas' })).toBeVisible();
		await second.close();
	});
});

async function rewrite(page: Page, text: string): Promise<void> {
	const weakest = paragraph(page, 'weakest.lead');
	await weakest.locator('summary').click();
	await weakest.getByLabel('Teks paragraf').fill(text);
	await weakest.getByRole('button', { name: 'Simpan teks' }).click();
}

async function printed(page: Page): Promise<string> {
	const report = await page.request.get('/rounds/2026/regions/35.03/report.pdf');
	const pdf = await getDocumentProxy(new Uint8Array(await report.body()));
	return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ');
}

/** The first answer of the assessor, so that the foreword counts otherwise. */
async function answerFirst(page: Page): Promise<void> {
	const response = await page.request.put('/api/v1/rounds/2026/regions/35.03/answers/A1', {
		headers: { origin: ownOrigin() },
		data: {
			track: 'assessor',
			level: 2,
			notApplicable: false,
			justification: 'Dilihat di tempat.',
			changeReason: 'other',
			changeNote: 'Dilihat di tempat.',
			baseVersion: 0,
			requestId: 'teks-laporan-A1'
		}
	});
	expect(response.status()).toBe(200);
}
