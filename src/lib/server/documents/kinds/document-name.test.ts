import { expect, test } from 'vitest';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { documentName } from './document-name.ts';

test.each([
	['region', '35.78', 'id', 'pdf', 'laporan-2026-35.78.pdf'],
	['region', '35.78', 'en', 'docx', 'report-2026-35.78.docx'],
	['province', '', 'id', 'docx', 'laporan-2026-provinsi.docx'],
	['province', '', 'en', 'pdf', 'report-2026-province.pdf'],
	['regions', '', 'id', 'zip', 'laporan-2026-semua-wilayah.zip'],
	['minutes', '3', 'en', 'pdf', 'minutes-2026-3.pdf'],
	['plan', '', 'id', 'pdf', 'rencana-aksi-2026-provinsi.pdf'],
	['plan', '35.78', 'en', 'csv', 'action-plan-2026-35.78.csv'],
	['workbook', '', 'id', 'xlsx', 'buku-kerja-2026.xlsx'],
	['workbook', '35', 'en', 'xlsx', 'workbook-2026-35.xlsx']
] as const)('%s %s in %s as %s is %s', (kind, subject, locale, type, name) => {
	expect(documentName('2026', { kind, subject, locale }, type)).toBe(name);
});

test('a name holds nothing that a file system or a header could misread', () => {
	expect(documentName('a/b', { kind: 'region', subject: '"x"', locale: 'id' }, 'pdf')).toBe('laporan-a_b-_x_.pdf');
});

test('a download has the type that its name ends in and is kept by nobody on the way', () => {
	const { headers } = downloadResponse(new Uint8Array([1]), 'laporan 2026.zip');
	expect(Object.fromEntries(headers)).toEqual({
		'content-type': 'application/zip',
		'content-disposition': 'attachment; filename="laporan_2026.zip"',
		'cache-control': 'private, no-cache'
	});
});
