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

/** Names the uses of a region in words.
 *  @param tables names of the database tables that refer to it */
export function namesOfUses(tables: readonly string[], locale: Locale = getLocale()): string {
	const names = tables.map((table) => (NAMES[table] ?? m.province_use_other)({}, { locale }));
	return [...new Set(names)].join(', ');
}
