import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
	['/rounds/2026?by=A', '/rounds/2026?by=A'],
	['//jahat.example/x', '/'],
	['/\\jahat.example', '/'],
	['https://jahat.example', '/'],
	['javascript:alert(1)', '/'],
	[null, '/']
])('%s leads to %s', (value, expected) => {
	expect(localPath(value)).toBe(expected);
});
