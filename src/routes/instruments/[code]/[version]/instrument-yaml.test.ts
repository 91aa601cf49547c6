import { expect, test } from 'vitest';
import { parseInstrument } from '#lib/domain/instrument/parse-instrument.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { readShippedInstruments } from '#lib/server/rounds/instruments/read-instrument.ts';
import { headerFirst } from '../../header-first.ts';
import { toYaml } from './instrument-yaml.ts';

const read = (text: string) => parseInstrument([{ name: 'x.yaml', text }]);

test.each(readShippedInstruments().map((instrument) => [instrument.code, instrument] as const))(
	'%s: what is downloaded can be imported again unchanged',
	(_code, instrument) => {
		expect(read(toYaml(instrument))).toEqual({ instrument });
	}
);

test('an instrument with aspects and without questions, references and actions survives too', () => {
	const [shipped] = readShippedInstruments();
	const [first, ...others] = shipped!.domains;
	const bare = first!.indicators.map((indicator) => ({ ...indicator, question: null, reference: '', actions: {} }));
	const aspects = [{ code: 'AA', name: first!.name, weight: 1, indicators: bare }];
	const withoutAfter = others.map((domain) => ({
		...domain,
		indicators: domain.indicators.map((indicator) => ({ ...indicator, actions: {} }))
	}));
	const instrument: Instrument = { ...shipped!, domains: [{ ...first!, aspects, indicators: bare }, ...withoutAfter] };
	expect(read(toYaml(instrument))).toEqual({ instrument });
});

test('of several uploaded files the header is put first, whatever the browser’s order', () => {
	const files = ['A', 'instrument', 'B'].map((name) => ({
		name: `${name}.yaml`,
		text: name === 'instrument' ? 'code: x\ndomains: [A.yaml, B.yaml]' : `code: ${name}\nindicators: []`
	}));
	expect(headerFirst(files).map(({ name }) => name)).toEqual(['instrument.yaml', 'A.yaml', 'B.yaml']);
	expect(headerFirst(files.filter(({ name }) => name !== 'instrument.yaml')).map(({ name }) => name)).toEqual([
		'A.yaml',
		'B.yaml'
	]);
});
