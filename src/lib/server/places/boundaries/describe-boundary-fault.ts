import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { BoundaryFault } from './install-boundaries.ts';

/** A fault of a file of boundaries as a sentence that says what to do. */
export function describeBoundaryFault(fault: BoundaryFault, locale: keyof Text): string {
	const sentence = m[`error_geo_${fault.code}`] as (params: object, options: { locale: keyof Text }) => string;
	return sentence('params' in fault ? fault.params : {}, { locale });
}
