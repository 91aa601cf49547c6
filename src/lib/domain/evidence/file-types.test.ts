import { expect, test } from 'vitest';
import { isMistyped, sniff } from './file-types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const raw = (...values: number[]) => Uint8Array.from(values);

test.each([
	['pdf', bytes('%PDF-1.7\n…')],
	['pdf', bytes('\n%PDF-1.4\n')],
	['jpeg', raw(0xff, 0xd8, 0xff, 0xe0)],
	['png', raw(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
	['webp', bytes('RIFF\x01\x02\x03\x04WEBPVP8 ')],
	['zip', bytes('PK\x03\x04')],
	['ole', raw(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
	['program', bytes('MZ\x90')],
	['program', bytes('\x7fELF')],
	['program', bytes('#!/bin/sh\n')],
	['markup', bytes('<!DOCTYPE html><html></html>')],
	['markup', bytes('\uFEFF<?xml version="1.0"?><svg xmlns="…"/>')],
	['markup', bytes('\n<script>alert(1)</script>')],
	['markup', bytes('catatan biasa\n<svg onload=alert(1)>')],
	['text', bytes('kode,nama\n35.78,Kota Surabaya\n')],
	['text', bytes('Nilai < 3 dan > 1')],
	['unknown', raw(0x00, 0x01, 0x02)],
	['unknown', raw(0xff, 0xfe, 0x41, 0x00)],
	['unknown', bytes('abc\x00def')]
] as const)('content tells: %s', (expected, content) => {
	expect(sniff(content)).toBe(expected);
});

test('a name that promises something else is told, one without an ending promises nothing', () => {
	expect(isMistyped('Perbup.PDF', 'pdf')).toBe(false);
	expect(isMistyped('foto.jpeg', 'jpeg')).toBe(false);
	expect(isMistyped('SK tim', 'pdf')).toBe(false);
	expect(isMistyped('laporan.docx', 'pdf')).toBe(true);
	expect(isMistyped('laporan.pdf.exe', 'pdf')).toBe(true);
});
