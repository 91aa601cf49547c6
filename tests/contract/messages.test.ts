import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Plural forms are lists of variants; as JSON text they can be searched like the plain ones. */
const read = (locale: string, file: string) =>
	Object.fromEntries(
		Object.entries(JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Record<string, unknown>).map(
			([key, text]) => [key, typeof text === 'string' ? text : JSON.stringify(text)]
		)
	);
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test.each(readdirSync('messages/id'))('%s says the same in Indonesian and English', (file) => {
	const indonesian = read('id', file);
	const english = read('en', file);
	expect(Object.keys(english).sort()).toEqual(Object.keys(indonesian).sort());
	for (const [key, text] of Object.entries(indonesian)) {
		expect(text, key).not.toBe('');
		expect(placeholders(english[key]!), key).toEqual(placeholders(text));
	}
});
