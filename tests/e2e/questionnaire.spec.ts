import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, holdScripts, login, test, ownOrigin } from './support/fixtures.ts';

// The tests share one database, one after the other: each writes where no other looks.
const api = '/api/v1/rounds/2026/regions';
const pages = '/rounds/2026/regions';

interface Answer {
	indicator: string;
	track: string;
	level: number | null;
	justification: string;
	version: number;
}
interface Assessment {
	status: string;
	index: number | null;
	completeness: number;
	answers: Answer[];
}

test.describe('by keyboard, 360 wide', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	test('a domain is filled, saved and scored; then the region is finished', async ({ page }) => {
		await login(page, 'asesor1');
		await page.goto('/rounds/2026');
		const row = page.getByRole('row').filter({ hasText: '35.21' });
		await expect(row).toContainText('Belum dimulai');

		await openLive(page, `${pages}/35.21/form/A`);
		const codes = await page.locator('article[id]').evaluateAll((cards) => cards.map(({ id }) => id));
		expect(codes).toContain('A1');
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog', { name: 'Pintasan papan ketik' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();

		for (const [at, code] of codes.entries()) {
			await page.keyboard.press(at === 0 ? 'p' : 'n'); // back from the first stays on the first
			await expect(page.locator(`article[id="${code}"] :focus`)).toBeVisible();
			await page.keyboard.press(String((at % 4) + 2));
			await page.keyboard.press('j');
			await expect(page.locator(`[id="${code}-justification"]`)).toBeFocused();
			await page.keyboard.type(`Alasan n p j 5 ? ${code}`); // keys are letters in a text box
			await page.keyboard.press('Escape');
			await expect(page.locator(`article[id="${code}"] input[type=radio]:focus`)).toBeChecked();
			await expect(status(page, code)).toContainText('Tersimpan');
		}
		await page.keyboard.press('p');
		await expect(page.locator(`article[id="${codes.at(-2)}"] :focus`)).toBeVisible();
		await expect(page.getByText('Semua tersimpan')).toBeVisible();
		await expectAccessible(page);

		const saved = await assessment(page, '35.21');
		expect(saved.status).toBe('in_review');
		expect(
			saved.answers.map(({ indicator, track, level, justification }) => [indicator, track, level, justification])
		).toEqual(codes.map((code, at) => [code, 'assessor', (at % 4) + 2, `Alasan n p j 5 ? ${code}`]));
		expect(saved.index).not.toBeNull();
		expect(await shownIndex(page)).toBe(saved.index);

		await page.reload();
		for (const [at, code] of codes.entries()) {
			await expect(page.locator(`article[id="${code}"] input[type=radio][value="${(at % 4) + 2}"]`)).toBeChecked();
			await expect(page.locator(`[id="${code}-justification"]`)).toHaveValue(`Alasan n p j 5 ? ${code}`);
		}
		expect(await shownIndex(page)).toBe(saved.index);

		await page.goto('/rounds/2026');
		await expect(row).toContainText('Diperiksa asesor');
		await expect(row).toContainText(saved.index!.toFixed(2).replace('.', ','));

		// the rest through the API, as the page would send it
		const instrument = await page.request.get('/api/v1/instruments/ikid').then((response) => response.json());
		const all: string[] = instrument.content.domains.flatMap((domain: { indicators: { code: string }[] }) =>
			domain.indicators.map(({ code }) => code)
		);
		expect(all).toHaveLength(40);
		for (const code of all.filter((code) => !codes.includes(code))) await write(page, '35.21', code, 2);

		await openLive(page, `${pages}/35.21/form/B`);
		const full = await assessment(page, '35.21');
		expect(full.completeness).toBe(1);
		expect(await shownIndex(page)).toBe(full.index);

		// from level 3 on, evidence or a written reason is asked for, and the page says for which indicators
		await page.goto(`${pages}/35.21/form`);
		await expect(page.getByRole('button', { name: 'Nyatakan selesai dinilai' })).toHaveCount(0);
		const high = saved.answers.filter(({ level }) => level! >= 3).map(({ indicator }) => indicator);
		const before = page.getByRole('listitem').filter({ hasText: 'tanpa bukti dukung' });
		await expect(before.getByRole('link')).toHaveText(high);
		await before.getByRole('link').first().click();
		await page.waitForURL(`**/form/A#${high[0]}`);
		await expect(page.getByRole('button', { name: 'Simpan jawaban' })).toHaveCount(0);
		for (const code of high) {
			await page.locator(`[id="${code}-waiver"]`).fill('Dokumen asli diperlihatkan di tempat.');
			await page.locator(`[id="${code}-waiver"]`).blur();
			await expect
				.poll(() => answerOf(page, '35.21', code))
				.toMatchObject({
					evidenceWaiver: 'Dokumen asli diperlihatkan di tempat.'
				});
		}

		await page.goto(`${pages}/35.21/form`);
		await page.getByRole('button', { name: 'Nyatakan selesai dinilai' }).click();
		await expect(page.getByRole('main')).toContainText('Status asesmen sekarang: Selesai dinilai.');
		await expect(page.getByRole('main')).toContainText('Hanya dibaca');
		expect((await assessment(page, '35.21')).status).toBe('assessed');
		await page.goto(`${pages}/35.21/form/A`);
		await expect(page.locator('article[id="A1"] input[type=radio]').first()).toBeDisabled();
		await expect(page.locator('[id="A1-justification"]')).not.toBeEditable();
		const refused = await put(page, '35.21', 'A1', { level: 1, baseVersion: saved.answers[0]!.version });
		expect(refused.status()).toBe(409);
	});
});

test('what is chosen offline says that it is not saved, and saves itself later', async ({ page, context }) => {
	await login(page, 'asesor1');
	await openLive(page, `${pages}/35.18/form/A`);
	await context.setOffline(true);
	await choose(page, 'A1', 4);
	await expect(status(page, 'A1')).toContainText('Belum tersimpan');
	await expect(page.getByText('1 jawaban belum tersimpan')).toBeVisible();
	await expectAccessible(page);
	await context.setOffline(false);
	await expect(status(page, 'A1')).toContainText(/^\s*Tersimpan/, { timeout: 15_000 });
	await expect(page.getByText('Semua tersimpan')).toBeVisible();
	expect(await answerOf(page, '35.18', 'A1')).toMatchObject({ level: 4, version: 1 });
});

test('leaving with unsaved answers asks first, and staying keeps them', async ({ page, context }) => {
	await login(page, 'asesor1');
	await openLive(page, `${pages}/35.18/form/B`);
	const code = (await page.locator('article[id]').first().getAttribute('id'))!;
	await context.setOffline(true);
	await choose(page, code, 2);
	await expect(status(page, code)).toContainText('Belum tersimpan');
	const questions: string[] = [];
	page.once('dialog', (dialog) => {
		questions.push(dialog.message());
		void dialog.dismiss();
	});
	await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Putaran' }).click();
	await expect.poll(() => questions).toEqual([expect.stringContaining('Ada jawaban yang belum tersimpan.')]);
	await expect(page).toHaveURL(`${pages}/35.18/form/B`);
	await expect(page.locator(`article[id="${code}"] input[type=radio][value="2"]`)).toBeChecked();
	await context.setOffline(false);
	await expect(status(page, code)).toContainText(/^\s*Tersimpan/, { timeout: 15_000 });
	await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Putaran' }).click();
	await expect(page).toHaveURL('/rounds');
});

test('what was typed and chosen before the scripts arrived is kept and saved', async ({ page }) => {
	await login(page, 'asesor1');
	const arrive = await holdScripts(page);
	await page.goto(`${pages}/35.18/form/F`, { waitUntil: 'commit' });
	const [first, second] = await page.locator('article[id]').evaluateAll((cards) => cards.map(({ id }) => id));
	await page.locator(`[id="${first}-justification"]`).fill('Diketik lebih dulu');
	await choose(page, second!, 4);
	await expect(page.getByRole('button', { name: 'Simpan jawaban' }).first()).toBeVisible();
	arrive();
	await expect(page.getByRole('button', { name: 'Simpan jawaban' })).toHaveCount(0);
	await expect(page.locator(`[id="${first}-justification"]`)).toHaveValue('Diketik lebih dulu');
	await expect(page.locator(`article[id="${second}"] input[type=radio][value="4"]`)).toBeChecked();
	await expect(page.getByText('Semua tersimpan')).toBeVisible();
	expect(await answerOf(page, '35.18', first!)).toMatchObject({ level: null, justification: 'Diketik lebih dulu' });
	expect(await answerOf(page, '35.18', second!)).toMatchObject({ level: 4 });

	// going on within the live page takes nothing along
	await page.getByRole('link', { name: /^Domain berikutnya/ }).click();
	await expect(page).toHaveURL(/form\/G$/);
	await expect(page.getByText('Semua tersimpan')).toBeVisible();
});

test('the assessor is told how much of the index is still the region’s own word', async ({ page }) => {
	await login(page, 'asesor1');
	const { answers } = await assessment(page, '35.01');
	const answered = (track: string) =>
		answers.filter((answer) => answer.track === track && answer.level !== null).map(({ indicator }) => indicator);
	const own = answered('assessor');
	const borrowed = answered('self').filter((code) => !own.includes(code));
	expect(borrowed.length).toBeGreaterThan(0);
	await page.goto(`${pages}/35.01/form/A`);
	await expect(page.getByRole('note')).toContainText(`${borrowed.length} jawaban mandiri`);
});

test.describe('two people on one answer', () => {
	for (const [keep, code, label, expected] of [
		['mine', 'C1', 'Pakai jawaban saya', { level: 5, justification: 'Dari yang kedua' }],
		['theirs', 'C2', 'Pakai yang tersimpan', { level: 2, justification: 'Dari yang pertama' }]
	] as const)
		test(`the second is shown both versions; keeping ${keep} is kept`, async ({ page, browser }) => {
			const other = await anotherWindow(browser, page);
			await login(page, 'asesor1');
			await openLive(page, `${pages}/35.18/form/C`);
			await openLive(other, `${pages}/35.18/form/C`);
			await other.locator(`[id="${code}-justification"]`).fill('Dari yang pertama');
			await choose(other, code, 2);
			await expect(status(other, code)).toContainText('Tersimpan');
			await expect
				.poll(() => answerOf(page, '35.18', code))
				.toMatchObject({ level: 2, justification: 'Dari yang pertama' });
			await other.context().close();

			await page.locator(`[id="${code}-justification"]`).fill('Dari yang kedua');
			const card = page.locator(`article[id="${code}"]`);
			const panel = card.getByRole('alert');
			await expect(panel).toContainText('Jawaban ini sudah diubah orang lain');
			await choose(page, code, 5);
			await expect(panel).toContainText('Dari yang pertama');
			await expect(panel).toContainText('Dari yang kedua');
			await expectAccessible(page);
			expect(await answerOf(page, '35.18', code)).toMatchObject({ level: 2, justification: 'Dari yang pertama' });
			await panel.getByRole('button', { name: label }).click();
			await expect(panel).toBeHidden();
			await expect(status(page, code)).toContainText(/^\s*Tersimpan/);
			await expect(page.getByText('Semua tersimpan')).toBeVisible();
			expect(await answerOf(page, '35.18', code)).toMatchObject(expected);
			await page.reload();
			await expect(page.locator(`[id="${code}-justification"]`)).toHaveValue(expected.justification);
			await expect(card.locator(`input[type=radio][value="${expected.level}"]`)).toBeChecked();
		});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an answer is saved with the button and kept', async ({ page }) => {
		await login(page, 'asesor1');
		await page.goto(`${pages}/35.01/form/D`);
		const code = (await page.locator('article[id]').first().getAttribute('id'))!;
		await choose(page, code, 3);
		await page.locator(`[id="${code}-justification"]`).fill('Tanpa skrip\nbaris kedua');
		await page.locator(`article[id="${code}"]`).getByRole('button', { name: 'Simpan jawaban' }).click();
		await expect(status(page, code)).toContainText('Tersimpan');
		await page.goto(`${pages}/35.01/form/D`);
		await expect(page.locator(`article[id="${code}"] input[type=radio][value="3"]`)).toBeChecked();
		await expect(page.locator(`[id="${code}-justification"]`)).toHaveValue('Tanpa skrip\nbaris kedua');
		expect(await answerOf(page, '35.01', code)).toMatchObject({ level: 3, justification: 'Tanpa skrip\nbaris kedua' });
		expect(await shownIndex(page)).toBe((await assessment(page, '35.01')).index);
	});

	test('a conflict shows both versions and saves neither by itself', async ({ page }) => {
		await login(page, 'asesor1');
		await page.goto(`${pages}/35.01/form/E`);
		const code = (await page.locator('article[id]').first().getAttribute('id'))!;
		const card = page.locator(`article[id="${code}"]`);
		await write(page, '35.01', code, 2, 'Lebih dulu');
		await choose(page, code, 4);
		await page.locator(`[id="${code}-justification"]`).fill('Belakangan');
		await card.getByRole('button', { name: 'Simpan jawaban' }).click();
		await expect(card.getByRole('alert')).toContainText('orang lain sudah mengubah jawaban ini');
		await expect(card.getByRole('alert')).toContainText('Lebih dulu');
		await expect(card.getByRole('alert')).toContainText('Belakangan');
		await expect(page.locator(`[id="${code}-justification"]`)).toHaveValue('Belakangan');
		await expect(card.locator('input[type=radio][value="4"]')).toBeChecked();
		await expect(page.getByText('Semua tersimpan')).toHaveCount(0);
		expect(await answerOf(page, '35.01', code)).toMatchObject({ level: 2, justification: 'Lebih dulu' });
	});
});

/** Opens a questionnaire and waits until the browser runs our code: the plain button is gone then. */
async function openLive(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(page.locator('article[id]').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Simpan jawaban' })).toHaveCount(0);
}

async function anotherWindow(browser: Browser, page: Page): Promise<Page> {
	const { locale } = test.info().project.use;
	const other = await (
		await browser.newContext({ baseURL: ownOrigin(), locale, viewport: page.viewportSize() })
	).newPage();
	await login(other, 'asesor1');
	return other;
}

function status(page: Page, code: string) {
	return page.locator(`article[id="${code}"] form [role=status]`);
}

function choose(page: Page, code: string, level: number): Promise<void> {
	return page.locator(`article[id="${code}"] input[type=radio][value="${level}"]`).check();
}

/** The unrounded index that the page shows. */
async function shownIndex(page: Page): Promise<number> {
	return Number(await page.locator('[data-index]').getAttribute('data-index'));
}

async function assessment(page: Page, region: string): Promise<Assessment> {
	const response = await page.request.get(`${api}/${region}`);
	expect(response.status()).toBe(200);
	return (await response.json()) as Assessment;
}

/** The assessor's answer as it is on disk. */
async function answerOf(page: Page, region: string, code: string): Promise<Answer | undefined> {
	const { answers } = await assessment(page, region);
	return answers.find(({ indicator, track }) => indicator === code && track === 'assessor');
}

function put(page: Page, region: string, code: string, part: object) {
	const requestId = `e2e-${region}-${code}-${Date.now()}`;
	const data = { track: 'assessor', notApplicable: false, justification: '', requestId, ...part };
	return page.request.put(`${api}/${region}/answers/${code}`, { data });
}

/** A first answer, sent to the API. */
async function write(page: Page, region: string, code: string, level: number, justification = ''): Promise<void> {
	const response = await put(page, region, code, { level, justification, baseVersion: 0 });
	expect(response.status(), code).toBe(200);
}
