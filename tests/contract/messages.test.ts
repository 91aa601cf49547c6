import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (locale: string, file: string) =>
	JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Record<string, string>;
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(readdirSync('messages/id'))('%s says the same in Indonesian and English', (file) => {
	const indonesian = read('id', file);
	const english = read('en', file);
	expect(Object.keys(english).sort()).toEqual(Object.keys(indonesian).sort());
	for (const [key, text] of Object.entries(indonesian)) {
		expect(text, key).not.toBe('');
		expect(placeholders(english[key]!), key).toEqual(placeholders(text));
	}
});
