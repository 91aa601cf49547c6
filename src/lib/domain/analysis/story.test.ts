import { assessedOn } from '../../../../tests/support/assessed-on.ts';
import { describe, expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import { findStory, type Finding } from './story.ts';
import type { Assessed } from './types.ts';

const instrument = workedInstrument();
const indicators = instrument.domains.flatMap((domain) => domain.indicators);
const gate = indicators.find((one) => one.gate)!.code;
const target = 'nearly_ready';
const aim = instrument.classes.find(({ code }) => code === target)!;
const kabupaten = EAST_JAVA.filter(({ type }) => type !== 'province');

/** A region with one level everywhere, and some indicators otherwise. */
function region(at: number, level: number, others: Record<string, number> = {}): Assessed {
	const answers = { ...Object.fromEntries(indicators.map(({ code }) => [code, level])), ...others };
	return { region: kabupaten[at]!, answers, score: assessedOn(instrument, answers) };
}
const unassessed = (at: number): Assessed => ({
	region: kabupaten[at]!,
	answers: {},
	score: assessedOn(instrument, {})
});
const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind);

test('nothing assessed is no story', () => {
	expect(findStory(instrument, [], target)).toEqual([]);
	expect(
		findStory(
			instrument,
			kabupaten.map((_, at) => unassessed(at)),
			target
		)
	).toEqual([]);
});

describe('the gate', () => {
	const low = { [gate]: 1 };
	test('is the one that holds back most regions, with their codes; the unassessed are not counted', () => {
		const [first] = findStory(instrument, [region(0, 4, low), region(1, 4, low), region(2, 4), unassessed(3)], target);
		expect(first).toEqual({
			kind: 'gate',
			indicator: gate,
			required: aim.minGate,
			target,
			regions: [kabupaten[0]!.code, kabupaten[1]!.code],
			of: 3
		});
	});

	test('is no finding where none is below, or where the target asks nothing of the gates', () => {
		expect(kinds(findStory(instrument, [region(0, 4)], target))).not.toContain('gate');
		expect(kinds(findStory(instrument, [region(0, 1)], 'lagging'))).not.toContain('gate');
	});
});

test('near is who needs 0.2 points or less and is held back by no gate, nearest first', () => {
	const at = (index: number, other: Partial<Assessed['score']> = {}) => ({
		...region(0, 3).score,
		index,
		readinessClass: 'needs_support',
		gates: { [gate]: 3 },
		...other
	});
	const results = [
		at(aim.minIndex - 0.15),
		at(aim.minIndex - 0.05),
		at(aim.minIndex - 0.3),
		at(aim.minIndex),
		at(aim.minIndex - 0.1, { gates: { [gate]: 1 } }),
		at(aim.minIndex - 0.1, { readinessClass: null })
	].map((one, n): Assessed => ({ ...region(n, 3), score: one }));
	expect(findStory(instrument, results, target, 9).find(({ kind }) => kind === 'near')).toEqual({
		kind: 'near',
		target,
		within: 0.2,
		regions: [kabupaten[1]!.code, kabupaten[0]!.code]
	});
});

test('the weakest indicator has the lowest mean, from three regions on', () => {
	const weak = { [indicators[5]!.code]: 1 };
	const results = [region(0, 4, weak), region(1, 4, weak), region(2, 4, weak)];
	expect(findStory(instrument, results, target)).toContainEqual({
		kind: 'weakest',
		indicator: indicators[5]!.code,
		mean: 1,
		n: 3
	});
	expect(kinds(findStory(instrument, results.slice(1), target))).not.toContain('weakest');
});

test('who cannot be judged is said, and Bakorwil that lie 0.2 apart', () => {
	const offices = [...new Set(kabupaten.map(({ area }) => area))].slice(0, 2);
	const of = (office: string | null, level: number) =>
		kabupaten.flatMap((one, at) => (one.area === office ? [region(at, level)] : []));
	const results = [...of(offices[0]!, 4), ...of(offices[1]!, 2).slice(1)];
	const missing = unassessed(kabupaten.findIndex(({ area }) => area === offices[1]));
	const story = findStory(instrument, [...results, missing], target, 9);
	expect(story).toContainEqual({ kind: 'blank', regions: [missing.region.code], of: results.length + 1 });
	expect(story).toContainEqual({ kind: 'area', best: offices[0], high: 4, worst: offices[1], low: 2 });
});

test('at most three, always the same, and the province is no region among them', () => {
	const results = [...kabupaten.map((_, at) => (at < 3 ? unassessed(at) : region(at, 1 + (at % 4))))];
	const story = findStory(instrument, results, target);
	expect(story).toHaveLength(3);
	expect(findStory(instrument, results.toReversed().toReversed(), target)).toEqual(story);
	const province = { ...region(0, 1), region: EAST_JAVA.find(({ type }) => type === 'province')! };
	expect(findStory(instrument, [...results, province], target)).toEqual(story);
});
