import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { BoundaryFault } from './install-boundaries.ts';

/** A fault of a file of boundaries as a sentence that says what to do. */
export function describeBoundaryFault(fault: BoundaryFault, locale: Locale): string {
	const sentence = m[`error_geo_${fault.code}`] as (params: object, options: { locale: Locale }) => string;
	return sentence('params' in fault ? fault.params : {}, { locale });
}
