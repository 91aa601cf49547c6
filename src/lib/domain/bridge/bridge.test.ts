import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAssessment, mapIndicators } from '../../../../tests/support/any-instrument.ts';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import type { Indicator } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import { bridgeOf } from './bridge.ts';
import { bridgedChange } from './bridged-change.ts';

const ikid = workedInstrument();
const codes = ikid.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const all = (level: number) => Object.fromEntries(codes.map((code) => [code, level]));
/** A version in which one indicator is another. */
const changing = (code: string, change: (indicator: Indicator) => Indicator | null) =>
	mapIndicators(ikid, (indicator) => (indicator.code === code ? change(indicator) : indicator));
const text = (id: string) => ({ id, en: id });

describe('a bridge between two versions', () => {
	test('takes white space, names, evidence and weights for what they are', () => {
		const later = changing('A1', (indicator) => ({
			...indicator,
			name: text('Nama lain'),
			weight: indicator.weight * 2,
			question: indicator.question && { ...indicator.question, id: `  ${indicator.question.id.toUpperCase()} ` }
		}));
		const { shared, changed, added, removed } = bridgeOf(ikid, later);
		expect(shared.map(({ code }) => code)).toEqual(codes);
		expect(shared.find(({ code }) => code === 'A1')).toEqual({
			code: 'A1',
			before: 'A1',
			why: 'same',
			weightChanged: true
		});
		expect([changed, added, removed]).toEqual([[], [], []]);
	});

	test('does not compare what asks something else under the same code, and says what changed', () => {
		const later = changing('B2', (indicator) => ({
			...indicator,
			question: text('Pertanyaan baru'),
			levels: { ...indicator.levels, 3: { ...indicator.levels[3]!, criteria: text('Kriteria baru') } }
		}));
		const bridge = bridgeOf(ikid, later);
		expect(bridge.changed).toEqual([{ code: 'B2', question: true, levels: [3] }]);
		expect(bridge.shared.map(({ code }) => code)).not.toContain('B2');
	});

	test('names what is new and what is gone', () => {
		const later = changing('C1', (indicator) => ({ ...indicator, code: 'C9', question: text('Lain') }));
		expect(bridgeOf(ikid, later)).toMatchObject({ added: ['C9'], removed: ['C1'] });
	});

	test('follows what is asked to another code, also where two changed places', () => {
		const places: Record<string, string> = { A1: 'A2', A2: 'A1', C1: 'C9' };
		const later = mapIndicators(ikid, (indicator) => ({
			...indicator,
			code: places[indicator.code] ?? indicator.code
		}));
		const { shared, changed, added, removed } = bridgeOf(ikid, later);
		expect(shared.filter(({ why }) => why === 'moved').map(({ code, before }) => [code, before])).toEqual([
			['A2', 'A1'],
			['A1', 'A2'],
			['C9', 'C1']
		]);
		expect([shared.length, changed, added, removed]).toEqual([codes.length, [], [], []]);
	});

	test('does not guess which of several indicators with the same words moved', () => {
		const alike = mapIndicators(ikid, (indicator) =>
			['A1', 'A2'].includes(indicator.code)
				? { ...indicator, question: text('Sama'), levels: ikid.domains[0]!.indicators[0]!.levels }
				: indicator
		);
		const places: Record<string, string> = { A1: 'Z1', A2: 'Z2' };
		const later = mapIndicators(alike, (indicator) => ({
			...indicator,
			code: places[indicator.code] ?? indicator.code
		}));
		expect(bridgeOf(alike, later)).toMatchObject({ added: ['Z1', 'Z2'], removed: ['A1', 'A2'] });
	});

	test('takes the name for the question where there is none', () => {
		const bare = (name: string) => changing('A1', (indicator) => ({ ...indicator, question: null, name: text(name) }));
		expect(bridgeOf(bare('Regulasi'), bare('regulasi ')).changed).toEqual([]);
		expect(bridgeOf(bare('Regulasi'), bare('Anggaran')).changed).toEqual([{ code: 'A1', question: true, levels: [] }]);
	});

	test('follows a code or words that the later version declares to be the same', () => {
		const later = changing('C1', (indicator) => ({ ...indicator, code: 'C9', question: text('Lain'), replaces: 'C1' }));
		const bridge = bridgeOf(ikid, later);
		expect(bridge.shared.find(({ code }) => code === 'C9')).toMatchObject({ before: 'C1', why: 'declared' });
		expect([bridge.added, bridge.removed]).toEqual([[], []]);
		expect(bridgedChange(later, bridge, { C1: 2 }, { C9: 4 })).toMatchObject({
			before: 2,
			now: 4,
			gained: [{ code: 'C9', from: 2, to: 4 }]
		});
	});
});

test('a new question does not look like progress', () => {
	const later = changing('A1', (indicator) => ({ ...indicator, question: text('Pertanyaan baru') }));
	const change = bridgedChange(later, bridgeOf(ikid, later), all(2), { ...all(2), A1: 5, B1: 1 });
	expect(change).toMatchObject({ compared: codes.length - 1, gained: [], lost: [{ code: 'B1', from: 2, to: 1 }] });
	expect(change.now!).toBeLessThan(change.before!);
});

test('an indicator without a level in one of the rounds is left out on both sides', () => {
	const bridge = bridgeOf(ikid, ikid);
	const change = bridgedChange(ikid, bridge, { ...all(2), A2: 'na', A3: null }, all(2));
	expect(change).toMatchObject({ before: 2, now: 2, compared: codes.length - 2, oneSided: ['A2', 'A3'] });
	expect(bridgedChange(ikid, bridge, {}, all(2))).toMatchObject({ before: null, now: null, compared: 0 });
});

test('the bridge of any version with itself compares everything, and the indices are the official ones', () => {
	fc.assert(
		fc.property(anyAssessment, ({ instrument, answers }) => {
			const bridge = bridgeOf(instrument, instrument);
			const own = instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
			expect(bridge.shared.map(({ code, before }) => [code, before])).toEqual(own.map((code) => [code, code]));
			expect([bridge.changed, bridge.added, bridge.removed]).toEqual([[], [], []]);
			expect(bridge.shared.every(({ weightChanged }) => !weightChanged)).toBe(true);
			const change = bridgedChange(instrument, bridge, answers, answers);
			const { index } = score(instrument, answers);
			expect([change.before, change.now]).toEqual([index, index]);
			expect([...change.gained, ...change.lost]).toEqual([]);
		})
	);
});
