import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docx, lockedPdf, odt, oldOffice, pdf, PNG, xlsx, zip } from '../../../../../tests/support/sample-files.ts';
import { inspect } from './inspect.ts';
import { openFile, searchFile } from './inspect-file.ts';

const NIK = '3578991201990003'; // no person's: a kota has no kecamatan 99
const MEGABYTE = 1024 * 1024;

async function outcome(bytes: Buffer, name: string) {
	const opened = await openFile(bytes, name);
	return 'fault' in opened ? opened.fault : opened.type;
}

test.each([
	['perbup.pdf', pdf('Pasal 1'), 'pdf'],
	['foto.png', PNG, 'png'],
	['laporan.docx', docx('Laporan'), 'docx'],
	['data.xlsx', xlsx('Data', 'kode'), 'xlsx'],
	['surat.odt', odt('Surat'), 'odt'],
	['data.csv', Buffer.from('kode;nama\n35.78;Kota Surabaya\n'), 'csv'],
	['catatan.txt', Buffer.from('catatan'), 'txt'],
	['tanpa ending', pdf('Pasal 1'), 'pdf'],
	['grafik.docx', docx('Grafik', [{ name: 'word/embeddings/tabel.xlsx', content: xlsx('T', 'a') }]), 'docx']
])('%s is taken for what it is', async (name, bytes, type) => {
	expect(await outcome(bytes, name)).toBe(type);
});

test.each([
	['empty', 'kosong.pdf', Buffer.alloc(0)],
	['mistyped', 'laporan.docx', pdf('Pasal 1')],
	['mistyped', 'foto.pdf', PNG],
	['program', 'laporan.pdf', Buffer.from('MZ\x90\x00program')],
	['markup', 'gambar.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
	['markup', 'data.csv', Buffer.from('<html><body>halaman</body></html>')],
	['encrypted_pdf', 'rahasia.pdf', lockedPdf()],
	['broken_pdf', 'rusak.pdf', Buffer.from('%PDF-1.7\nbukan PDF')],
	['broken_pdf', 'terpotong.pdf', pdf('Pasal 1').subarray(0, 60)],
	['broken_image', 'foto.png', PNG.subarray(0, 40)],
	['encrypted_office', 'rahasia.xlsx', oldOffice(true)],
	['old_office', 'lama.doc', oldOffice(false)],
	[
		'encrypted_office',
		'rahasia.odt',
		odt('x', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
	],
	['encrypted_office', 'rahasia.docx', docx('x', [{ name: 'a', content: 'b', flags: 1 }])],
	['archive', 'arsip.zip', zip([{ name: 'perbup.pdf', content: pdf('Pasal 1') }])],
	['macros', 'makro.docx', docx('x', [{ name: 'word/vbaProject.bin', content: 'x' }])],
	['broken_office', 'terpotong.xlsx', xlsx('Data', 'kode').subarray(0, 300)],
	['unknown_type', 'data.bin', Buffer.from([0, 1, 2, 3, 250])]
])('refused as %s: %s', async (fault, name, bytes) => {
	expect(await outcome(bytes, name)).toBe(fault);
});

test.each([
	['too dense', docx('x', [{ name: 'word/media/nol', content: Buffer.alloc(40 * MEGABYTE) }])],
	[
		'unpacks to more than it says',
		docx('x', [{ name: 'word/media/nol', content: Buffer.alloc(MEGABYTE), declared: 9 }])
	],
	['too much in all', docx('x', [{ name: 'a', content: 'b', declared: 300 * MEGABYTE }])],
	[
		'too many entries',
		docx(
			'x',
			Array.from({ length: 4_001 }, (_, n) => ({ name: `word/${n}`, content: '' }))
		)
	],
	[
		'archives within archives',
		docx('x', [{ name: 'a.zip', content: zip([{ name: 'b.zip', content: zip([{ name: 'c', content: 'd' }]) }]) }])
	]
])('a bomb is not set off: %s', async (_how, bytes) => {
	expect(await outcome(bytes, 'laporan.docx')).toBe('bomb');
});

test.each([
	['the page of a PDF', 'a.pdf', pdf('Pasal 1', `NIK ${NIK}`), '2'],
	['the sheet of a workbook', 'a.xlsx', xlsx('Penerima &amp; bantuan', `NIK ${NIK}`), 'Penerima & bantuan'],
	['a number cell', 'a.xlsx', xlsx('Penerima', 'NIK', Number(NIK)), 'Penerima'],
	[
		'a document, though its runs are split',
		'a.docx',
		docx(`NIK ${NIK.slice(0, 7)}</w:t></w:r><w:r><w:t>${NIK.slice(7)}`),
		''
	],
	['a table', 'a.csv', Buffer.from(`nama,nik\ncontoh,${NIK}\n`), ''],
	['a note', 'a.txt', Buffer.from(`NIK: ${NIK}`), '']
])('personal data are found in %s, and shown masked', async (_where, name, bytes, place) => {
	const opened = await openFile(bytes, name);
	if ('fault' in opened) throw new Error(opened.fault);
	expect(await searchFile(opened)).toEqual([{ kind: 'nik', masked: '3578••••••••••03', count: 1, place }]);
});

test('a picture has no text to search, which is told apart from text without a hit', async () => {
	const search = async (bytes: Buffer, name: string) => searchFile((await openFile(bytes, name)) as never);
	expect(await search(PNG, 'foto.png')).toBeNull();
	expect(await search(pdf('Pasal 1'), 'perbup.pdf')).toEqual([]);
});

test('the thread answers with type, hash and findings, or with the fault', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'siap-inspect-'));
	const bytes = pdf(`NIK ${NIK}`);
	writeFileSync(join(folder, 'a'), bytes);
	writeFileSync(join(folder, 'b'), lockedPdf());
	expect(await inspect(join(folder, 'a'), 'sk.pdf')).toEqual({
		type: 'pdf',
		sha256: createHash('sha256').update(bytes).digest('hex'),
		findings: [{ kind: 'nik', masked: '3578••••••••••03', count: 1, place: '1' }]
	});
	expect(await inspect(join(folder, 'b'), 'sk.pdf')).toEqual({ fault: 'encrypted_pdf' });
	expect(await inspect(join(folder, 'hilang'), 'sk.pdf')).toEqual({ fault: 'unreadable' });
});
