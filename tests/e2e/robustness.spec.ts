import { expect, login, test } from './support/fixtures.ts';

test('the ranking’s robustness is calculated, its assumptions stand in the address, and the same ones give the same figures', async ({
	page
}) => {
	await login(page, 'gubernur');
	await page.goto('/rounds/2026/robustness');
	const figures = page.getByRole('table').last();
	await expect(figures).toContainText('Kota Malang', { timeout: 30_000 });
	await expect(figures).not.toContainText('Kota Surabaya'); // by its own word in part, so without a rank
	const before = await figures.innerText();

	await page.getByRole('checkbox', { name: 'tingkat yang diperselisihkan' }).uncheck();
	await page.getByRole('checkbox', { name: 'rata-rata hitung' }).uncheck();
	await page.getByLabel('Kedekatan dengan bobot resmi').fill('500');
	await page.getByRole('button', { name: 'Hitung' }).click();
	await page.waitForURL(/weights=1&strength=500/);
	await expect(page.getByRole('table').first()).toContainText('tidak diubah', { timeout: 30_000 });
	// nearer to the official weights, with nothing else varied, the first place is certain
	await expect(figures.getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText('1');

	await page.goto('/rounds/2026/robustness?seed=2026');
	await expect(figures).toContainText('Kota Malang', { timeout: 30_000 });
	expect(await figures.innerText()).toBe(before);
});

test('a calculation that is under way can be stopped, and asked for again', async ({ page }) => {
	await login(page, 'reviewer');
	await page.goto('/rounds/2026/robustness?runs=200000&seed=77');
	await page.getByRole('button', { name: 'Hentikan' }).click();
	await expect(page.getByRole('alert')).toContainText('Perhitungan dihentikan.');
	await page.getByRole('button', { name: 'Hitung lagi' }).click();
	await expect(page.getByText('Sedang dihitung').or(page.getByText('kelompok yang dapat dibedakan'))).toBeVisible();
});
