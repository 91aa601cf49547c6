import type { Domain } from '#lib/domain/instrument/types.ts';
import { formatWeight } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { ProvinceReport } from '../types.ts';

/** Lists the indicators of a domain with the criteria of every level. */
export function instrumentPart({ instrument }: ProvinceReport, domain: Domain, locale: Locale) {
	const total = instrument.domains.reduce((sum, { weight }) => sum + weight, 0);
	const parents = domain.aspects ?? [{ indicators: domain.indicators }];
	return {
		code: domain.code,
		name: domain.name[locale],
		weight: formatWeight(domain.weight / total, locale),
		description: domain.description?.[locale] ?? null,
		indicators: parents.flatMap(({ indicators }) => {
			const all = indicators.reduce((sum, { weight }) => sum + weight, 0);
			return indicators.map((indicator) => ({
				code: indicator.code,
				name: indicator.name[locale],
				gate: indicator.gate,
				weight: formatWeight(indicator.weight / all, locale),
				reference: indicator.reference,
				levels: instrument.levels.map(({ level }) => ({
					level: String(level),
					criteria: indicator.levels[level]?.criteria[locale] ?? '–'
				}))
			}));
		})
	};
}
