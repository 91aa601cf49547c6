import { stringify } from 'yaml';
import type { Indicator, Instrument } from '#lib/domain/instrument/types.ts';

/** A stored version as one file in the format that is imported: reading it gives the same instrument again. */
export function toYaml(instrument: Instrument): string {
	const { description, domains, ...header } = instrument;
	const content = {
		...header,
		...(description && { description }),
		domains: domains.map(({ description, aspects, indicators, ...domain }) => ({
			...domain,
			...(description && { description }),
			...(aspects
				? { aspects: aspects.map((aspect) => ({ ...aspect, indicators: aspect.indicators.map(toEntry) })) }
				: { indicators: indicators.map(toEntry) })
		}))
	};
	return stringify(content, { lineWidth: 120, aliasDuplicateObjects: false });
}

/** Indicator without its empty fields, as in a file written by hand. */
function toEntry({ question, reference, actions, ...indicator }: Indicator) {
	return {
		...indicator,
		...(question && { question }),
		...(reference && { reference }),
		...(Object.keys(actions).length > 0 && { actions })
	};
}
