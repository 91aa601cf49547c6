import { expect, test } from 'vitest';
import { describeFault, faultLine } from './describe-fault.ts';

test('a fault is one line with place, indicator and a sentence in the language asked for', () => {
	const fault = {
		file: 'ikid/A.yaml',
		line: 12,
		indicator: 'A1',
		code: 'translation_missing',
		params: { key: 'levels.3.criteria', language: 'en' }
	} as const;
	expect(faultLine(fault, 'id')).toBe('ikid/A.yaml:12 A1: levels.3.criteria belum ada terjemahannya dalam bahasa en.');
	expect(faultLine(fault, 'en')).toBe('ikid/A.yaml:12 A1: levels.3.criteria has no text in the language en.');
});

test('a fault outside the indicators has no indicator in its line; a part without a name is called one', () => {
	const fault = { file: 'x.yaml', line: 1, indicator: null, code: 'not_map', params: { key: '' } } as const;
	expect(faultLine(fault, 'id')).toBe('x.yaml:1: bagian ini harus berupa pasangan kunci dan nilai.');
	expect(describeFault(fault, 'en')).toBe('this part must be keys with values.');
});
