import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const NAMES: Readonly<Record<string, typeof m.province_use_other>> = {
	assessments: m.province_use_assessments,
	users: m.province_use_users,
	agencies: m.province_use_agencies,
	assignments: m.province_use_assignments,
	visits: m.province_use_visits
};

/** What a region is used by, in words.
 *  @param tables that lead to it */
export function namesOfUses(tables: readonly string[], locale: Locale = getLocale()): string {
	const names = tables.map((table) => (NAMES[table] ?? m.province_use_other)({}, { locale }));
	return [...new Set(names)].join(', ');
}
