import type { Domain } from '#lib/domain/instrument/types.ts';
import { effectiveWeights } from '#lib/domain/scoring/effective-weights.ts';
import { formatWeight } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { ProvinceReport } from '../types.ts';

/** Lists the indicators of a domain with the criteria of every level. The weights are those within what is above: of the
 *  domains in the index, of the indicators in their domain or aspect. */
export function instrumentPart({ instrument }: ProvinceReport, domain: Domain, locale: Locale) {
	const weights = effectiveWeights(instrument);
	const weightOf = (kind: 'domain' | 'indicator', code: string) =>
		formatWeight(weights.find((weight) => weight.kind === kind && weight.code === code)!.shareInPercent / 100, locale);
	return {
		code: domain.code,
		name: domain.name[locale],
		weight: weightOf('domain', domain.code),
		description: domain.description?.[locale] ?? null,
		indicators: domain.indicators.map((indicator) => ({
			code: indicator.code,
			name: indicator.name[locale],
			gate: indicator.gate,
			weight: weightOf('indicator', indicator.code),
			reference: indicator.reference,
			levels: instrument.levels.map(({ level }) => ({
				level: String(level),
				criteria: indicator.levels[level]?.criteria[locale] ?? '–'
			}))
		}))
	};
}
