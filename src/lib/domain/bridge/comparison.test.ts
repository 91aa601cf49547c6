import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument, mapIndicators } from '../../../../tests/support/any-instrument.ts';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import type { Indicator, Instrument } from '../instrument/types.ts';
import { comparisonOf } from './comparison.ts';

const ikid = workedInstrument();
const domains = ikid.domains.map(({ code }) => code);
const changing = (code: string, change: Partial<Indicator>) =>
	mapIndicators(ikid, (indicator) => (indicator.code === code ? { ...indicator, ...change } : indicator));

describe('what two versions let compare', () => {
	test('of any version with itself is everything', () => {
		fc.assert(
			fc.property(anyInstrument, (instrument) => {
				const { obstacle, ...codes } = comparisonOf(instrument, instrument);
				expect(obstacle).toBeNull();
				expect([...codes.domains]).toEqual(instrument.domains.map(({ code }) => [code, code]));
			})
		);
	});

	test('of another instrument is nothing, even where it asks the same', () => {
		expect(comparisonOf({ ...ikid, code: 'epss' }, ikid)).toEqual({
			obstacle: 'instrument',
			indicators: new Map(),
			domains: new Map()
		});
	});

	test('is everything where indicators, domains and weights only changed their codes, their order or their scale', () => {
		const places: Record<string, string> = { A1: 'A2', A2: 'A1' };
		const moved = mapIndicators(ikid, (indicator) => ({
			...indicator,
			code: places[indicator.code] ?? indicator.code,
			weight: indicator.weight * 3
		}));
		const later: Instrument = {
			...moved,
			domains: moved.domains.map((domain) => (domain.code === 'A' ? { ...domain, code: 'T' } : domain)).toReversed()
		};
		const found = comparisonOf(ikid, later);
		expect(found.obstacle).toBeNull();
		expect([found.indicators.get('A1'), found.indicators.get('A2')]).toEqual(['A2', 'A1']);
		expect(found.domains.get('T')).toBe('A');
	});

	test.each([
		['another question', changing('B1', { question: { id: 'Lain', en: 'Other' } }), ['B']],
		['another weight of an indicator', changing('B1', { weight: 99 }), ['B']],
		['an indicator more', mapIndicators(ikid, (one) => (one.code === 'B1' ? null : one)), ['B']],
		['another weight of a domain', { ...ikid, domains: ikid.domains.map((d, at) => ({ ...d, weight: at + 1 })) }, []]
	])('%s hides the index, and the domains that it enters', (_name, before, hidden) => {
		const found = comparisonOf(before, ikid);
		expect(found.obstacle).toBe('version');
		expect([...found.domains.keys()]).toEqual(domains.filter((code) => !hidden.includes(code)));
	});

	test('an indicator in another aspect of its domain enters another index', () => {
		const [first, ...rest] = ikid.domains[0]!.indicators;
		const [second, ...others] = rest;
		const layered = (one: Indicator[], two: Indicator[]): Instrument => ({
			...ikid,
			domains: [
				{
					...ikid.domains[0]!,
					indicators: [...one, ...two],
					aspects: [one, two].map((indicators, at) => ({
						code: `A.${at}`,
						name: { id: '', en: '' },
						weight: 1,
						indicators
					}))
				}
			]
		});
		expect(comparisonOf(layered([first!], rest), layered([first!], rest)).obstacle).toBeNull();
		expect(comparisonOf(layered([first!], rest), layered([second!], [first!, ...others])).obstacle).toBe('version');
	});
});
