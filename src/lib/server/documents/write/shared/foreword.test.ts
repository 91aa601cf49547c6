import { expect, test } from 'vitest';
import type { Locale } from '#lib/domain/locale.ts';
import { foreword } from './foreword.ts';
import { writeOut } from './passages.ts';
import { emptyResults, instrument, sampleBasis } from '../../../../../../tests/support/sample-report.ts';
import type { OfficialAnswer } from '../types.ts';

const codes = instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const answer = (track: OfficialAnswer['track']): OfficialAnswer => ({
	track,
	level: 3,
	notApplicable: false,
	justification: ''
});

const written = (...args: Parameters<typeof foreword>) => writeOut(foreword(...args)).paragraphs;

/** The first ones on the plenary's track, the next on the assessor's, then on the region's own; the others open. */
function officialOf(final: number, assessor: number, self: number): Record<string, OfficialAnswer> {
	const tracks = [
		...Array<'final'>(final).fill('final'),
		...Array<'assessor'>(assessor).fill('assessor'),
		...Array<'self'>(self).fill('self')
	];
	return Object.fromEntries(tracks.map((track, at) => [codes[at]!, answer(track)]));
}

test.each([
	[0, 0, 0, 'Seluruh 40 indikator belum dijawab.', 'All 40 indicators are unanswered.'],
	[0, 40, 0, 'Seluruh 40 indikator telah dinilai asesor.', 'All 40 indicators have been scored by an assessor.'],
	[
		0,
		39,
		0,
		'Dari 40 indikator, 39 telah dinilai asesor dan 1 belum dijawab.',
		'Of 40 indicators, 39 have been scored by an assessor and 1 is unanswered.'
	],
	[
		1,
		1,
		1,
		'Dari 40 indikator, 1 telah diputuskan pleno, 1 telah dinilai asesor, 1 masih menurut penilaian mandiri, dan 37 belum dijawab.',
		'Of 40 indicators, 1 has been decided by the plenary, 1 has been scored by an assessor, 1 is still as the region scored it and 37 are unanswered.'
	],
	[
		5,
		30,
		5,
		'Dari 40 indikator, 5 telah diputuskan pleno, 30 telah dinilai asesor, dan 5 masih menurut penilaian mandiri.',
		'Of 40 indicators, 5 have been decided by the plenary, 30 have been scored by an assessor and 5 are still as the region scored them.'
	]
])('of a region: %i final, %i of the assessor, %i of its own', (final, assessor, self, id, en) => {
	const region = { name: 'Kota Surabaya', official: officialOf(final, assessor, self) };
	expect(written(sampleBasis(), 'id', region)[1]).toBe(id);
	expect(written(sampleBasis(), 'en', region)[1]).toBe(en);
});

test('of an instrument with one indicator', () => {
	const [first] = instrument.domains;
	const small = { ...instrument, domains: [{ ...first!, indicators: first!.indicators.slice(0, 1) }] };
	const said = (locale: Locale) =>
		written(sampleBasis({ instrument: small }), locale, { name: 'Kota Surabaya', official: officialOf(1, 0, 0) })[1];
	expect(said('id')).toBe('Satu-satunya indikator telah diputuskan pleno.');
	expect(said('en')).toBe('The one indicator has been decided by the plenary.');
});

test.each([
	[{}, 'Seluruh 39 wilayah belum dimulai.', 'None of the 39 regions has begun.'],
	[
		{ final: 1, assessed: 37, in_review: 1 },
		'Dari 39 wilayah, 1 sudah final, 37 selesai dinilai, dan 1 sedang mengisi atau ditinjau.',
		'Of 39 regions, 1 is final, 37 have been assessed and 1 is being filled or reviewed.'
	],
	[
		{ self_assessment: 1, clarification: 1, submitted: 1 },
		'Dari 39 wilayah, 3 sedang mengisi atau ditinjau dan 36 belum dimulai.',
		'Of 39 regions, 3 are being filled or reviewed and 36 have not begun.'
	]
])('of all regions: %j', (states, id, en) => {
	const all = Object.entries(states).flatMap(([status, count]) => Array<string>(count).fill(status));
	const results = emptyResults().map((result, at) => ({ ...result, status: (all[at] ?? 'not_started') as 'final' }));
	expect(written(sampleBasis({ results }), 'id', null)[1]).toBe(id);
	expect(written(sampleBasis({ results }), 'en', null)[1]).toBe(en);
});

test('what the report presents is counted in the language', () => {
	const results = emptyResults().slice(0, 1);
	expect(written(sampleBasis({ results }), 'en', null)[0]).toContain('for 1 region in Putaran 2026');
	expect(written(sampleBasis(), 'en', null)[0]).toContain('for 39 regions in Putaran 2026');
	expect(written(sampleBasis(), 'id', null)[0]).toContain('untuk 39 wilayah dalam Putaran 2026');
});
