import { expect, test } from 'vitest';
import { introduction } from './introduction.ts';
import { writeOut } from './passages.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import { instrument, sampleBasis, sampleRegionReport } from '../../../../../../tests/support/sample-report.ts';
import type { ReportBasis } from '../types.ts';

const REGION = '35.78';
const plan = sampleRegionReport(REGION).plan!;

const written = (...args: Parameters<typeof introduction>) => writeOut(introduction(...args));

function aim(changed: Partial<typeof plan> | null, basis: ReportBasis = sampleBasis()): string | null {
	const subject = { name: 'Kota Surabaya', code: REGION, plan: changed && { ...plan, ...changed } };
	return written(basis, 'id', '', subject).aim;
}

test('the aim of a region names steps only where there are some to show', () => {
	const withoutPlan = sampleBasis({ options: { ...EVERYTHING, without: ['plan'] } });
	const steps = 'langkah apa yang membawanya ke kelas Hampir Siap.';
	expect(aim({ reached: false, reachable: true })).toContain(steps);
	expect(aim({ reached: false, reachable: false })).not.toContain('langkah');
	expect(aim({ reached: false, reachable: true }, withoutPlan)).not.toContain('langkah');
	expect(aim(null)).not.toContain('langkah');
	expect(aim({ reached: true, steps: [] })).toContain('Kelas sasaran Hampir Siap sudah tercapai.');
});

test('the aim names the class that the plan of the region leads to, which may lie beyond that of the round', () => {
	expect(aim({ targetClass: 'ready', reached: false, reachable: true })).toContain('ke kelas Siap Integrasi.');
});

test('of a region without an index the aim claims nothing that is shown', () => {
	const subject = { name: 'Kabupaten Sumenep', code: '35.29', plan: null };
	expect(written(sampleBasis(), 'id', '', subject).aim).toBe(
		'Laporan ini disiapkan untuk menunjukkan seberapa siap Kabupaten Sumenep mengintegrasikan data; kelas sasarannya Hampir Siap. Asesmennya belum menghasilkan indeks.'
	);
});

test('the aim of all names steps only where the consolidated plan is printed', () => {
	const without = sampleBasis({ options: { ...EVERYTHING, without: ['plan'] } });
	expect(written(sampleBasis(), 'en', '', null).aim).toContain('which steps lead towards the class Nearly Ready');
	expect(written(without, 'en', '', null).aim).not.toContain('steps');
});

test('the scope counts regions, domains and indicators in the language', () => {
	const [first] = instrument.domains;
	const small = { ...instrument, domains: [{ ...first!, indicators: first!.indicators.slice(0, 1) }] };
	const one = sampleBasis({ instrument: small, results: sampleBasis().results.slice(0, 1) });
	expect(written(one, 'en', '', null).scope[0]).toBe(
		'Putaran 2026 covers 1 region and runs from 1 June 2026 to 30 August 2026. Its instrument has 1 domain and 1 indicator.'
	);
	expect(written(sampleBasis(), 'en', '', null).scope[0]).toContain('covers 39 regions');
	expect(written(sampleBasis(), 'id', '', null).scope[0]).toBe(
		'Putaran 2026 mencakup 39 wilayah dan berlangsung dari 1 Juni 2026 sampai 30 Agustus 2026. Instrumennya terdiri atas 7 domain dan 40 indikator.'
	);
});

test.each([
	['', undefined],
	['Perpres 39/2019', 'Indikatornya merujuk pada Perpres 39/2019.'],
	['Perpres 39/2019; SNI 1', 'Indikatornya merujuk pada Perpres 39/2019 dan SNI 1.'],
	['P 1, pasal 2; P 3', 'Indikatornya merujuk pada P 1, pasal 2; dan P 3.'],
	[
		'a; b; c; d; e; f; g',
		'Indikatornya merujuk antara lain pada a, b, c, d, e, dan f; seluruh rujukan disebut pada setiap indikator di instrumen.'
	]
])('references "%s"', (reference, expected) => {
	const [first] = instrument.domains;
	const domains = [{ ...first!, indicators: [{ ...first!.indicators[0]!, reference }] }];
	const basis = sampleBasis({ instrument: { ...instrument, domains } });
	expect(written(basis, 'id', 'Dasar.', null).basis[1] || undefined).toBe(expected);
});
