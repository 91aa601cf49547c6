import { expect, test } from 'vitest';
import type { Locale } from '#lib/domain/locale.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import { minutesDocument } from './minutes-document.ts';
import { sampleMinutes } from '../../../../../../tests/support/sample-report.ts';

type Values = [self: AnswerValue, assessor: AnswerValue, value: AnswerValue];
const summary = (values: Values[], change: Parameters<typeof sampleMinutes>[1] = {}, locale: Locale = 'id') =>
	minutesDocument(sampleMinutes(values, change), locale).summary;

const FOLLOWS: Values = [4, 3, 3];
const OWN: Values = [4, 3, 4];
const OTHER: Values = [4, 2, 3];

test.each<[string, Values[], string, string]>([
	[
		'one',
		[FOLLOWS],
		'1 putusan untuk 1 wilayah: mengikuti asesor; tidak ada kelas wilayah yang berubah.',
		'1 decision for 1 region: it follows the assessor; the class of no region changes.'
	],
	[
		'two alike',
		[OWN, OWN],
		'2 putusan untuk 1 wilayah: semuanya mengikuti penilaian mandiri; tidak ada kelas wilayah yang berubah.',
		'2 decisions for 1 region: all follow the self-assessment; the class of no region changes.'
	],
	[
		'some of each',
		[FOLLOWS, FOLLOWS, OWN, OTHER],
		'4 putusan untuk 1 wilayah: 2 mengikuti asesor, 1 mengikuti penilaian mandiri, dan 1 menetapkan nilai lain; tidak ada kelas wilayah yang berubah.',
		'4 decisions for 1 region: 2 follow the assessor, 1 follows the self-assessment and 1 settles on another value; the class of no region changes.'
	]
])('decisions: %s', (_name, values, id, en) => {
	expect(summary(values)).toBe(id);
	expect(summary(values, {}, 'en')).toBe(en);
});

test('no decision: none yet while the session goes on, none at all once it is over', () => {
	expect(summary([])).toBe('Sidang ini belum mengambil putusan.');
	expect(summary([], { state: 'final' })).toBe('Sidang ini tidak mengambil putusan.');
	expect(summary([], { state: 'final' }, 'en')).toBe('This session took no decision.');
});

test('a class that changes is counted; a result without a class has no empty predicate', () => {
	const report = sampleMinutes([FOLLOWS]);
	const [result] = report.results;
	const nothing = { ...result!.before, readinessClass: null, predicate: null };
	report.results = [{ ...result!, before: nothing }];
	const doc = minutesDocument(report, 'en');
	expect(doc.summary).toBe('1 decision for 1 region: it follows the assessor; the class of 1 region changes.');
	expect(doc.results[0]!.class).toMatch(/^Not assessed → /);
	expect(minutesDocument(report, 'id').summary).toContain('kelas 1 wilayah berubah.');
});

test('what was not reached is counted in the language', () => {
	const agenda = (pending: number, locale: Locale) => minutesDocument(sampleMinutes([], { pending }), locale).agenda;
	expect(agenda(0, 'en')).toHaveLength(2);
	expect(agenda(1, 'en')[1]).toMatch(/^1 other indicator on the agenda of this round was not/);
	expect(agenda(2, 'en')[1]).toMatch(/^2 other indicators on the agenda of this round were not/);
	expect(agenda(1, 'id')[1]).toMatch(/^1 indikator lain dalam agenda/);
});
