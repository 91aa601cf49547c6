import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const base = { DATA_DIR: tmpdir(), ORIGIN: 'https://siap.contoh.go.id' };
const mail = { SMTP_URL: 'smtps://siap:rahasia@surel.contoh.go.id', MAIL_FROM: 'SIAP Satu Data <siap@contoh.go.id>' };

test('without SMTP_URL no e-mail is sent', () => {
	expect(readEnvironment(base).mail).toBe(null);
	expect(readEnvironment({ ...base, ...mail }).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
	expect(readEnvironment({ ...base, ...mail, MAIL_FROM: 'siap@contoh.go.id' }).mail?.from).toBe('siap@contoh.go.id');
});

test.each([
	['another protocol', { SMTP_URL: 'https://siap:rahasia@surel.contoh.go.id' }, 'SMTP_URL'],
	['no sender', { MAIL_FROM: '' }, 'MAIL_FROM kosong'],
	['a sender that is no address', { MAIL_FROM: 'SIAP' }, 'MAIL_FROM "SIAP"'],
	['no public address', { ORIGIN: '' }, 'ORIGIN']
])('%s stops the start with a sentence that keeps the password to itself', (_name, change, words) => {
	const read = () => readEnvironment({ ...base, ...mail, ...change });
	expect(read).toThrow(words);
	expect(read).not.toThrow('rahasia');
});
