import type { EffectiveWeight } from '#lib/domain/scoring/effective-weights.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Indicator, Instrument, Text } from '#lib/domain/instrument/types.ts';

/** A whole instrument in one language, ready to be read and printed; half of what the stored one holds. */
export function toDocument(instrument: Instrument, weights: readonly EffectiveWeight[], locale: Locale) {
	const t = (text: Text) => text[locale];
	const percents = new Map(weights.map(({ kind, code, percent }) => [`${kind}/${code}`, percent]));
	const percentOf = (kind: EffectiveWeight['kind'], code: string) => percents.get(`${kind}/${code}`) ?? 0;
	const party = (code: string) => (instrument.parties[code] ? t(instrument.parties[code]) : code);
	const toIndicator = (indicator: Indicator) => ({
		code: indicator.code,
		name: t(indicator.name),
		question: indicator.question && t(indicator.question),
		weight: indicator.weight,
		percent: percentOf('indicator', indicator.code),
		gate: indicator.gate,
		mayNotApply: indicator.mayNotApply,
		reference: indicator.reference,
		levels: instrument.levels.map(({ level, name }) => {
			const criteria = indicator.levels[level];
			return {
				level,
				name: t(name),
				criteria: criteria ? t(criteria.criteria) : '',
				evidence: criteria ? t(criteria.evidence) : ''
			};
		}),
		actions: Object.entries(indicator.actions).map(([from, action]) => ({
			from: Number(from),
			title: t(action.title),
			lead: party(action.lead),
			support: action.support.map(party),
			effort: action.effort,
			weeks: action.weeks,
			after: action.after,
			output: t(action.output)
		}))
	});
	return {
		code: instrument.code,
		version: instrument.version,
		unit: instrument.unit,
		name: t(instrument.name),
		description: instrument.description && t(instrument.description),
		levels: instrument.levels.map(({ level, name, meaning }) => ({ level, name: t(name), meaning: t(meaning) })),
		predicates: instrument.predicates.map(({ code, name, from }) => ({ code, name: t(name), from })),
		classes: instrument.classes.map(({ code, name, meaning, minIndex, minGate }) => ({
			code,
			name: t(name),
			meaning: t(meaning),
			minIndex,
			minGate
		})),
		domains: instrument.domains.map((domain) => ({
			code: domain.code,
			name: t(domain.name),
			description: domain.description && t(domain.description),
			percent: percentOf('domain', domain.code),
			/** A domain without aspects is one group without a name. */
			groups: domain.aspects
				? domain.aspects.map((aspect) => ({
						code: aspect.code,
						name: t(aspect.name),
						percent: percentOf('aspect', aspect.code),
						indicators: aspect.indicators.map(toIndicator)
					}))
				: [{ code: '', name: '', percent: 0, indicators: domain.indicators.map(toIndicator) }]
		}))
	};
}

export type InstrumentDocument = ReturnType<typeof toDocument>;
