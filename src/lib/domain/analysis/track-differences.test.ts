import { expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import type { TrackAnswer } from '../workflow/official-answers.ts';
import type { Track } from '../workflow/types.ts';
import { effectsOf, trackGaps } from './track-differences.ts';

const instrument = workedInstrument();
const codes = instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const cell = (indicator: string, track: Track, level: number | 'na' | null): TrackAnswer => ({
	indicator,
	track,
	level: level === 'na' ? null : level,
	notApplicable: level === 'na'
});
const all = (track: Track, level: number) => codes.map((code) => cell(code, track, level));

test('an indicator alone makes the index whatever its level is on the track that counts', () => {
	const cells = [cell('A1', 'self', 4), cell('A1', 'assessor', 2), cell('A2', 'assessor', null)];
	expect(effectsOf(instrument, cells, 'A1')).toEqual([
		{ track: 'self', index: 4, readinessClass: null },
		{ track: 'assessor', index: 2, readinessClass: null }
	]);
	expect(effectsOf(instrument, cells, 'A2')).toEqual([]);
});

test('a key indicator lowered by the assessor costs the class, and each track says so', () => {
	const cells = [
		...all('self', 4),
		...all('assessor', 4).filter(({ indicator }) => indicator !== 'E2'),
		cell('E2', 'assessor', 2)
	];
	expect(effectsOf(instrument, cells, 'E2')).toMatchObject([
		{ track: 'self', index: 4, readinessClass: 'ready' },
		{ track: 'assessor', readinessClass: 'nearly_ready' }
	]);
	const { bySelf, official } = trackGaps(instrument, cells);
	expect(bySelf).toEqual({ index: 4, readinessClass: 'ready' });
	expect(official.readinessClass).toBe('nearly_ready');
	expect(official.index).toBeLessThan(4);
});

test('gaps count only what both answered; not applicable differs but has no distance', () => {
	const cells = [
		cell('A1', 'self', 4),
		cell('A1', 'assessor', 2),
		cell('A2', 'self', 2),
		cell('A2', 'assessor', 3),
		cell('A3', 'self', 3),
		cell('A3', 'assessor', 3),
		cell('G2', 'self', 'na'),
		cell('G2', 'assessor', 1),
		cell('B1', 'self', 5),
		cell('B2', 'assessor', 1),
		cell('B3', 'self', null),
		cell('B3', 'assessor', 2)
	];
	const { compared, differing, lower, higher, meanGap } = trackGaps(instrument, cells);
	expect({ compared, differing, lower, higher, meanGap }).toEqual({
		compared: 4,
		differing: 3,
		lower: 1,
		higher: 1,
		meanGap: 1 / 3
	});
	expect(trackGaps(instrument, [cell('A1', 'self', 4)])).toMatchObject({ compared: 0, meanGap: null });
});
