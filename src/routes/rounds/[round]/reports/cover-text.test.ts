import { expect, test } from 'vitest';
import { coverText } from './cover-text.ts';

const document = {
	title: 'Laporan Kota Surabaya',
	round: 'Putaran 2026',
	address: 'https://siap.example/x',
	isDraft: false
};

test('a covering text names document, round, address and code, each paragraph a whole sentence', () => {
	expect(coverText({ ...document, code: 'ABCD-EFGH-JKMN' })).toBe(
		[
			'Yth. Bapak/Ibu,',
			'Laporan Kota Surabaya untuk Putaran 2026 dapat diunduh di:\nhttps://siap.example/x',
			'Keasliannya dapat diperiksa dengan kode ABCD-EFGH-JKMN.',
			'Berkas hanya dapat dibuka oleh yang berhak melihat hasilnya, setelah masuk ke SIAP Satu Data.'
		].join('\n\n')
	);
});

test('what bears no code promises no check', () => {
	expect(coverText({ ...document, code: null })).not.toContain('Keasliannya');
});

test('a draft is sent as one, so that its figures are not quoted as official', () => {
	expect(coverText({ ...document, code: null, isDraft: true })).toContain('\n\nDokumen ini masih draf:');
	expect(coverText({ ...document, code: null })).not.toContain('draf');
});
