import { describe, expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import { score } from '#lib/domain/scoring/score.ts';
import { getShipped } from '../../../../tests/support/shipped.ts';
import { randomFor } from './random.ts';
import { previousLevels, sampleLevels, selfLevels } from './sample-levels.ts';

const SEED = 2026;
const ikid = getShipped('ikid');
const levels = sampleLevels(ikid, EAST_JAVA, SEED);
const areas = EAST_JAVA.filter((region) => region.type !== 'province');
const scoreOf = (code: string, of = levels) => score(ikid, of[code]!);
const indexOf = (code: string, of = levels) => scoreOf(code, of).index!;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('sample levels of seed 2026', () => {
	test('most indices lie between 1.7 and 2.8, some above 3, none above 3.4, the lowest near 1.4', () => {
		const indices = areas.map(({ code }) => indexOf(code));
		expect(indices.filter((index) => index >= 1.7 && index <= 2.8).length).toBeGreaterThanOrEqual(28);
		expect(indices.filter((index) => index > 3).length).toBeGreaterThanOrEqual(2);
		expect(Math.max(...indices)).toBeLessThanOrEqual(3.42);
		expect(Math.min(...indices)).toBeGreaterThanOrEqual(1.35);
		expect(Math.min(...indices)).toBeLessThanOrEqual(1.55);
	});

	test('28 of 38 kabupaten/kota have a regulation', () => {
		expect(areas.filter(({ code }) => Number(levels[code]!.A1) >= 2)).toHaveLength(28);
	});

	test('the province is near 3.0 and Surabaya among the three best', () => {
		expect(Math.abs(indexOf('35') - 3)).toBeLessThan(0.1);
		expect(areas.filter(({ code }) => indexOf(code) > indexOf('35.78')).length).toBeLessThan(3);
	});

	test('kota are slightly above kabupaten', () => {
		const of = (type: string) => mean(areas.filter((area) => area.type === type).map(({ code }) => indexOf(code)));
		expect(of('kota') - of('kabupaten')).toBeGreaterThan(0.05);
		expect(of('kota') - of('kabupaten')).toBeLessThan(0.6);
	});

	test.each(['A', 'C'])('domain %s is clearly under the index in several regions', (domain) => {
		const weak = areas.filter(({ code }) => scoreOf(code).domains[domain]! < indexOf(code) - 0.3);
		expect(weak.length).toBeGreaterThanOrEqual(5);
	});

	test('domains of one region go together, as with one ability behind them', () => {
		const pairs = areas.map(({ code }) => scoreOf(code).domains).map((domains) => [domains.B!, domains.F!] as const);
		expect(correlation(pairs)).toBeGreaterThan(0.4);
	});

	test('several readiness classes occur', () => {
		expect(new Set(areas.map(({ code }) => scoreOf(code).readinessClass)).size).toBeGreaterThanOrEqual(3);
	});

	test('no level stands on something that its own criteria presuppose and that is missing', () => {
		for (const region of Object.values(levels)) {
			if (Number(region.C2) >= 3) expect(region.B4).toBeGreaterThanOrEqual(3); // "90 % data prioritas diterima"
			if (Number(region.B4) >= 3) expect(region.A3).toBeGreaterThanOrEqual(2); // "disepakati forum"
			if (Number(region.D2) >= 3) expect(region.D1).toBeGreaterThanOrEqual(2); // "portal daerah tersambung otomatis"
			if (Number(region.G5) >= 2) expect(region.E1).toBeGreaterThanOrEqual(2); // "dataset yang bersifat terbuka"
		}
	});

	test('not applicable only where the instrument allows it, and G2 only in a kota', () => {
		const allowed = ikid.domains
			.flatMap(({ indicators }) => indicators.filter((i) => i.mayNotApply))
			.map((i) => i.code);
		const excluded = EAST_JAVA.flatMap((region) =>
			Object.entries(levels[region.code]!)
				.filter(([, level]) => level === 'na')
				.map(([code]) => ({ code, type: region.type }))
		);
		expect(excluded.length).toBeGreaterThan(0);
		for (const { code, type } of excluded) {
			expect(allowed).toContain(code);
			if (code === 'G2') expect(type).toBe('kota');
		}
	});

	test('the year before was 0.1 to 0.5 lower in every region, with most indicators the same and few better', () => {
		const before = previousLevels(levels, SEED);
		for (const { code } of EAST_JAVA) {
			const change = indexOf(code, before) - indexOf(code);
			expect(change).toBeLessThanOrEqual(-0.1);
			expect(change).toBeGreaterThanOrEqual(-0.5);
			const steps = Object.entries(before[code]!).map(
				([indicator, was]) => Number(was) - Number(levels[code]![indicator])
			);
			expect(steps.filter((step) => step > 0).length).toBeLessThanOrEqual(2);
			expect(steps.filter((step) => step === 0 || Number.isNaN(step)).length).toBeGreaterThanOrEqual(20);
		}
	});

	test('self-assessments are about 0.3 above the assessor, rarely below, never more than one level off', () => {
		const steps = EAST_JAVA.flatMap(({ code }) => {
			const self = selfLevels(levels[code]!, randomFor(SEED, code, 'self'));
			return Object.entries(self).flatMap(([indicator, level]) =>
				level === 'na' ? [] : [level - Number(levels[code]![indicator])]
			);
		});
		expect(Math.abs(mean(steps) - 0.3)).toBeLessThan(0.06);
		expect(Math.max(...steps.map(Math.abs))).toBe(1);
		expect(steps.filter((step) => step < 0).length / steps.length).toBeLessThan(0.05);
	});
});

test('the same seed gives the same levels, another seed others', () => {
	expect(sampleLevels(ikid, EAST_JAVA, SEED)).toEqual(levels);
	expect(previousLevels(levels, SEED)).toEqual(previousLevels(levels, SEED));
	expect(sampleLevels(ikid, EAST_JAVA, 7)).not.toEqual(levels);
});

test.each([1, 7, 2027])('the spread does not hang on one lucky seed: %i', (seed) => {
	const other = sampleLevels(ikid, EAST_JAVA, seed);
	const indices = areas.map(({ code }) => indexOf(code, other));
	expect(indices.filter((index) => index >= 1.7 && index <= 2.8).length).toBeGreaterThanOrEqual(27);
	expect(areas.filter(({ code }) => Number(other[code]!.A1) >= 2)).toHaveLength(28);
});

function correlation(pairs: (readonly [number, number])[]): number {
	const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
	const spread = (of: (pair: readonly [number, number]) => number) => mean(pairs.map((pair) => of(pair) ** 2)) ** 0.5;
	return mean(pairs.map(([x, y]) => (x - mx) * (y - my))) / (spread(([x]) => x - mx) * spread(([, y]) => y - my));
}
