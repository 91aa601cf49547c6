import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eastJavaWords } from '../support/east-java-words.ts';

/** Where a province may be named: its profile, the demo of it, the instruments, and what tests. */
const KNOWING = /^src\/lib\/(?:provinces|server\/demo|instruments|paraglide)\/|\.test\.ts$/;

/** What a word also is, or why a file has to know it. */
const EXCEPTIONS: readonly { file: RegExp; word: string; why: string }[] = [
	{
		file: /^src\/lib\/server\/rounds\/round\/former-content\.ts$/,
		word: 'bakorwil',
		why: 'the key under which versions before profiles froze the group of a region'
	},
	{
		file: /^src\/lib\/server\/people\/audit\/actions\.ts$|^src\/routes\/admin\/audit\/(?:action-name|describe-entry)\.ts$/,
		word: 'bakorwil',
		why: 'a code in entries of the log, which never change'
	}
];

const WORDS = eastJavaWords();

function findWords(file: string, text: string): string[] {
	return text
		.split('\n')
		.flatMap((line, at) =>
			WORDS.filter(({ word, pattern }) => pattern.test(line) && !isExcepted(file, word)).map(
				({ word }) => `${file}:${at + 1} ${word}: ${line.trim().slice(0, 120)}`
			)
		);
}

function isExcepted(file: string, word: string): boolean {
	return EXCEPTIONS.some((one) => one.file.test(file) && one.word.toLowerCase() === word.toLowerCase());
}

const files = globSync(['src/**/*.*', 'messages/**/*.json', 'static/**/*.{html,json,webmanifest,txt}'])
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /\.(?:ts|js|svelte|css|json|typ|html|webmanifest|txt|yaml)$/.test(file) && !KNOWING.test(file))
	.filter((file) => statSync(file).isFile());

test('no code and no text knows a name, code or group of East Java', () => {
	expect(files.length).toBeGreaterThan(500);
	expect(files.flatMap((file) => findWords(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
	'Diskominfo Provinsi Jawa Timur',
	"const code = '35.78';",
	"'35/PROV'",
	'Menurut Bakorwil',
	'const bakorwil = 1;',
	'Kota Surabaya',
	'the 38 kabupaten',
	'batas 38 kabupaten/kota',
	'bersama ITS',
	'// Malang stands under M'
])('the check sees: %s', (line) => expect(findWords('src/lib/x.ts', line)).not.toEqual([]));

test('every exception is needed', () => {
	for (const { file, word } of EXCEPTIONS) {
		const named = files.filter((one) => file.test(one));
		expect(
			named.some((one) => new RegExp(word, 'i').test(readFileSync(one, 'utf8'))),
			word
		).toBe(true);
	}
});
