import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { anyInstrument } from '../../../../tests/support/any-instrument.ts';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { type EffectiveWeight, effectiveWeights } from './effective-weights.ts';

function ofKind(weights: EffectiveWeight[], kind: EffectiveWeight['kind']): EffectiveWeight[] {
	return weights.filter((weight) => weight.kind === kind);
}

test('an indicator weighs the product of the shares on the way down: A1 is 25 of 100 in a domain of 15 of 100', () => {
	const weights = effectiveWeights(workedInstrument());
	expect(weights[0]).toMatchObject({ kind: 'domain', code: 'A', share: 0.15, effective: 0.15, percent: 15 });
	expect(weights[1]).toMatchObject({ kind: 'indicator', code: 'A1', share: 0.25, effective: 0.0375, percent: 3.75 });
	expect(weights).toHaveLength(47);
});

test('the exact weights of all indicators add up to one, and those of each level above too', () => {
	fc.assert(
		fc.property(anyInstrument, (instrument) => {
			const weights = effectiveWeights(instrument);
			for (const kind of ['indicator', 'domain'] as const) {
				const sum = ofKind(weights, kind).reduce((total, { exact }) => total.add(exact), new Fraction(0));
				expect(sum.toFraction()).toBe('1');
			}
		})
	);
});

test('the rounded percentages add up to 100.00 and stray less than 0.01 from the exact ones', () => {
	fc.assert(
		fc.property(anyInstrument, (instrument) => {
			const indicators = ofKind(effectiveWeights(instrument), 'indicator');
			expect(indicators.reduce((total, { percent }) => total + Math.round(percent * 100), 0)).toBe(10_000);
			for (const { percent, effective } of indicators) {
				expect(Math.abs(percent - effective * 100)).toBeLessThan(0.01 + 1e-9);
			}
		})
	);
});

test('in print the parts of every parent add up to it, and their shares to 100.00', () => {
	const inHundredths = (percents: number[]) => percents.reduce((sum, percent) => sum + Math.round(percent * 100), 0);
	fc.assert(
		fc.property(anyInstrument, (instrument) => {
			const weights = effectiveWeights(instrument);
			const of = (kind: EffectiveWeight['kind'], codes: { code: string }[]) =>
				codes.map(({ code }) => weights.find((weight) => weight.kind === kind && weight.code === code)!);
			const holds = (parts: EffectiveWeight[], whole: number) => {
				expect(inHundredths(parts.map(({ percent }) => percent))).toBe(inHundredths([whole]));
				expect(inHundredths(parts.map(({ shareInPercent }) => shareInPercent))).toBe(10_000);
			};
			const domains = of('domain', instrument.domains);
			holds(domains, 100);
			for (const [at, { aspects, indicators }] of instrument.domains.entries()) {
				const { percent } = domains[at]!;
				if (!aspects) holds(of('indicator', indicators), percent);
				else {
					const own = of('aspect', aspects);
					holds(own, percent);
					for (const [place, aspect] of aspects.entries())
						holds(of('indicator', aspect.indicators), own[place]!.percent);
				}
			}
		})
	);
});
