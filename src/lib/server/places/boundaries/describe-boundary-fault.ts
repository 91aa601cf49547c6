import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { exampleCode, ownProvince } from '#lib/words/province.ts';
import type { BoundaryFault } from './install-boundaries.ts';

/** A fault of a file of boundaries as a sentence that says what to do. */
export function describeBoundaryFault(fault: BoundaryFault, locale: Locale): string {
	const sentence = m[`error_geo_${fault.code}`] as (params: object, options: { locale: Locale }) => string;
	if (!('params' in fault)) return sentence({}, { locale });
	const { name, total } = ownProvince();
	return sentence({ ...fault.params, example: exampleCode(), province: name[locale], total }, { locale });
}
