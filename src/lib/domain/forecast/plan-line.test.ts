import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, planLine, planned } from './plan-line.ts';

const round = { startsOn: '2026-03-02', endsOn: '2026-05-31' }; // 91 days

test('without milestones those that a round begins with stand in', () => {
	// self-assessment in weeks 2–8, visits in weeks 6–11; the assessors begin half-way through the former
	expect(planLine(round, [])).toEqual({ self: { from: 7, to: 55 }, assess: { from: 31, to: 76 } });
});

test('worked by hand: six weeks for the regions, weeks 3 to 12 for the assessors', () => {
	const line = planLine(round, [
		{ kind: 'self_assessment', startsOn: '2026-03-02', endsOn: '2026-04-12' },
		{ kind: 'visits', startsOn: '2026-03-16', endsOn: '2026-05-24' }
	]);
	expect(line).toEqual({ self: { from: 0, to: 41 }, assess: { from: 14, to: 83 } });
	// end of day 20: 21 of 42 days of the regions = half of 0.3; 7 of 70 days of the assessors: 3·0.01 − 2·0.001 = 0.028
	expect(planned(line, 20)).toBeCloseTo(0.3 * 0.5 + 0.7 * 0.028, 12);
	// end of day 48: the regions are through; 35 of 70 days of the assessors = half of 0.7
	expect(planned(line, 48)).toBeCloseTo(0.3 + 0.35, 12);
});

test('an early plenary ends the assessors’ part the day before', () => {
	const { assess } = planLine(round, [
		{ kind: 'plenary', startsOn: '2026-05-11', endsOn: '2026-05-12' },
		{ kind: 'other', startsOn: '2026-03-03', endsOn: '2026-03-03' }
	]);
	expect(assess).toEqual({ from: 31, to: 69 });
});

test('the plan rises from nothing before the round to everything by its last day, whatever the milestones', () => {
	const milestone = fc.record({
		kind: fc.constantFrom('self_assessment' as const, 'visits' as const, 'plenary' as const),
		from: fc.integer({ min: -20, max: 120 }),
		days: fc.integer({ min: 0, max: 60 })
	});
	fc.assert(
		fc.property(fc.array(milestone, { maxLength: 4 }), (list) => {
			const line = planLine(
				round,
				list.map(({ kind, from, days }) => ({
					kind,
					startsOn: dateOf(round, from),
					endsOn: dateOf(round, from + days)
				}))
			);
			const shares = Array.from({ length: 92 }, (_, i) => planned(line, i - 1));
			expect(shares[0]).toBe(0);
			expect(shares.at(-1)).toBeCloseTo(1, 12);
			for (const [i, share] of shares.entries()) expect(share).toBeGreaterThanOrEqual((shares[i - 1] ?? 0) - 1e-12);
		})
	);
});
