import { expect, test } from 'vitest';
import { mapAddress } from './map-address.ts';

test.each([
	[{ region: '35.05' }, '#wilayah', '?by=A&compare=35.05,35.78&region=35.05#wilayah'],
	[{ compare: '35.05,35.78,35.01' }, '', '?by=A&compare=35.05,35.78,35.01'],
	[{ compare: null, by: '' }, '', '?']
])('%j leads to an address that people can read', (changes, hash, expected) => {
	const search = new URLSearchParams('by=A&compare=35.05%2C35.78');
	expect(mapAddress(search, changes, hash)).toBe(expected);
	expect(search.get('by')).toBe('A');
});
