import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as check from '../../src/cli/commands/instrument-check.ts';
import * as score from '../../src/cli/commands/score.ts';
import type { Io } from '../../src/cli/io.ts';
import { workedAnswers, workedInstrument } from '../support/worked-examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'siap-instrument-'));
afterAll(() => rmSync(folder, { recursive: true }));

function call(command: typeof check | typeof score, args: string[], locale: Io['locale'] = 'id') {
	const out: string[] = [];
	const err: string[] = [];
	const code = command.run(args, {
		out: (text) => out.push(text),
		err: (text) => err.push(text),
		readStdin: () => Promise.resolve(''),
		resolvePath: (path) => resolve(path),
		env: {},
		now: () => 0,
		locale
	});
	return { code, out: out.join('\n'), err };
}

function file(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

/** An instrument of another shape: aspects, three levels. */
const OTHER = `code: other
version: "1"
unit: region
name: {id: Lain, en: Other}
levels:
  - {level: 1, name: {id: Satu, en: One}, meaning: {id: Satu, en: One}}
  - {level: 2, name: {id: Dua, en: Two}, meaning: {id: Dua, en: Two}}
  - {level: 3, name: {id: Tiga, en: Three}, meaning: {id: Tiga, en: Three}}
domains:
  - code: X
    name: {id: Domain, en: Domain}
    weight: 7
    aspects:
${[1, 2, 3]
	.map(
		(at) => `      - code: X.${at}
        name: {id: Aspek, en: Aspect}
        weight: 1
        indicators:
          - code: X${at}
            name: {id: Indikator, en: Indicator}
            weight: 2
            levels:
${[1, 2, 3].map((level) => `              ${level}: {criteria: {id: a, en: a}, evidence: {id: a, en: a}}`).join('\n')}
`
	)
	.join('')}`;

describe('siap instrument check', () => {
	test.each([
		['src/lib/instruments/ikid', '7 domain, 40 indikator', /A1 Peraturan Satu Data daerah \[kunci\] +3,75\u00a0%/],
		[
			'src/lib/instruments/ikid/instrument.yaml',
			'7 domain, 40 indikator',
			/D6 .* \[boleh tidak berlaku\] +2,00\u00a0%/
		],
		['src/lib/instruments/ikid-opd.yaml', '4 domain, 12 indikator', /B1 .* \[kunci\] +12,25\u00a0%/]
	])('%s is good: its outline, with weights that add up to 100 %%', (path, counts, row) => {
		const { code, out, err } = call(check, [path]);
		expect([code, err]).toEqual([0, []]);
		expect(out).toContain(counts);
		expect(out).toMatch(row);
		expect(out).toMatch(/Jumlah +100\u00a0%/);
	});

	test('thirds are shown so that they add up', () => {
		const { code, out } = call(check, [file('other.yaml', OTHER)], 'en');
		expect(code).toBe(0);
		expect(out.match(/X\d Indicator +[\d.]+%/g)?.map((row) => row.replace(/^.* (\d)/, '$1'))).toEqual([
			'33.34%',
			'33.33%',
			'33.33%'
		]);
		expect(out).toMatch(/Total +100%/);
	});

	test('every fault is one line with file, line and indicator, and the exit code is 1', () => {
		const copy = join(folder, 'copy');
		cpSync('src/lib/instruments/ikid', copy, { recursive: true });
		const path = join(copy, 'A.yaml');
		const lines = readFileSync(path, 'utf8').split('\n');
		const weight = lines.findIndex((line) => line === '    weight: 25');
		lines[weight] = '    weight: 0';
		const after = lines.findIndex((line, at) => at > weight && line.includes('after: []'));
		lines[after] = lines[after]!.replace('[]', '[Q7@2]');
		writeFileSync(path, lines.join('\n'));
		const { code, out, err } = call(check, [copy], 'en');
		expect([code, out]).toEqual([1, '']);
		expect(err).toEqual([
			`${path}:${weight + 1} A1: weight is 0; a weight must be greater than zero.`,
			`${path}:${after + 1} A1: the action depends on Q7@2, but there is no indicator Q7.`,
			'2 faults found. The instrument cannot be used yet.'
		]);
	});

	test('a path that leads nowhere is a sentence', () => {
		const { code, err } = call(check, [join(folder, 'nowhere.yaml')]);
		expect(code).toBe(1);
		expect(err[0]).toContain('berkas nowhere.yaml tidak ditemukan');
	});

	test.each([[[]], [['a', 'b']], [['a', '--fast']]])('wrong usage %j shows the usage', (args) => {
		expect(call(check, args)).toEqual({ code: 2, out: '', err: [check.usage('id')] });
	});
});

describe('siap score', () => {
	const answers = file('example-1.json', workedAnswers(workedInstrument(), 1));

	test.each(['ikid', 'src/lib/instruments/ikid', 'src/lib/instruments/ikid/instrument.yaml'])(
		'the worked example by %s, in the shape of the API',
		(instrument) => {
			const { code, out } = call(score, ['--instrument', instrument, '--answers', answers]);
			expect(code).toBe(0);
			expect(JSON.parse(out)).toEqual({
				region: null,
				status: null,
				track: null,
				index: 17361 / 6800,
				provisional: false,
				completeness: 1,
				predicate: 'cukup',
				readinessClass: 'needs_support',
				domains: { A: 3, B: 2.55, C: 2.25, D: 2.55, E: 2.35, F: 2.4, G: 46 / 17 },
				gates: { A1: 4, B2: 3, B3: 2, D2: 3, E2: 2 }
			});
		}
	);

	test('an instrument of another shape', () => {
		const other = file('other.yaml', OTHER);
		const { code, out } = call(score, ['--instrument', other, '--answers', file('x.json', { X1: 1, X2: 3 })]);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			index: 2,
			completeness: 2 / 3,
			provisional: true,
			domains: { X: 2 },
			gates: {}
		});
	});

	test('every answer that is wrong is named', () => {
		const wrong = file('wrong.json', { A1: 6, A2: 'na', Z9: 3, G2: 'na' });
		const { code, out, err } = call(score, ['--instrument', 'ikid', '--answers', wrong], 'en');
		expect([code, out]).toEqual([1, '']);
		expect(err).toEqual([
			'A1: the value 6 cannot be used; write a level from 1 to 5, "na" when it does not apply, or null when unanswered.',
			'A2: this indicator always applies, so "na" may not be chosen. Write its level.',
			'Z9: the instrument has no such indicator.'
		]);
	});

	test.each([
		['an unknown instrument', 'nothing', answers, 'salah satu kode ini: ikid, ikid-opd'],
		['answers that do not exist', 'ikid', join(folder, 'none.json'), 'tidak dapat dibuka'],
		['answers that are no JSON', 'ikid', file('text.json', '{A1: 4}'), 'bukan JSON yang benar'],
		[
			'answers that are a list',
			'ikid',
			file('list.json', [1, 2]),
			'harus berupa objek JSON seperti {"A1": 4, "G2": "na"}'
		],
		[
			'an instrument with faults',
			file('bad.yaml', OTHER.replace('weight: 7', 'weight: -7')),
			answers,
			'bad.yaml:12: weight'
		]
	])('%s: a sentence and exit code 1', (_name, instrument, path, sentence) => {
		const { code, err } = call(score, ['--instrument', instrument, '--answers', path]);
		expect(code).toBe(1);
		expect(err.join('\n')).toContain(sentence);
	});

	test.each([[[]], [['--instrument', 'ikid']], [['ikid', 'x.json']], [['--answer', 'x']]])(
		'wrong usage %j shows the usage',
		(args) => {
			expect(call(score, args)).toEqual({ code: 2, out: '', err: [score.usage('id')] });
		}
	);
});
