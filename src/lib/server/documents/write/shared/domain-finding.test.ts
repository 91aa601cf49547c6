import { expect, test } from 'vitest';
import { domainFinding } from './domain-finding.ts';

const domains = (values: (number | null)[]) =>
	values.map((value, at) => ({ code: 'ABCD'[at]!, name: `Domain ${at + 1}`, value }));

test.each([
	['none', [null, null], 'Belum ada domain yang mempunyai indeks.', 'No domain has an index yet.'],
	['one of one', [2], 'Indeks A Domain 1 adalah 2,00.', 'The index of A Domain 1 is 2.00.'],
	['one of two', [null, 2], 'Hanya B Domain 2 yang mempunyai indeks (2,00).', 'Only B Domain 2 has an index (2.00).'],
	['all equal', [2, 2], 'Semua domain berindeks sama (2,00).', 'All domains have the same index (2.00).'],
	[
		'those that have one equal',
		[2, null, 2],
		'A Domain 1 dan C Domain 3 berindeks sama (2,00); domain lain tidak mempunyai indeks.',
		'A Domain 1 and C Domain 3 have the same index (2.00); the other domains have none.'
	],
	[
		'best and worst',
		[1.5, 3, 2],
		'B Domain 2 paling maju (3,00), sedangkan A Domain 1 paling tertinggal (1,50).',
		'B Domain 2 is furthest ahead (3.00), while A Domain 1 is furthest behind (1.50).'
	],
	[
		'two that look the same behind',
		[3, 2.001, 1.999, null],
		'A Domain 1 paling maju (3,00), sedangkan B Domain 2 dan C Domain 3 paling tertinggal (2,00).',
		'A Domain 1 is furthest ahead (3.00), while B Domain 2 and C Domain 3 are furthest behind (2.00).'
	],
	[
		'three ahead',
		[3, 3, 3, 2],
		'A Domain 1, B Domain 2, dan C Domain 3 paling maju (3,00), sedangkan D Domain 4 paling tertinggal (2,00).',
		'A Domain 1, B Domain 2 and C Domain 3 are furthest ahead (3.00), while D Domain 4 is furthest behind (2.00).'
	]
])('domains: %s', (_name, values, id, en) => {
	expect(domainFinding(domains(values), 'id')).toBe(id);
	expect(domainFinding(domains(values), 'en')).toBe(en);
});
