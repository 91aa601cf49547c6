import { expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { basisOf, isProvisional } from './basis.ts';
import type { TrackAnswer } from './official-answers.ts';
import type { Track } from './types.ts';

const instrument = workedInstrument();
const codes = instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const answer = (indicator: string, track: Track, level: number | null = 3, notApplicable = false): TrackAnswer => ({
	indicator,
	track,
	level,
	notApplicable
});
const all = (track: Track) => codes.map((code) => answer(code, track));

test('nothing answered rests on nothing', () => {
	expect(basisOf(instrument, [])).toEqual({ final: 0, assessor: 0, self: 0, none: 40 });
});

test('each indicator is counted by the last track with an answer', () => {
	const answers = [...all('self'), answer('A1', 'assessor'), answer('A2', 'assessor'), answer('A2', 'final')];
	expect(basisOf(instrument, answers)).toEqual({ final: 1, assessor: 1, self: 38, none: 0 });
	expect(basisOf(instrument, answers.toReversed())).toEqual({ final: 1, assessor: 1, self: 38, none: 0 });
});

test('opened but not answered is no answer, and what the instrument does not have is no indicator', () => {
	const answers = [...all('self'), answer('A1', 'assessor', null), answer('Z9', 'final')];
	expect(basisOf(instrument, answers)).toEqual({ final: 0, assessor: 0, self: 40, none: 0 });
});

test('not applicable leaves when an assessor or the plenary says so; by the region alone it is its own word', () => {
	const na = (track: Track) => answer('G2', track, null, true);
	expect(basisOf(instrument, [...all('self'), na('self')])).toMatchObject({ self: 40 });
	expect(basisOf(instrument, [...all('assessor'), na('assessor')])).toMatchObject({ assessor: 39, none: 0 });
	expect(basisOf(instrument, [...all('assessor'), na('final')])).toMatchObject({ assessor: 39, final: 0, none: 0 });
});

test('a result is provisional until every applicable indicator is assessed, not only answered', () => {
	const assessed = [...all('self'), ...all('assessor')];
	expect(isProvisional(basisOf(instrument, assessed))).toBe(false);
	expect(isProvisional(basisOf(instrument, assessed.slice(0, -1)))).toBe(true);
	expect(isProvisional(basisOf(instrument, all('self')))).toBe(true);
	expect(isProvisional(basisOf(instrument, all('assessor').slice(1)))).toBe(true);
	expect(isProvisional(basisOf(instrument, all('final')))).toBe(false);
});
