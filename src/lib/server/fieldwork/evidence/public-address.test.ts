import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

test.each(['8.8.8.8', '103.94.188.10', '2001:4860:4860::8888', '::ffff:8.8.8.8'])('%s is public', (address) => {
	expect(isPublicAddress(address)).toBe(true);
});

test.each([
	'127.0.0.1',
	'127.9.9.9',
	'0.0.0.0',
	'10.1.2.3',
	'172.31.0.1',
	'192.168.1.1',
	'169.254.169.254',
	'100.64.0.1',
	'255.255.255.255',
	'::1',
	'::',
	'::ffff:127.0.0.1',
	'::ffff:10.0.0.1',
	'64:ff9b::7f00:1',
	'2002:7f00:1::',
	'fe80::1',
	'fd00::1',
	'bukan alamat'
])('%s is not', (address) => {
	expect(isPublicAddress(address)).toBe(false);
});
