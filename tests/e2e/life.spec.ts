import type { Browser, Page } from '@playwright/test';
import { pdf } from '../support/sample-files.ts';
import { expect, expectAccessible, test } from './support/fixtures.ts';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { SMALL_INSTRUMENT, smallInstrument } from './support/small-instrument.ts';

// The whole life of one assessment, from an empty system to final, by four people; a fifth tries what is not theirs.
const PACITAN = '/rounds/uji/regions/35.01';
const API = `/api/v1${PACITAN}`;
/** Pages of a round that is open and has no answer: each says what is missing, and shows no table of nothing. */
const NOTHING_YET = [
	['/compare?regions=35.01,35.78', 'Perbandingan muncul begitu indikatornya dijawab'],
	['/heat', 'Tabel terisi begitu indikator pertama dijawab'],
	['/time', 'Perbandingan muncul mulai putaran kedua'],
	['/plan', 'Belum ada rencana'],
	['/plenary', 'belum ada yang masuk agenda'],
	['/plenary/sessions', 'Belum ada sidang yang dicatat']
] as const;
let server: OwnServer;
const errors: string[] = [];

test.beforeAll(async () => {
	server = await startOwnServer();
});
test.afterAll(() => server.stop());

test('an assessment goes from the opening of the round to final', async ({ browser }) => {
	test.setTimeout(120_000);
	const admin = await open(browser);
	await test.step('the administrator sets up, invites people, opens a round and appoints an assessor', async () => {
		await admin.goto(`/setup?token=${server.setupToken}`);
		await admin.getByLabel('Nama pengguna').fill('kepala');
		await admin.getByLabel('Nama yang ditampilkan').fill('Kepala Bidang');
		await admin.getByLabel('Kata sandi').fill('sandi-panjang-kepala');
		await admin.getByRole('button', { name: 'Buat akun admin' }).click();
		await admin.waitForURL('**/admin');
	});
	const respondent = await invite(browser, admin, 'pacitan', 'respondent', '35.01');
	const assessor = await invite(browser, admin, 'asesor', 'assessor');
	const reviewer = await invite(browser, admin, 'penelaah', 'reviewer');
	const neighbour = await invite(browser, admin, 'surabaya', 'respondent', '35.78');

	await test.step('a round is opened with an instrument of its own, and its assessor appointed', async () => {
		await admin.goto('/instruments');
		const file = { name: 'uji.yaml', mimeType: 'application/yaml', buffer: Buffer.from(smallInstrument()) };
		await admin.getByLabel('Berkas YAML').setInputFiles(file);
		await admin.getByRole('button', { name: 'Impor versi baru' }).click();
		await admin.waitForURL(`**/instruments/${SMALL_INSTRUMENT}/1`);
		await live(admin, '/admin/rounds/new');
		await admin.getByLabel('Kode').fill('uji');
		await admin.getByLabel('Nama', { exact: true }).fill('Putaran uji');
		await admin.getByLabel('Instrumen wilayah').selectOption({ label: 'Instrumen uji 1 (Rancangan)' });
		await admin.getByRole('button', { name: 'Buat rancangan' }).click();
		await admin.waitForURL('**/admin/rounds/uji');
		await admin.goto('/rounds/uji/reports');
		await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Putaran ini belum dibuka');
		await admin.getByRole('link', { name: 'Periksa dan buka putaran' }).click();
		await admin.getByRole('button', { name: 'Buka putaran' }).click();
		await expect(admin.getByRole('status')).toContainText('Putaran sudah dibuka');
		for (const [address, sentence] of NOTHING_YET) {
			await admin.goto(`/rounds/uji${address}`);
			await expect(admin.getByRole('main')).toContainText(sentence);
			await expect(admin.getByRole('table')).toHaveCount(0);
		}
		await live(admin, '/admin/rounds/uji/assignments');
		await admin.getByRole('checkbox', { name: /^ASESOR.*Pacitan$/ }).check();
		await admin.getByRole('button', { name: 'Simpan penugasan' }).click();
		await expect(admin.getByRole('status')).toContainText('1 ditambahkan');
	});

	await test.step('the region assesses itself, with a file and with a waiver, and submits', async () => {
		await respondent.goto('/');
		await respondent.getByRole('main').getByRole('link', { name: 'Mulai mengisi' }).click();
		await respondent.waitForURL('**/form**');
		await live(respondent, `${PACITAN}/form/A`);
		await answer(respondent, 'A1', 4, 'Perbup diundangkan.');
		const panel = respondent.locator('#A1 section', { hasText: 'Bukti dukung' });
		const buffer = pdf('Peraturan Bupati', 'Pasal dua');
		await panel.getByLabel('Pilih berkas').setInputFiles({ name: 'Perbup.pdf', mimeType: 'application/pdf', buffer });
		await expect(panel.getByText('Tersimpan', { exact: true })).toBeVisible();
		await answer(respondent, 'A2', 3, 'Berjalan di semua OPD.');
		await respondent.locator('#A2-waiver').fill('Dilihat langsung di aplikasi.');
		await respondent.locator('#A2-waiver').blur();
		await expect(respondent.getByText('Semua tersimpan')).toBeVisible();
		await respondent.goto(PACITAN);
		await expect(respondent.getByText('Belum dijawab (2): B1, B2')).toBeVisible();
		for (const code of ['B1', 'B2']) await put(respondent, code, 'self', 2);
		expect(await stepBy(respondent, 'finish')).toContain('tidak berwenang');
		await respondent.reload();
		await respondent.getByRole('button', { name: 'Kirim ke asesor' }).click();
		await expect(respondent.getByRole('heading', { name: 'Terkirim' })).toBeVisible();
		expect(await stepBy(respondent, 'submit')).toContain('Terkirim');
	});

	await test.step('another region is refused everywhere, in words', async () => {
		const page = await neighbour.goto(PACITAN);
		expect(page?.status()).toBe(403);
		await expect(neighbour.getByRole('main')).toContainText('belum terbuka bagi Anda');
		for (const step of ['submit', 'finish', 'finalise'])
			expect(await stepBy(neighbour, step)).toContain('tidak berwenang');
		expect(await refusalOf(neighbour, 'PUT', `${API}/answers/A1`, write('self', 1))).toContain('tidak berwenang');
		expect(await refusalOf(neighbour, 'GET', `${API}/evidence`)).toContain('tidak berwenang');
	});

	await test.step('the assessor reviews, and asks what is unclear', async () => {
		await assessor.goto('/');
		await assessor.getByRole('main').getByRole('link', { name: 'Pacitan' }).first().click();
		await live(assessor, `${PACITAN}/review`);
		for (const [code, level] of [
			['A2', 3],
			['B1', 2],
			['B2', 2]
		] as const)
			await put(assessor, code, 'assessor', level);
		await live(assessor, `${PACITAN}/review?indicator=A1`);
		const card = assessor.locator('article[id="A1"]');
		await card.getByRole('button', { name: 'Lihat: Perbup' }).click();
		await expect(card.locator('canvas[data-drawn="1"]')).toBeVisible();
		await card.getByRole('radio', { name: /Tingkat 2/ }).check();
		await card.getByLabel('Justifikasi').fill('Lampiran belum ada.');
		await assessor.locator('#A1-reason').selectOption({ label: 'Bukti tidak menunjukkan tingkat ini' });
		await assessor.locator('#A1-change').fill('Lampiran tidak ditemukan.');
		await assessor.locator('#A1-change').blur();
		await expect(assessor.getByText('Semua tersimpan')).toBeVisible();
		const talk = assessor.locator('[id="A1-talk"]');
		await talk.locator('summary').first().click();
		await talk.getByText('Minta klarifikasi').click();
		await talk.getByLabel('Pertanyaan kepada wilayah').fill('Di mana lampirannya?');
		await talk.getByRole('button', { name: 'Kirim pertanyaan' }).click();
		await expect(talk.getByText('Menunggu jawaban wilayah')).toBeVisible();
		expect(await stepBy(assessor, 'finish')).toContain('Menunggu klarifikasi');
	});

	await test.step('the region answers, the assessor settles and finishes', async () => {
		await live(respondent, '/rounds/uji/clarifications');
		await respondent.getByRole('link', { name: /^A1 / }).click();
		await respondent.waitForURL(/review\?indicator=A1#A1-talk$/);
		await respondent.locator('[id="A1-talk"]').getByLabel('Jawaban Anda').fill('Lampiran II halaman 9.');
		await respondent.getByRole('button', { name: 'Kirim jawaban' }).click();
		await expect(respondent.getByText('Sudah dijawab, menunggu asesor')).toBeVisible();
		expect(await stepBy(assessor, 'finish')).toContain('larifikasi');
		await live(assessor, `${PACITAN}/review?show=clarifications`);
		await assessor.locator('[id="A1-talk"]').getByRole('button', { name: 'Nyatakan selesai' }).click();
		await expect(assessor.getByText('Tidak ada indikator untuk pilihan ini.')).toBeVisible();
		await assessor.goto(PACITAN);
		await assessor.getByRole('button', { name: 'Selesaikan penilaian' }).click();
		await expect(assessor.getByRole('heading', { name: 'Selesai dinilai' })).toBeVisible();
		expect(await stepBy(reviewer, 'finalise')).toContain('pleno');
	});

	await test.step('the plenary sits, decides what is disputed, and makes the region final', async () => {
		await admin.goto('/admin/rounds/uji');
		await admin.getByRole('checkbox', { name: 'Saya membuka pleno' }).check();
		await admin.getByRole('button', { name: 'Buka pleno' }).click();
		await expect(admin.getByRole('status')).toContainText('Pleno sudah dibuka');
		await live(reviewer, '/rounds/uji/plenary/sessions');
		await reviewer.getByLabel('Tempat').fill('Ruang Argopuro');
		await reviewer.getByLabel('Pimpinan sidang').fill('Kepala Diskominfo');
		await reviewer.getByLabel('Peserta').fill('Bappeda Jatim');
		await reviewer.getByRole('button', { name: 'Simpan sidang' }).click();
		await expect(reviewer.getByText('Sidang tersimpan.')).toBeVisible();
		expect(await stepBy(reviewer, 'finalise')).toContain('pleno');
		await live(reviewer, '/rounds/uji/plenary');
		await reviewer.getByRole('link', { name: 'Mulai dari yang pertama' }).click();
		await reviewer.waitForURL('**/plenary/35.01/A1**');
		await reviewer.keyboard.press('3');
		await reviewer.getByLabel('Pertimbangan pleno').fill('Lampiran ditunjukkan dalam sidang.');
		await reviewer.getByLabel('Mengapa berbeda').selectOption({ label: 'Ada bukti baru' });
		await reviewer.getByRole('button', { name: 'Catat putusan' }).click();
		await expect(reviewer.getByRole('status')).toContainText('tercatat');
		await reviewer.goto('/rounds/uji/plenary');
		await reviewer
			.getByRole('button', { name: /^Tetapkan final/ })
			.first()
			.click();
		await expect(reviewer.getByText('1 wilayah ditetapkan final.')).toBeVisible();
	});

	await test.step('the region reads the result and who took which step; the audit log is whole', async () => {
		await respondent.goto(PACITAN);
		await expect(respondent.getByRole('heading', { name: 'Final', exact: true })).toBeVisible();
		await respondent.getByText('Langkah yang sudah diambil').click();
		const steps = respondent.getByRole('listitem').filter({ hasText: /WIB/ });
		for (const who of ['PACITAN', 'ASESOR', 'PENELAAH'])
			await expect(steps.filter({ hasText: who }).first()).toBeVisible();
		const result = (await respondent.request.get(API).then((response) => response.json())) as Result;
		expect(result).toMatchObject({ status: 'final', index: 2.5, gates: { A1: 3 }, provisional: false });
		await expectAccessible(respondent);
		await admin.goto('/admin/audit');
		await admin.getByRole('button', { name: 'Periksa keutuhan' }).click();
		await expect(admin.getByRole('status')).toContainText('Rantai utuh');
		expect(errors, 'errors in the pages').toEqual([]);
	});
});

interface Result {
	status: string;
	index: number;
}

const write = (track: 'self' | 'assessor', level: number) => ({
	track,
	level,
	notApplicable: false,
	justification: 'Sesuai kriteria.',
	evidenceWaiver: level > 2 ? 'Dilihat di tempat.' : '',
	baseVersion: 0,
	requestId: `uji-${track}-${level}-${Math.trunc(performance.now())}`
});

/** Saves one answer over the API, as the questionnaire of a browser does. */
async function put(page: Page, code: string, track: 'self' | 'assessor', level: number): Promise<void> {
	const response = await page.request.put(`${API}/answers/${code}`, { data: write(track, level) });
	expect(response.status(), await response.text()).toBe(200);
}

/** Tries a request that must be refused.
 *  @returns the sentence of the refusal */
async function refusalOf(page: Page, method: string, address: string, data?: object): Promise<string> {
	const response = await page.request.fetch(address, { method, data, headers: { 'accept-language': 'id' } });
	expect([403, 409]).toContain(response.status());
	return ((await response.json()) as { detail: string }).detail;
}

/** Tries a step that must be refused, knowing every step taken so far.
 *  @returns the sentence of the refusal */
async function stepBy(page: Page, step: string): Promise<string> {
	const response = await page.request.get(`${API}/steps`);
	const seen = response.ok() ? ((await response.json()) as { steps: unknown[] }).steps.length : 0;
	return refusalOf(page, 'POST', `${API}/steps`, { step, seen });
}

/** Chooses a level and explains it, and waits until both are on disk. */
async function answer(page: Page, code: string, level: number, why: string): Promise<void> {
	const card = page.locator(`article[id="${code}"]`);
	await card.getByRole('radio', { name: new RegExp(`Tingkat ${level}`) }).check();
	await card.getByLabel('Justifikasi').fill(why);
	await card.getByLabel('Justifikasi').blur();
	await expect(card.getByRole('status').first()).toContainText('Tersimpan');
}

/** Opens a page and waits until the browser runs our code. */
async function live(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.waitForLoadState('networkidle');
}

/** A page of a person of their own, not signed in yet. An error that nobody catches fails the test. */
async function open(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ baseURL: server.origin, locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
	const page = await context.newPage();
	page.on('pageerror', (error) => errors.push(error.message));
	return page;
}

/** The administrator adds an account, and its person signs in with the password that is shown once. */
async function invite(browser: Browser, admin: Page, username: string, role: string, region = ''): Promise<Page> {
	return test.step(`${username} is invited and signs in`, async () => {
		await live(admin, '/admin/users');
		await admin.getByLabel('Nama pengguna').fill(username);
		await admin.getByLabel('Nama yang ditampilkan').fill(username.toUpperCase());
		await admin.locator('.add').getByLabel('Peran').selectOption(role);
		if (region) await admin.getByLabel('Wilayah').selectOption(region);
		await admin.getByRole('button', { name: 'Tambah pengguna' }).click();
		const password = await admin.getByRole('status').locator('code').innerText();
		const page = await open(browser);
		await page.goto('/login');
		await page.getByLabel('Nama pengguna').fill(username);
		await page.getByLabel('Kata sandi').fill(password);
		await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		return page;
	});
}
