import { expect, test } from 'vitest';
import type { Plan } from '#lib/domain/planning/types.ts';
import { writeOut } from './passages.ts';
import { planChapter } from './plan-rows.ts';
import { sampleBasis, sampleRegionReport } from '../../../../../../tests/support/sample-report.ts';
import type { Locale } from '#lib/domain/locale.ts';

const basis = sampleBasis();
const plan = sampleRegionReport('35.01').plan!;
const step = { ...plan.steps[0]!, afterDeadline: false };
const late = { ...step, afterDeadline: true };
const size = (change: Partial<Plan>): Plan => ({
	...plan,
	reached: false,
	reachable: true,
	assumed: [],
	blocked: [],
	effort: 12.5,
	steps: [step, step],
	atEnd: { ...plan.atEnd, date: '2026-09-04' },
	...change
});
const said = (change: Partial<Plan> | null, locale: Locale = 'id') =>
	writeOut(planChapter(basis, change && size(change), locale)).paragraphs;

const INTRO =
	'Sasaran: Hampir Siap. Rencana ini memuat 2 langkah dengan 12,5 orang-hari (OH), disusun menurut ketergantungannya dan ditempatkan pada hari kerja yang tersedia. Tenggat putaran: 30 Agustus 2026.';

test.each<[string, Partial<Plan> | null, string[]]>([
	['none', null, ['Rencana aksi belum disusun karena belum ada jawaban yang dapat dipakai.']],
	[
		'reached',
		{ reached: true, steps: [] },
		['Kelas sasaran Hampir Siap sudah tercapai; tidak ada langkah yang diperlukan.']
	],
	['in time', {}, [INTRO]],
	['one late', { steps: [step, late] }, [INTRO, '1 langkah berakhir setelah tenggat, pada 4 September 2026.']],
	[
		'two of three late',
		{ steps: [step, late, late] },
		[
			INTRO.replace('2 langkah', '3 langkah'),
			'2 langkah berakhir setelah tenggat; langkah terakhir selesai pada 4 September 2026.'
		]
	],
	[
		'all late',
		{ steps: [late, late] },
		[INTRO, 'Semua langkah berakhir setelah tenggat; langkah terakhir selesai pada 4 September 2026.']
	],
	[
		'assumed',
		{ assumed: ['A1', 'B2', 'C3'] },
		[INTRO, 'Indikator yang belum dijawab dianggap berada pada tingkat terendah: A1, B2, dan C3.']
	],
	[
		'not reachable, and a gate without a way up',
		{ reachable: false, blocked: ['A1@3'] },
		[
			INTRO,
			'Langkah yang ada dalam instrumen belum cukup untuk mencapai Hampir Siap. Indikator kunci tanpa jalan naik ke tingkat yang disyaratkan: A1 (tingkat 3).'
		]
	],
	[
		'without steps, and not for want of a gate',
		{ reachable: false, steps: [] },
		[
			'Sasaran: Hampir Siap. Instrumen tidak memuat langkah yang dapat direncanakan.',
			'Langkah yang ada dalam instrumen belum cukup untuk mencapai Hampir Siap.'
		]
	]
])('plan: %s', (_name, change, expected) => {
	expect(said(change)).toEqual(expected);
});

test('English counts one step, one person-day and one indicator as one', () => {
	const [intro, lateOne, assumed] = said({ steps: [late], effort: 1, assumed: ['A1'] }, 'en');
	expect(intro).toContain('holds 1 step of 1 person-day (PD)');
	expect(lateOne).toBe('1 step ends after the deadline, on 4 September 2026.');
	expect(assumed).toBe('The unanswered indicator A1 was taken to be at the lowest level.');
	expect(said({}, 'en')[0]).toContain('holds 2 steps of 12.5 person-days (PD)');
	expect(said({ effort: 0.96 }, 'en')[0]).toContain('of 0.96 person-days (PD)'); // to the digit, like its steps
});
