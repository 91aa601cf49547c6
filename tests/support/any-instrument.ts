import fc from 'fast-check';
import type { Aspect, Domain, Indicator, Instrument } from '#lib/domain/instrument/types.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';

const noText = { id: '', en: '' };

/** Weights within the bounds of the format: over zero, up to three digits after the point. */
const anyWeight = fc.integer({ min: 1, max: 90_000 }).map((thousandths) => thousandths / 1000);

/** Levels 1 to 5 mostly, sometimes others; one to four domains, with or without aspects. */
export const anyInstrument: fc.Arbitrary<Instrument> = fc
	.record({
		lowest: fc.constantFrom(0, 1, 1, 1),
		count: fc.constantFrom(3, 5, 5, 5),
		domains: fc.array(anyParent(fc.oneof(anyLeaves(), anyAspects())), { minLength: 1, maxLength: 4 })
	})
	.map(({ lowest, count, domains }) => {
		const coded = domains.map((domain, at): Domain => codeDomain(String.fromCharCode(65 + at), domain));
		return {
			code: 'any',
			version: '1',
			unit: 'region',
			name: noText,
			description: null,
			levels: Array.from({ length: count }, (_, at) => ({ level: lowest + at, name: noText, meaning: noText })),
			predicates: [
				{ code: 'high', name: noText, from: 3.5 },
				{ code: 'low', name: noText, from: 0 }
			],
			classes: [
				{ code: 'ready', name: noText, meaning: noText, minIndex: 3.5, minGate: 3 },
				{ code: 'lagging', name: noText, meaning: noText, minIndex: 0, minGate: null }
			],
			parties: {},
			domains: coded
		};
	});

/** An instrument and answers to it: levels, not applicable, unanswered. */
export const anyAssessment: fc.Arbitrary<{ instrument: Instrument; answers: Record<string, AnswerValue> }> =
	anyInstrument.chain((instrument) => {
		const answer = fc.oneof(
			{ weight: 6, arbitrary: fc.constantFrom<AnswerValue>(...instrument.levels.map(({ level }) => level)) },
			{ weight: 1, arbitrary: fc.constantFrom<AnswerValue>('na', null) }
		);
		const codes = indicatorsOf(instrument).map(({ code }) => code);
		return fc
			.tuple(...codes.map(() => answer))
			.map((values) => ({ instrument, answers: Object.fromEntries(codes.map((code, at) => [code, values[at]!])) }));
	});

/** All indicators of an instrument, in order. */
export function indicatorsOf(instrument: Instrument): Indicator[] {
	return instrument.domains.flatMap((domain) => domain.indicators);
}

/** Copies an instrument with every indicator put through the function; those it turns to null are left out, and so are
 *  parents that hold nothing any more. */
export function mapIndicators(instrument: Instrument, map: (indicator: Indicator) => Indicator | null): Instrument {
	const mapAll = (indicators: Indicator[]): Indicator[] => indicators.flatMap((indicator) => map(indicator) ?? []);
	const domains = instrument.domains.map((domain): Domain => {
		const aspects = domain.aspects?.map((aspect): Aspect => ({ ...aspect, indicators: mapAll(aspect.indicators) }));
		const left = aspects?.filter(({ indicators }) => indicators.length > 0) ?? null;
		return {
			...domain,
			aspects: left,
			indicators: left ? left.flatMap(({ indicators }) => indicators) : mapAll(domain.indicators)
		};
	});
	return { ...instrument, domains: domains.filter(({ indicators }) => indicators.length > 0) };
}

interface Leaf {
	weight: number;
	gate: boolean;
}

interface Branch {
	weight: number;
	children: Leaf[] | Branch[];
}

function anyLeaves(): fc.Arbitrary<Leaf[]> {
	return fc.array(fc.record({ weight: anyWeight, gate: fc.boolean() }), { minLength: 1, maxLength: 5 });
}

function anyAspects(): fc.Arbitrary<Branch[]> {
	return fc.array(anyParent(anyLeaves()), { minLength: 1, maxLength: 3 });
}

function anyParent(children: fc.Arbitrary<Leaf[] | Branch[]>): fc.Arbitrary<Branch> {
	return fc.record({ weight: anyWeight, children });
}

function codeDomain(code: string, { weight, children }: Branch): Domain {
	const isBranch = (child: Leaf | Branch): child is Branch => 'children' in child;
	const leaves = (leaf: Leaf | Branch, prefix: string, at: number): Indicator => ({
		code: `${prefix}${at + 1}`,
		name: noText,
		question: null,
		weight: leaf.weight,
		gate: 'gate' in leaf && leaf.gate,
		mayNotApply: true,
		reference: '',
		levels: {},
		actions: {}
	});
	const branches = children.filter(isBranch);
	const aspects = branches.map((aspect, at): Aspect => ({
		code: `${code}.${at + 1}`,
		name: noText,
		weight: aspect.weight,
		indicators: aspect.children.map((leaf, place) => leaves(leaf, `${code}.${at + 1}.`, place))
	}));
	return {
		code,
		name: noText,
		description: null,
		weight,
		aspects: aspects.length > 0 ? aspects : null,
		indicators:
			aspects.length > 0
				? aspects.flatMap(({ indicators }) => indicators)
				: children.map((leaf, at) => leaves(leaf, code, at))
	};
}
