import { expect, test } from 'vitest';
import { workedAnswers, workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { score } from '../scoring/score.ts';
import { regionEssentials } from './region-essentials.ts';

const instrument = workedInstrument();
const answers = workedAnswers(instrument, 1);
const all = (level: number) =>
	Object.fromEntries(
		instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => [code, level] as const))
	);

test('names the class above, with what of index and gates is missing', () => {
	const { index, readinessClass, gates } = score(instrument, answers);
	const position = instrument.classes.findIndex(({ code }) => code === readinessClass);
	const above = instrument.classes[position - 1]!;
	const { next } = regionEssentials(instrument, answers);
	expect(next).toMatchObject({ code: above.code, minIndex: above.minIndex });
	expect(next!.indexShort).toBeCloseTo(Math.max(0, above.minIndex - index!), 9);
	expect(next!.gates.map(({ indicator }) => indicator)).toEqual(
		Object.keys(gates).filter((code) => (gates[code] ?? 0) < (above.minGate ?? 0))
	);
});

test('with the highest class, and without any, there is no next one', () => {
	expect(regionEssentials(instrument, all(5)).next).toBeNull();
	expect(regionEssentials(instrument, {})).toEqual({ next: null, strongest: null, weakest: null });
});

test('strongest and weakest domain by index, the first in order at a tie', () => {
	const [first, second] = instrument.domains;
	expect(regionEssentials(instrument, all(3))).toMatchObject({
		strongest: { code: first!.code, index: 3 },
		weakest: { code: first!.code, index: 3 }
	});
	const mixed = { ...all(3), ...Object.fromEntries(second!.indicators.map(({ code }) => [code, 5])) };
	expect(regionEssentials(instrument, mixed)).toMatchObject({
		strongest: { code: second!.code, index: 5 },
		weakest: { code: first!.code, index: 3 }
	});
});
