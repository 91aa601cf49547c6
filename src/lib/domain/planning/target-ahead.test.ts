import { expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { targetAhead } from './target-ahead.ts';

const instrument = workedInstrument();
const all = (level: number) =>
	Object.fromEntries(instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => [code, level])));

test.each([
	['behind the target, the target stands', 1, 'nearly_ready', 'nearly_ready'],
	['at the target, the next class above it', 3, 'nearly_ready', 'ready'],
	['above the target, the next class above the present one', 3, 'needs_support', 'ready'],
	['at the top, the top', 5, 'nearly_ready', 'ready']
])('%s', (_case, level, asked, expected) => {
	expect(targetAhead(instrument, all(level), asked)).toBe(expected);
});

test('a region without a class aims at what is asked', () => {
	expect(targetAhead(instrument, { A1: 5 }, 'nearly_ready')).toBe('nearly_ready');
});
