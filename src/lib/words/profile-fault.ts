import type { Locale } from '#lib/domain/locale.ts';
import { MOST_REGIONS } from '#lib/domain/province/profile-schema.ts';
import type { ProfileFault } from '#lib/domain/province/profile-fault.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Describes a fault of a profile in one line: its place and its remedy. */
export function describeProfileFault(fault: ProfileFault, locale: Locale = getLocale()): string {
	const o = { locale };
	const sentence = m[`province_fault_${fault.code}`] as (params: object, options: typeof o) => string;
	const told = sentence({ value: '', bound: '', most: MOST_REGIONS, groups: '', detail: '', ...fault.params }, o);
	return fault.field === ''
		? m.province_fault_at_line({ line: fault.line, sentence: told }, o)
		: m.province_fault_at_field({ line: fault.line, field: fault.field, sentence: told }, o);
}
