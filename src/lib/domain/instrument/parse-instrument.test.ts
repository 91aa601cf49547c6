import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { DEFAULT_HEADER } from './default-header.ts';
import type { Fault } from './fault.ts';
import { domainFileNames, parseInstrument } from './parse-instrument.ts';
import type { Instrument } from './types.ts';

/** Two domains, the second with aspects; three levels of its own. Tests change single lines of it. */
const GOOD = `code: small
version: 2026.10
unit: agency
name: {id: Kecil, en: Small}
levels:
  - {level: 0, name: {id: Nol, en: Zero}, meaning: {id: Belum, en: Not yet}}
  - {level: 1, name: {id: Satu, en: One}, meaning: {id: Sudah, en: Done}}
  - {level: 2, name: {id: Dua, en: Two}, meaning: {id: Baik, en: Good}}
predicates:
  - {code: good, name: {id: Baik, en: Good}, from: 1.5}
  - {code: poor, name: {id: Kurang, en: Poor}, from: 0}
classes:
  - {code: ready, name: {id: Siap, en: Ready}, meaning: {id: Siap, en: Ready}, minIndex: 1.5, minGate: 1}
  - {code: behind, name: {id: Belum, en: Behind}, meaning: {id: Belum, en: Behind}, minIndex: 0, minGate: null}
parties:
  walidata: {id: Walidata, en: Data steward}
domains:
  - code: A
    name: {id: Satu, en: One}
    weight: 1
    indicators:
      - code: A1
        name: {id: Nama, en: Name}
        weight: 12.5
        gate: true
        levels:
          0: {criteria: {id: a, en: a}, evidence: {id: a, en: a}}
          1: {criteria: {id: b, en: b}, evidence: {id: b, en: b}}
          2: {criteria: {id: c, en: c}, evidence: {id: c, en: c}}
        actions:
          0: {title: {id: t, en: t}, lead: walidata, support: [], effort: 2, weeks: 1, after: [], output: {id: o, en: o}}
          1: {title: {id: t, en: t}, lead: walidata, support: [walidata], effort: 2, weeks: 1, after: [B1@1], output: {id: o, en: o}}
  - code: B
    name: {id: Dua, en: Two}
    weight: 2
    aspects:
      - code: B.1
        name: {id: Aspek, en: Aspect}
        weight: 3
        indicators:
          - code: B1
            name: {id: Nama, en: Name}
            weight: 1
            levels:
              0: {criteria: {id: a, en: a}, evidence: {id: a, en: a}}
              1: {criteria: {id: b, en: b}, evidence: {id: b, en: b}}
              2: {criteria: {id: c, en: c}, evidence: {id: c, en: c}}
            actions:
              1: {title: {id: t, en: t}, lead: walidata, support: [], effort: 2, weeks: 1, after: [A1@1], output: {id: o, en: o}}
`;

function faultsOf(text: string): Fault[] {
	const parsed = parseInstrument([{ name: 'x.yaml', text }]);
	return 'faults' in parsed ? parsed.faults : [];
}

function instrumentOf(text: string): Instrument {
	const parsed = parseInstrument([{ name: 'x.yaml', text }]);
	if ('instrument' in parsed) return parsed.instrument;
	throw new Error(JSON.stringify(parsed.faults));
}

/** GOOD with the given occurrence of a text replaced, and the number of the line that it is on. */
function changed(from: string, to: string, occurrence = 1): { text: string; line: number } {
	let at = -1;
	for (let seen = 0; seen < occurrence; seen++) at = GOOD.indexOf(from, at + 1);
	if (at < 0) throw new Error(`not in the text: ${from}`);
	return { text: GOOD.slice(0, at) + to + GOOD.slice(at + from.length), line: GOOD.slice(0, at).split('\n').length };
}

describe('what is good', () => {
	test('the shipped instruments have no faults and the shape they say', () => {
		const ikid = workedInstrument();
		expect([ikid.domains.length, ikid.domains.flatMap((domain) => domain.indicators).length]).toEqual([7, 40]);
		const opd = instrumentOf(readFileSync('src/lib/instruments/ikid-opd.yaml', 'utf8'));
		expect(opd).toMatchObject({ code: 'ikid-opd', unit: 'agency', description: null });
		expect([opd.domains.length, opd.domains.flatMap((domain) => domain.indicators).length]).toEqual([4, 12]);
	});

	test('header parts that are left out are those of the main instrument', () => {
		const { levels, predicates, classes, parties } = workedInstrument();
		expect(DEFAULT_HEADER).toEqual({ levels, predicates, classes, parties });
		expect(instrumentOf(readFileSync('src/lib/instruments/ikid-opd.yaml', 'utf8'))).toMatchObject(DEFAULT_HEADER);
	});

	test('levels of its own, aspects, and all that may be left out', () => {
		const instrument = instrumentOf(GOOD);
		expect(instrument.version).toBe('2026.10');
		expect(instrument.levels.map(({ level }) => level)).toEqual([0, 1, 2]);
		expect(instrument.domains[0]).toMatchObject({
			aspects: null,
			indicators: [{ code: 'A1', weight: 12.5, gate: true }]
		});
		expect(instrument.domains[1]!.aspects).toMatchObject([{ code: 'B.1', weight: 3, indicators: [{ code: 'B1' }] }]);
		expect(instrument.domains[1]!.indicators).toMatchObject([
			{ code: 'B1', question: null, gate: false, mayNotApply: false, reference: '' }
		]);
	});

	test('it survives JSON', () => {
		const instrument = instrumentOf(GOOD);
		expect(JSON.parse(JSON.stringify(instrument))).toEqual(instrument);
	});
});

describe('each fault is named with its line and indicator', () => {
	test.each<[name: string, change: [string, string, number?], fault: Partial<Fault>]>([
		[
			'an unknown key in an indicator',
			['gate: true', 'gates: true'],
			{ code: 'key_unknown', indicator: 'A1', params: { key: 'gates' } }
		],
		[
			'an unknown key in the header',
			['unit: agency', 'unit: agency\nunits: 2'],
			{ code: 'key_unknown', indicator: null, line: 4 }
		],
		['an unknown language', ['en: Two}', 'en: Two, fr: Deux}', 2], { code: 'key_unknown', params: { key: 'name.fr' } }],
		[
			'a missing key',
			['        weight: 12.5\n', ''],
			{ code: 'key_missing', indicator: 'A1', line: 22, params: { key: 'weight' } }
		],
		[
			'a key without a value',
			['weight: 12.5', 'weight:'],
			{ code: 'key_missing', indicator: 'A1', params: { key: 'weight' } }
		],
		[
			'a missing key of an action',
			['lead: walidata, ', ''],
			{ code: 'key_missing', params: { key: 'actions.0.lead' } }
		],
		['a key written twice', ['gate: true', 'weight: 3'], { code: 'key_twice', params: { key: 'weight' } }],
		[
			'a missing level',
			['          1: {criteria: {id: b, en: b}, evidence: {id: b, en: b}}\n', ''],
			{ code: 'level_missing', indicator: 'A1', line: 26, params: { level: '1' } }
		],
		[
			'a level that the instrument does not have',
			['2: {criteria', '5: {criteria'],
			{ code: 'level_unknown', indicator: 'A1' }
		],
		[
			'a missing translation',
			['{id: b, en: b}', '{id: b}'],
			{ code: 'translation_missing', indicator: 'A1', params: { key: 'levels.1.criteria', language: 'en' } }
		],
		[
			'an empty translation',
			['{id: b, en: b}', '{id: "", en: b}', 2],
			{ code: 'translation_missing', params: { key: 'levels.1.evidence', language: 'id' } }
		],
		[
			'a text in one language only',
			['name: {id: Nama, en: Name}', 'name: Nama'],
			{ code: 'not_texts', indicator: 'A1' }
		],
		[
			'an indicator code used twice',
			['code: B1', 'code: A1'],
			{ code: 'code_twice', indicator: 'A1', params: { value: 'A1', first: 'x.yaml:22' } }
		],
		['a domain code used twice', ['code: B\n', 'code: A\n'], { code: 'code_twice', indicator: null }],
		['a code with a sign in it', ['code: A1', 'code: A@1'], { code: 'code_form', indicator: 'A@1' }],
		['a weight of zero', ['weight: 12.5', 'weight: 0'], { code: 'weight_not_positive', indicator: 'A1' }],
		['a negative weight of a domain', ['weight: 2', 'weight: -2'], { code: 'weight_not_positive', indicator: null }],
		[
			'a weight with seven digits after the point',
			['weight: 12.5', 'weight: 33.3333333'],
			{ code: 'number_digits', indicator: 'A1' }
		],
		['a weight over a million', ['weight: 12.5', 'weight: 1000000.5'], { code: 'number_too_large' }],
		['a weight that is text', ['weight: 12.5', 'weight: heavy'], { code: 'not_number' }],
		[
			'a negative effort',
			['effort: 2', 'effort: -2'],
			{ code: 'number_negative', indicator: 'A1', params: { key: 'actions.0.effort', value: '-2' } }
		],
		['a gate that is text', ['gate: true', 'gate: ya'], { code: 'not_flag' }],
		['an unknown unit', ['unit: agency', 'unit: village'], { code: 'unit_unknown', params: { value: 'village' } }],
		[
			'an unknown leader',
			['lead: walidata', 'lead: nobody'],
			{ code: 'party_unknown', indicator: 'A1', params: { key: 'actions.0.lead', party: 'nobody' } }
		],
		[
			'an unknown supporter',
			['support: [walidata]', 'support: [nobody]'],
			{ code: 'party_unknown', params: { key: 'actions.1.support[1]', party: 'nobody' } }
		],
		['support that is no list', ['support: [walidata]', 'support: walidata'], { code: 'not_list' }],
		[
			'an action from the highest level',
			['1: {title', '2: {title'],
			{ code: 'action_level_unknown', params: { level: '2', from: '0', to: '1' } }
		],
		[
			'a dependency that cannot be read',
			['after: [B1@1]', 'after: [B1]'],
			{ code: 'dependency_form', indicator: 'A1' }
		],
		[
			'a dependency on no indicator',
			['after: [B1@1]', 'after: [B9@1]'],
			{ code: 'dependency_indicator_unknown', indicator: 'A1' }
		],
		[
			'a dependency on a level outside the range',
			['after: [B1@1]', 'after: [B1@3]'],
			{ code: 'dependency_level_unknown', indicator: 'A1' }
		],
		[
			'predicates that do not descend',
			['from: 0}', 'from: 1.5}'],
			{ code: 'not_descending', params: { key: 'predicates[2]' } }
		],
		[
			'classes that do not descend',
			['minIndex: 0,', 'minIndex: 2,'],
			{ code: 'not_descending', params: { key: 'classes[2]' } }
		],
		[
			'a class that asks for an unknown level',
			['minGate: 1', 'minGate: 3'],
			{ code: 'level_unknown', indicator: null }
		],
		['an empty text', ['support: [walidata]', 'support: [walidata, ""]'], { code: 'not_text' }],
		['a list without items', ['    indicators:\n', '    indicators: []\n    x:\n'], { code: 'list_empty' }],
		[
			'a missing domain file',
			['  - code: A\n', '  - B.yaml\n  - code: A\n'],
			{ code: 'file_missing', params: { name: 'B.yaml' } }
		],
		['broken YAML', ['name: {id: Kecil, en: Small}', 'name: {id: Kecil, en: Small'], { code: 'yaml_syntax', line: 5 }]
	])('%s', (_name, [from, to, occurrence], expected) => {
		const { text, line } = changed(from, to, occurrence);
		expect(faultsOf(text)).toContainEqual(expect.objectContaining({ file: 'x.yaml', line, ...expected }));
	});

	test('levels with a gap are told once, not at every indicator', () => {
		expect(faultsOf(changed('level: 2,', 'level: 3,').text)).toEqual([
			{ file: 'x.yaml', line: 5, indicator: null, code: 'levels_not_consecutive', params: { key: 'levels' } }
		]);
	});

	test('a domain with indicators and aspects, and one with neither', () => {
		const both = changed('    aspects:', '    indicators: []\n    aspects:');
		expect(faultsOf(both.text)).toMatchObject([{ code: 'indicators_and_aspects', line: both.line + 1 }]);
		const neither = `${GOOD}  - {code: C, name: {id: a, en: a}, weight: 1}\n`;
		expect(faultsOf(neither)).toMatchObject([
			{ code: 'key_missing', params: { key: 'indicators' }, line: GOOD.split('\n').length }
		]);
	});
});

describe('dependencies in a circle', () => {
	const withAfter = (a0: string, a1: string, b1: string): Fault[] =>
		faultsOf(
			GOOD.replace('after: [A1@1]', `after: [${b1}]`)
				.replace('after: [B1@1]', `after: [${a1}]`)
				.replace('after: []', `after: [${a0}]`)
		);

	test('a step that depends on itself', () => {
		expect(withAfter('A1@1', '', '')).toMatchObject([
			{ code: 'dependency_cycle', line: 31, indicator: 'A1', params: { chain: 'A1@1 ← A1@1' } }
		]);
	});

	test('two steps that wait for each other are told once', () => {
		expect(withAfter('', 'B1@2', 'A1@2')).toMatchObject([
			{ code: 'dependency_cycle', line: 32, params: { chain: 'A1@2 ← B1@2 ← A1@2' } }
		]);
	});

	test('a circle that closes only through the lower steps of an indicator', () => {
		// A1@1 waits for B1@2, which waits for A1@2; and A1@2 takes A1@1 first.
		expect(withAfter('B1@2', '', 'A1@2')).toMatchObject([
			{ code: 'dependency_cycle', params: { chain: 'A1@1 ← B1@2 ← A1@2 ← A1@1' } }
		]);
	});

	test('the same indicators in both directions at different levels are no circle', () => {
		expect(withAfter('', 'B1@1', 'A1@1')).toEqual([]);
		expect(withAfter('', 'B1@2', 'A1@1')).toEqual([]);
	});
});

describe('several files', () => {
	const [header, rest] = GOOD.split('domains:\n') as [string, string];
	const unindented = (text: string): string => text.replace(/^ {4}/gm, '').replace(/^ {2}- /, '');
	const [first, second] = rest.split('  - code: B\n') as [string, string];
	const files = [
		{ name: 'small/instrument.yaml', text: `${header}domains: [A.yaml, B.yaml]\n` },
		{ name: 'small/A.yaml', text: unindented(first) },
		{ name: 'small/B.yaml', text: unindented(`  - code: B\n${second}`) }
	];

	test('are the same as one', () => {
		expect(parseInstrument(files)).toEqual({ instrument: instrumentOf(GOOD) });
		expect(domainFileNames(files[0]!)).toEqual(['A.yaml', 'B.yaml']);
	});

	test('faults of all files come at once, in the order of the files, each with its own lines', () => {
		const broken = files.map(({ name, text }) => ({ name, text: text.replace(/weight: (12.5|3)/, 'weight: 0') }));
		const parsed = parseInstrument([{ ...broken[0]!, text: `${broken[0]!.text}extra: 1\n` }, broken[2]!, broken[1]!]);
		expect('faults' in parsed && parsed.faults.map(({ file, line, code }) => [file, line, code])).toEqual([
			['small/instrument.yaml', 18, 'key_unknown'],
			['small/B.yaml', 7, 'weight_not_positive'],
			['small/A.yaml', 7, 'weight_not_positive']
		]);
	});

	test('a missing file is named, and what depends on it is not blamed as well', () => {
		expect(parseInstrument(files.slice(0, 2))).toMatchObject({
			faults: [{ file: 'small/instrument.yaml', line: 17, code: 'file_missing', params: { name: 'B.yaml' } }]
		});
	});

	test('a path out of the folder is not followed', () => {
		const outside = { name: 'small/../secret.yaml', text: files[1]!.text };
		const text = files[0]!.text.replace('A.yaml', '../secret.yaml');
		expect(domainFileNames({ name: 'small/instrument.yaml', text })).toEqual(['B.yaml']);
		expect(parseInstrument([{ name: 'small/instrument.yaml', text }, outside, files[2]!])).toMatchObject({
			faults: [{ code: 'file_missing' }]
		});
	});

	test('broken YAML in the header does not hide broken YAML in a domain', () => {
		const parsed = parseInstrument([
			{ name: 'instrument.yaml', text: 'name: {id: a' },
			{ name: 'A.yaml', text: 'code: [' }
		]);
		expect('faults' in parsed && new Set(parsed.faults.map(({ file }) => file))).toEqual(
			new Set(['instrument.yaml', 'A.yaml'])
		);
	});

	test.each(['', '- a\n', 'text', '42'])('a file that holds %j is a fault, not a crash', (text) => {
		expect(parseInstrument([{ name: 'x.yaml', text }])).toMatchObject({ faults: [{ code: 'not_map', line: 1 }] });
	});
});
