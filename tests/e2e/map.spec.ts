import { readFileSync } from 'node:fs';
import { expect, login, test } from './support/fixtures.ts';

test.use({ viewport: { width: 1280, height: 900 } });

test('a region is found by arrow keys, opened, compared with another, and the address brings it all back', async ({
	page
}) => {
	await login(page, 'gubernur');
	await page.goto('/rounds/2026?show=nearly_ready');
	await page.locator('html[data-live]').waitFor();
	const first = page.locator('a[data-region="35.22"]');
	await expect(first).toHaveAttribute('aria-label', /^Kabupaten Bojonegoro: indeks \d,\d\d, .*peringkat \d+$/);
	await first.focus();
	await page.keyboard.press('ArrowRight');
	const focused = page.locator('a[data-region]:focus');
	await expect(focused).toHaveAttribute('aria-label', /^Kabupaten Jombang: indeks \d,\d\d, .*, sementara$/); // by its own word
	await page.keyboard.press('+');
	await page.keyboard.press('Enter');
	const panel = page.getByRole('region', { name: 'Wilayah terpilih' });
	await expect(panel).toContainText('Kabupaten Jombang');
	await expect(panel).toContainText('sementara');
	await expect(panel).not.toContainText('Peringkat');
	await expect(panel).toContainText('Menahan dari');
	await panel.getByRole('link', { name: 'Bandingkan' }).click();
	const comparison = page.getByRole('region', { name: 'Bandingkan' });
	await expect(comparison.getByRole('columnheader')).toHaveText([/Jombang/]);
	await page.getByRole('link', { name: 'Bandingkan Kota Malang' }).click();
	await expect(comparison.getByRole('columnheader')).toHaveText([/Jombang/, /Malang/]);
	await expect(page).toHaveURL(/show=nearly_ready.*region=35\.17.*compare=35\.17,35\.73/);
	await expect(page).toHaveURL(/zoom=1\.6,/);
	const box = await page.locator('svg[data-width]').getAttribute('viewBox');
	await page.reload();
	expect(await page.locator('svg[data-width]').getAttribute('viewBox')).toBe(box);
	await expect(comparison.getByRole('columnheader')).toHaveCount(2);
	await expect(page.locator('#keterangan [aria-current]')).toContainText('Hampir Siap');
});

test('the map is saved as a sheet that stands by itself, and as a picture for print', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto('/rounds/2026?by=change');
	const sheet = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Unduh SVG' }).click();
	const svg = readFileSync(await (await sheet).path(), 'utf8');
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
	expect(svg).toContain('font/woff2;base64,');
	for (const words of ['Sejak Asesmen 2025', 'Data contoh', 'Sumber: ', 'Keadaan: sementara', 'Dibuat '])
		expect(svg).toContain(words);
	expect(svg).not.toMatch(/var\(--|href="\?/);
	const picture = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Unduh PNG' }).click();
	const png = readFileSync(await (await picture).path());
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3508, 2480]);
});

test('an administrator installs boundaries after the file’s faults are named', async ({ page }) => {
	await login(page, 'admin');
	await page.goto('/admin/boundaries');
	await page.locator('html[data-live]').waitFor();
	const feature = {
		type: 'Feature',
		properties: { code: '35.01' },
		geometry: { type: 'Point', coordinates: [111, -8] }
	};
	await page.getByLabel('Berkas GeoJSON').setInputFiles({
		name: 'batas.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
	});
	await page.getByLabel('Sumber dan lisensi').fill('BIG');
	await page.getByRole('button', { name: 'Periksa dan pasang' }).click();
	await expect(page.getByRole('alert')).toContainText('38 kesalahan');
	await expect(page.getByText('Geometri wilayah 35.01 bukan Polygon')).toBeVisible();
	await expect(page.getByText('Wilayah 35.02 tidak ada dalam berkas.')).toBeVisible();
});

test('the presentation is stepped through by keys, each step with an address, and Esc leads back', async ({ page }) => {
	await login(page, 'gubernur');
	await page.goto('/rounds/2026/present');
	await page.locator('html[data-live]').waitFor();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('dari 38 kabupaten/kota mencapai kelas');
	await expect(page.getByRole('navigation', { name: 'Menu' })).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/step=2/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('wilayah naik');
	await page.keyboard.press('PageDown');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('tertahan dari kelas');
	await page.keyboard.press('End');
	await expect(page.getByText('Langkah yang paling banyak dibutuhkan')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL('/rounds/2026');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('regions, filter, zoom and steps are links', async ({ page }) => {
		await login(page, 'gubernur');
		await page.goto('/rounds/2026');
		await page.getByRole('link', { name: 'Perbesar' }).click();
		await expect(page.locator('svg[data-width]')).toHaveAttribute('viewBox', /^(?!0 0)/);
		await page.locator('#keterangan').getByRole('link', { name: 'Tertinggal' }).click();
		await page.locator('a[data-region="35.16"]').click({ force: true });
		await expect(page.getByRole('region', { name: 'Wilayah terpilih' })).toContainText('Kabupaten Mojokerto');
		await expect(page).toHaveURL(/zoom=.*show=lagging.*region=35\.16/);
		await page.goto('/rounds/2026/present');
		await page.getByRole('link', { name: 'Berikutnya' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('wilayah naik');
	});
});
