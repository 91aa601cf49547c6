import { expect, test } from 'vitest';
import { EvidenceAddition, EvidenceDetails, EvidenceUrl } from './evidence-input.ts';
import { guessKind, titleOfFile } from './kinds.ts';
import { isExpired, pageOfPlace } from './piece.ts';

const details = { title: 'Perbup Satu Data', kind: 'regulation', documentDate: '2024-02-29', validUntil: '' };
const faultsOf = (input: unknown) => {
	const parsed = EvidenceDetails.safeParse(input);
	return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test('details keep what was typed; an empty date is none', () => {
	expect(EvidenceDetails.parse({ ...details, title: '  Perbup Satu Data ' })).toEqual({
		title: 'Perbup Satu Data',
		kind: 'regulation',
		documentDate: '2024-02-29',
		validUntil: null
	});
});

test.each([
	['title_missing', { ...details, title: '   ' }],
	['title_long', { ...details, title: 'x'.repeat(201) }],
	['kind_unknown', { ...details, kind: 'rumor' }],
	['document_date', { ...details, documentDate: '2023-02-29' }],
	['valid_until', { ...details, validUntil: 'besok' }],
	['valid_before_document', { ...details, validUntil: '2024-02-28' }]
])('refused: %s', (fault, input) => {
	expect(faultsOf(input)).toEqual([fault]);
});

test('links are of the web and hold no password', () => {
	expect(EvidenceUrl.parse(' https://data.contoh.go.id/a b ')).toBe('https://data.contoh.go.id/a%20b');
	for (const bad of ['data.contoh.go.id', 'javascript:alert(1)', 'ftp://contoh.go.id', 'file:///etc/passwd', ''])
		expect(EvidenceUrl.safeParse(bad).error?.issues[0]?.message).toBe('url_invalid');
	expect(EvidenceUrl.safeParse('https://a:b@contoh.go.id').error?.issues[0]?.message).toBe('url_credentials');
});

test('an addition names exactly one source', () => {
	const whole = { ...details, validUntil: null };
	expect(EvidenceAddition.safeParse({ upload: 'u1', details: whole }).success).toBe(true);
	expect(EvidenceAddition.safeParse({ from: 'e1' }).success).toBe(true);
	expect(EvidenceAddition.safeParse({ upload: 'u1', url: 'https://a.id', details: whole }).success).toBe(false);
	expect(EvidenceAddition.safeParse({ upload: 'u1' }).success).toBe(false);
	expect(EvidenceAddition.safeParse({ details: whole }).success).toBe(false);
});

test('a place may name a page, an article does not', () => {
	expect(pageOfPlace('hlm. 12, Pasal 5')).toBe(12);
	expect(pageOfPlace('Halaman 3')).toBe(3);
	expect(pageOfPlace('Pasal 5 ayat (2)')).toBeNull();
});

test('a document is valid through its last day', () => {
	expect(isExpired('2026-10-01', '2026-10-01')).toBe(false);
	expect(isExpired('2026-09-30', '2026-10-01')).toBe(true);
	expect(isExpired(null, '2026-10-01')).toBe(false);
});

test('title and kind are guessed from the name of the file', () => {
	expect(titleOfFile('Perbup_12_2024 Satu Data.pdf')).toBe('Perbup 12 2024 Satu Data');
	expect(titleOfFile('.pdf')).toBe('.pdf');
	expect(guessKind('Perbup 12 Tahun 2024')).toBe('regulation');
	expect(guessKind('SK_Tim_Satu_Data')).toBe('decree');
	expect(guessKind('Notulen rapat forum')).toBe('minutes');
	expect(guessKind('IMG_20260101')).toBe('photo');
	expect(guessKind('lampiran')).toBe('other');
});
