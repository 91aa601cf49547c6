import type { Locator, Page } from '@playwright/test';
import type { Locale } from '#lib/domain/locale.ts';
import { expect, expectAccessible, holdScripts, login, test } from './support/fixtures.ts';
import { listRoutes } from './support/routes.ts';

// Each looks at a page and changes nothing.
test.describe.configure({ mode: 'parallel' });

/** A sample address of every page, and who looks at it (null = nobody). A page that is not here fails the first test. */
const PAGES: Record<string, [address: string, person: string | null][]> = {
	'/': [
		['/', 'admin'],
		['/', 'asesor1'],
		['/', 'surabaya'],
		['/', 'dinkes'],
		['/', 'reviewer'],
		['/', 'gubernur']
	],
	'/login': [['/login', null]],
	'/setup': [], // not shown once there is an account
	'/account': [['/account', 'surabaya']],
	'/verify': [
		['/verify', null],
		['/verify?code=abc', 'gubernur']
	],
	'/verify/[code]': [['/verify/bukan-kode', null]], // a code is given with a document: verification.spec.ts
	'/instruments': [['/instruments', 'admin']],
	'/instruments/[code]/[version]': [['/instruments/ikid-opd/2026.1', 'admin']],
	'/rounds': [['/rounds', 'gubernur']],
	'/rounds/[round]': [
		['/rounds/2026', 'gubernur'],
		['/rounds/2026?by=change&view=list&show=3,none', 'gubernur'],
		['/rounds/2026?by=waiting&region=35.05&compare=35.05,35.78&zoom=2,40,50', 'admin'],
		['/rounds/2025?by=A', 'surabaya']
	],
	'/reminders': [['/reminders', 'surabaya']],
	'/rounds/[round]/reminders': [['/rounds/2026/reminders', 'admin']],
	'/rounds/[round]/calendar': [
		['/rounds/2026/calendar', 'admin'],
		['/rounds/2026/calendar?visit=new', 'admin'],
		['/rounds/2026/calendar?milestone=new', 'admin'],
		['/rounds/2026/calendar', 'surabaya'],
		['/rounds/2025/calendar', 'dinkes']
	],
	'/rounds/[round]/present': [
		['/rounds/2026/present', 'gubernur'],
		['/rounds/2026/present?step=6', 'gubernur'],
		['/rounds/2025/present?step=3', 'reviewer']
	],
	'/rounds/[round]/compare': [
		['/rounds/2026/compare', 'gubernur'],
		['/rounds/2026/compare?regions=35.78,35.05,35.24,35.12', 'admin'], // the last one without an answer
		['/rounds/2025/compare?regions=35.07,35.73', 'dinkes']
	],
	'/rounds/[round]/heat': [
		['/rounds/2026/heat', 'gubernur'],
		['/rounds/2026/heat?sort=index&fold=A,B', 'surabaya'] // one region
	],
	'/rounds/[round]/time': [
		['/rounds/2026/time', 'reviewer'],
		['/rounds/2025/time', 'gubernur'] // nothing before it
	],
	'/rounds/[round]/regions/[region]/peers': [
		['/rounds/2026/regions/35.01/peers', 'pacitan'],
		['/rounds/2026/regions/35.12/peers', 'admin'] // nothing answered yet
	],
	'/rounds/[round]/robustness': [['/rounds/2026/robustness', 'gubernur']],
	'/rounds/[round]/control': [
		['/rounds/2026/control', 'gubernur'],
		['/rounds/2025/control?show=all', 'admin'] // all done, nobody appointed
	],
	'/rounds/[round]/control/what-if': [
		['/rounds/2026/control/what-if?35.29=asesor2', 'admin'],
		['/rounds/2025/control/what-if', 'reviewer'] // over
	],
	'/rounds/[round]/plan': [['/rounds/2026/plan', 'gubernur']],
	'/rounds/[round]/reports': [['/rounds/2026/reports', 'gubernur']],
	'/rounds/[round]/reports/texts': [
		['/rounds/2026/reports/texts', 'reviewer'],
		['/rounds/2026/reports/texts?report=35.01&lang=en', 'asesor1'],
		['/rounds/2026/reports/texts?report=agency:dinkes-35', 'admin'],
		['/rounds/2026/reports/texts?report=province&chapter=regions&part=35.78', 'reviewer'],
		['/rounds/2026/reports/texts?report=province&document=plan&chapter=sheets', 'reviewer'],
		['/rounds/2025/reports/texts?report=35.78&show=own', 'admin']
	],
	'/rounds/[round]/agencies': [['/rounds/2026/agencies', 'reviewer']],
	'/rounds/[round]/agencies/[agency]': [['/rounds/2026/agencies/dinkes-35', 'dinkes']],
	'/rounds/[round]/agencies/[agency]/form': [['/rounds/2026/agencies/dinkes-35/form', 'dinkes']],
	'/rounds/[round]/agencies/[agency]/form/[domain]': [['/rounds/2026/agencies/dinkes-35/form/A', 'dinkes']],
	'/rounds/[round]/regions/[region]': [
		['/rounds/2026/regions/35.78', 'surabaya'],
		['/rounds/2026/regions/35.12', 'admin'] // nothing answered yet
	],
	'/rounds/[round]/regions/[region]/history/[indicator]': [['/rounds/2026/regions/35.05/history/B2', 'reviewer']],
	'/rounds/[round]/agencies/[agency]/history/[indicator]': [['/rounds/2026/agencies/dindik-35/history/A1', 'reviewer']],
	'/rounds/[round]/regions/[region]/form': [['/rounds/2026/regions/35.18/form', 'asesor1']],
	'/rounds/[round]/regions/[region]/form/[domain]': [
		['/rounds/2026/regions/35.18/form/B', 'asesor1'], // to be filled
		['/rounds/2026/regions/35.78/form/G', 'surabaya'] // read only
	],
	'/rounds/[round]/regions/[region]/plan': [['/rounds/2026/regions/35.78/plan', 'surabaya']],
	'/rounds/[round]/double': [
		['/rounds/2026/double', 'admin'],
		['/rounds/2026/double', 'asesor2'],
		['/rounds/2025/double?regions=5&indicators=5&seed=x', 'admin']
	],
	'/rounds/[round]/double/[region]': [], // whose region is drawn for whom: double.spec.ts
	'/rounds/[round]/double/results': [
		['/rounds/2026/double/results', 'reviewer'],
		['/rounds/2025/double/results', 'admin']
	],
	'/rounds/[round]/plenary': [
		['/rounds/2026/plenary', 'reviewer'],
		['/rounds/2026/plenary?show=small&domain=A', 'admin'],
		['/rounds/2025/plenary?show=agenda', 'gubernur']
	],
	'/rounds/[round]/plenary/[region]/[indicator]': [['/rounds/2026/plenary/35.28/G6', 'reviewer']],
	'/rounds/[round]/plenary/sessions': [['/rounds/2026/plenary/sessions', 'reviewer']],
	'/rounds/[round]/plenary/sessions/[session]': [['/rounds/2025/plenary/sessions/1', 'reviewer']],
	'/rounds/[round]/clarifications': [['/rounds/2026/clarifications', 'reviewer']],
	'/rounds/[round]/regions/[region]/review': [['/rounds/2026/regions/35.78/review', 'surabaya']],
	'/rounds/[round]/agencies/[agency]/review': [['/rounds/2026/agencies/dinkes-35-78/review', 'reviewer']],
	'/rounds/[round]/regions/[region]/evidence': [['/rounds/2026/regions/35.78/evidence', 'reviewer']],
	'/rounds/[round]/agencies/[agency]/evidence': [['/rounds/2026/agencies/dinkes-35/evidence', 'dinkes']],
	'/admin/settings': [['/admin/settings', 'admin']],
	'/admin': [['/admin', 'admin']],
	'/admin/agencies': [['/admin/agencies', 'admin']],
	'/admin/audit': [['/admin/audit', 'reviewer']],
	'/admin/exchange': [['/admin/exchange', 'admin']],
	'/admin/boundaries': [['/admin/boundaries', 'admin']],
	'/admin/province': [['/admin/province', 'admin']],
	'/admin/regions': [['/admin/regions', 'admin']],
	'/admin/rounds': [['/admin/rounds', 'admin']],
	'/admin/rounds/new': [['/admin/rounds/new', 'admin']],
	'/admin/rounds/[round]': [['/admin/rounds/2026', 'admin']],
	'/admin/rounds/[round]/preview': [['/admin/rounds/2025/preview', 'admin']],
	'/admin/rounds/[round]/preview/[region]': [['/admin/rounds/2025/preview/35.78', 'admin']],
	'/admin/rounds/[round]/assignments': [['/admin/rounds/2026/assignments', 'admin']],
	'/admin/users': [['/admin/users', 'admin']],
	'/p': [['/p', null]],
	'/p/[round]': [['/p/2025', null]],
	'/p/[round]/[region]': [['/p/2025/35.78', null]],
	'/p/[round]/embed': [['/p/2025/embed', null]]
};
const SAMPLES = Object.values(PAGES).flat();

/** Interface words that are never right on an Indonesian page; the instrument may quote English titles. */
const ENGLISH =
	/\b(Log out|Log in|Rounds|Reports|Save|Saved|Search|Region|Readiness|Index|Not started|Loading|undefined|NaN|Invalid Date)\b/;

test('every page has a sample', () => {
	const pages = listRoutes().filter(({ kind, methods }) => kind === 'page' && methods.includes('GET'));
	expect(Object.keys(PAGES).sort()).toEqual(pages.map(({ id }) => id).sort());
});

for (const [address, person] of SAMPLES) {
	test(`${address} as ${person ?? 'nobody'} is sound, wide and narrow`, async ({ page }) => {
		if (person) await login(page, person);
		await page.setViewportSize({ width: 1280, height: 800 });
		const response = await page.goto(address);
		expect(response?.status()).toBe(200);
		await expectSound(page);
		const text = (await page.locator('header, main nav, h1, button, label, th').allInnerTexts()).join('\n');
		expect(text.replaceAll('English', '')).not.toMatch(ENGLISH);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectNoOverflow(page);
		await expectAccessible(page);
	});
}

test.describe('wide, in the dark', () => {
	test.use({ colorScheme: 'dark', viewport: { width: 1280, height: 800 } });

	for (const [address, person] of [
		['/rounds/2026', 'gubernur'],
		['/rounds/2026/control', 'gubernur'],
		['/rounds/2026/control/what-if?35.29=asesor2', 'admin'],
		['/rounds/2026/regions/35.78', 'surabaya'],
		['/rounds/2026/regions/35.18/form/B', 'asesor1'],
		['/rounds/2026/regions/35.78/plan', 'surabaya'],
		['/rounds/2026/heat', 'gubernur'],
		['/rounds/2026/compare?regions=35.78,35.05', 'gubernur'],
		['/rounds/2026/time', 'gubernur'],
		['/rounds/2026/calendar', 'admin'],
		['/admin/rounds/2026', 'admin'],
		['/admin/rounds/2026/assignments', 'admin'],
		['/p/2025', 'gubernur']
	] as const)
		test(`${address} is accessible`, async ({ page }) => {
			await login(page, person);
			await page.goto(address);
			await expectAccessible(page);
		});
});

test('the language can be changed, and pages are English then', async ({ page }) => {
	await login(page, 'gubernur');
	await page.goto('/rounds/2026');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL('/rounds/2026');
	await expectSound(page, 'en');
	await expect(page.getByRole('navigation', { name: 'Menu' })).toContainText('Reports');
	for (const address of [
		'/',
		'/rounds/2026/control',
		'/rounds/2026/plan',
		'/rounds/2026/regions/35.78',
		'/instruments/ikid/2026.1'
	]) {
		await page.goto(address);
		await expectSound(page, 'en');
		const text = (await page.locator('header, main nav, button, label').allInnerTexts()).join('\n');
		expect(text, address).not.toMatch(/\b(Keluar|Laporan|Putaran|Wilayah|Simpan|Unduh|Kelas|Cari)\b/);
	}
	await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'id');
});

test('on a slow line, what was typed or chosen before the scripts arrive is kept', async ({ page }) => {
	await login(page, 'admin');
	let arrive = await holdScripts(page);
	await page.goto('/rounds/2026/calendar?milestone=new', { waitUntil: 'commit' });
	await page.getByLabel('Nama tonggak').fill('Rapat koordinasi');
	await page.getByLabel('Hari pertama').fill('2020-02-03');
	arrive();
	await expect(page.locator('html')).toHaveAttribute('data-live');
	await expect(page.getByLabel('Nama tonggak')).toHaveValue('Rapat koordinasi');
	await expect(page.getByLabel('Hari pertama')).toHaveValue('2020-02-03');

	arrive = await holdScripts(page);
	await page.goto('/rounds/2026/control?show=open', { waitUntil: 'commit' });
	await page.getByLabel('Menunggu', { exact: true }).selectOption('asesor');
	arrive();
	await expect(page).toHaveURL(/show=open&waits=assessor/);
});

test('on a slow line, what was unfolded or folded before the scripts arrive stays so', async ({ page }) => {
	await login(page, 'asesor1');
	const arrive = await holdScripts(page);
	await page.goto('/rounds/2026/regions/35.18/form/B', { waitUntil: 'commit' });
	const card = page.locator('article[id]').first();
	const discussion = card.locator('details[id$="-talk"]').locator('summary').first();
	const link = card.locator('summary').filter({ hasText: 'Tambah tautan' });
	const self = card.locator('summary').filter({ hasText: 'Jawaban jalur mandiri' });
	const isOpen = (summary: Locator) =>
		summary.locator('xpath=..').evaluate((part) => (part as HTMLDetailsElement).open);
	expect([await isOpen(discussion), await isOpen(link), await isOpen(self)]).toEqual([false, false, true]);
	for (const summary of [discussion, link, self]) await summary.click();
	arrive();
	await expect(page.locator('html')).toHaveAttribute('data-live');
	expect([await isOpen(discussion), await isOpen(self)]).toEqual([true, false]);
	await expect(card.getByLabel('Alamat tautan')).toBeVisible(); // its summary has gone: a button takes its place
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 320, height: 640 } });
	const menu = (page: Page) => page.getByRole('banner').locator('summary');
	const places = (page: Page) => page.getByRole('navigation', { name: 'Menu' });

	test.describe('before any script', () => {
		test.use({ javaScriptEnabled: false });
		test('the head of the page is one row, and its menu opens by keyboard', async ({ page }) => {
			for (const person of ['admin', 'surabaya', 'dinkes', 'gubernur']) {
				await login(page, person);
				await page.goto('/instruments');
				expect((await page.getByRole('banner').boundingBox())!.height).toBeLessThan(64);
				await expect(places(page)).toHaveCount(0);
				await menu(page).press('Enter');
				await expect(page.getByRole('banner').getByRole('button', { name: 'Keluar' })).toBeVisible();
				await expect(places(page).getByRole('link', { name: 'Instrumen' })).toHaveAttribute('aria-current', 'page');
			}
			await places(page).getByRole('link', { name: 'Putaran' }).click();
			await expect(page).toHaveURL('/rounds');
		});
	});

	test('the menu closes by Escape, and when a link in it is followed', async ({ page }) => {
		await login(page, 'gubernur');
		await page.goto('/rounds/2026/calendar');
		await page.locator('html[data-live]').waitFor();
		await menu(page).press('Enter');
		await expectAccessible(page);
		await places(page).getByRole('link', { name: 'Putaran' }).focus();
		await page.keyboard.press('Escape');
		await expect(places(page)).toHaveCount(0);
		await expect(menu(page)).toBeFocused();
		const ofRound = page.getByRole('main').locator('summary', { hasText: 'Halaman putaran ini: Kalender' });
		await ofRound.press('Enter');
		await page
			.getByRole('navigation', { name: 'Halaman putaran ini' })
			.getByRole('link', { name: 'Bandingkan' })
			.click();
		await expect(page).toHaveURL('/rounds/2026/compare');
		await expect(page.getByRole('navigation', { name: 'Halaman putaran ini' })).toHaveCount(0);
	});
});

test('a page is never wider than its window: before its chart has followed, and with names of one long word', async ({
	page
}) => {
	await login(page, 'dinkes');
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/rounds/2026/agencies/dinkes-35');
	await page.locator('.radar.live canvas').waitFor();
	await page.evaluate(() =>
		addEventListener('resize', () => {
			document.documentElement.dataset.over = String(document.documentElement.scrollWidth - innerWidth);
		})
	);
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(page.locator('html')).toHaveAttribute('data-over', '0');
	await page.evaluate(() => {
		for (const element of document.querySelectorAll('.round strong, h1, header .account'))
			if (element.childElementCount === 0)
				element.textContent = 'Dinaspekerjaanumumpenataanruangdanpermukiman'.repeat(2);
	});
	await expectNoOverflow(page);
});

for (const [status, address, sentence] of [
	[404, '/tidak-ada', 'Halaman atau data ini tidak ada.'],
	[404, '/rounds/2026/regions/99.99', '99.99'],
	[404, '/rounds/2026/reports/tidak-ada', 'Dokumen ini tidak ada, belum selesai, atau bukan untuk Anda.'],
	[404, '/verify/7K2M-0Q4X-9ABC', 'tidak ada dokumen yang dibuat sistem ini'],
	[403, '/rounds/2026/regions/35.01', 'Pacitan'],
	[403, '/admin', 'Anda tidak berwenang']
] as const)
	test(`${address} answers ${status} with a sentence on an accessible page`, async ({ page }) => {
		await login(page, 'surabaya');
		await page.setViewportSize({ width: 360, height: 740 });
		const response = await page.goto(address);
		expect(response?.status()).toBe(status);
		await expectSound(page);
		await expect(page.getByRole('main')).toContainText(sentence);
		await expectAccessible(page);
	});

for (const address of [
	'/rounds/2026/report.pdf',
	'/rounds/2026/regions/35.78/report.pdf',
	'/rounds/2026/regions/35.78/report.pdf?lang=en',
	'/rounds/2026/regions/35.12/report.pdf',
	'/rounds/2026/plan.pdf?lang=en',
	'/rounds/2026/regions/35.01/plan.pdf?target=ready&capacity=4',
	'/rounds/2026/regions/35.12/plan.pdf',
	'/rounds/2026/agencies/dinkes-35/report.pdf',
	'/rounds/2025/plenary/sessions/1/minutes.pdf',
	'/rounds/2025/plenary/sessions/1/minutes.pdf?lang=en'
])
	test(`${address} is a PDF`, async ({ page }) => {
		await login(page, 'gubernur');
		const response = await page.request.get(address);
		expect(response.status()).toBe(200);
		expect(response.headers()['content-type']).toBe('application/pdf');
		const body = await response.body();
		expect(body.subarray(0, 5).toString('latin1')).toBe('%PDF-');
		expect(body.subarray(-32).toString('latin1')).toContain('%%EOF');
		expect(body.length).toBeGreaterThan(20_000);
	});

/** One first heading, a title, the language of the page, and nothing wider than the window. */
async function expectSound(page: Page, language: Locale = 'id'): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('lang', language);
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page.locator('h1')).not.toBeEmpty();
	await expect(page).toHaveTitle(/\S.* – SIAP Satu Data$|^SIAP Satu Data/);
	await expectNoOverflow(page);
}

async function expectNoOverflow(page: Page): Promise<void> {
	const wide = await page.evaluate(() => {
		if (document.documentElement.scrollWidth <= innerWidth) return [];
		const out = [...document.querySelectorAll('body *')].filter(
			(el) => el.getBoundingClientRect().right > innerWidth + 1
		);
		return [
			`document is ${document.documentElement.scrollWidth} wide`,
			...out.slice(0, 8).map((el) => `${el.tagName} ${el.className} ${(el.textContent ?? '').trim().slice(0, 40)}`)
		];
	});
	expect(wide, `wider than the window: ${page.url()}`).toEqual([]);
}
