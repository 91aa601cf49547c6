import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAssessment } from '../../../../tests/support/any-instrument.ts';
import { workedAnswers, workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { explain } from './explain.ts';
import { hundredths } from './shown-index.ts';

const sum = (values: readonly (number | null)[], unit: number) =>
	values.reduce<number>((total, value) => total + Math.round((value ?? 0) * unit), 0);

test('worked example 1: the domains add up to 2.55, as the index is printed, and the indicators to their domain', () => {
	const instrument = workedInstrument();
	const { domains, score } = explain(instrument, workedAnswers(instrument, 1));
	expect(hundredths(score.index!)).toBe(255);
	expect(
		sum(
			domains.map(({ contribution }) => contribution),
			100
		)
	).toBe(255);
	expect(domains[0]).toMatchObject({ code: 'A', share: 0.15, contribution: 0.45 });
	expect(domains.find(({ code }) => code === 'G')!.indicators.has('G2')).toBe(false); // it does not apply
});

test('of any assessment the parts add up, and none strays a hundredth or more from the exact one', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const { domains, parents, score } = explain(instrument, answers);
			const exact = new Map(
				parents.flatMap(({ children }) => children.map((child) => [`${child.kind} ${child.code}`, child] as const))
			);
			const contributions = domains.map(({ contribution }) => contribution);
			expect(sum(contributions, 100)).toBe(score.index === null ? 0 : hundredths(score.index));
			const shares = domains.map(({ share }) => share);
			expect(sum(shares, 10_000)).toBe(score.index === null ? 0 : 10_000);
			for (const { code, contribution, share, indicators } of domains) {
				const whole = exact.get(`domain ${code}`)!;
				expect(contribution === null).toBe(whole.contribution === null);
				expect(Math.abs((contribution ?? 0) - (whole.contribution ?? 0))).toBeLessThan(0.01 + 1e-9);
				expect(Math.abs((share ?? 0) - (whole.share ?? 0))).toBeLessThan(0.0001 + 1e-9);
				expect(sum([...indicators.values()], 100)).toBe(Math.round((contribution ?? 0) * 100));
				for (const [indicator, points] of indicators) {
					const { effectiveContribution } = exact.get(`indicator ${indicator}`)!;
					expect(Math.abs(points - effectiveContribution!)).toBeLessThan(0.01 + 1e-9);
				}
			}
		})
	);
});
