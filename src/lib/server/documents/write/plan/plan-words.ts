import { shortName } from '#lib/domain/geography/region-name.ts';
import { say } from '#lib/words/say.ts';
import { formatDecimal } from '#lib/words/format-count.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { joinNames } from '#lib/words/join-names.ts';
import type { PlanReport } from '../types.ts';

/** Words for an effort: `12 orang-hari`, `1 person-day`. */
export function work(effort: number, locale: Locale): string {
	return say(locale).plandoc_work({ count: effort, effort: formatDecimal(effort, locale) });
}

/** Full name of a party as the instrument has it; its code where it has none. */
export function fullName({ instrument }: Pick<PlanReport, 'instrument'>, party: string, locale: Locale): string {
	return instrument.parties[party]?.[locale] ?? party;
}

/** Name of the region or regions that the plan is for, as on the cover. */
export function subjectOf({ region, results }: PlanReport, locale: Locale): string {
	if (region !== null) return results.find((result) => result.region.code === region)?.region.name ?? region;
	const province = results.find((result) => result.region.type === 'province');
	return province
		? say(locale).plandoc_subject_all({ province: shortName(province.region).replace(/^Prov\. /, '') })
		: say(locale).report_all_regions({});
}

/** Names the items with the largest value, in a sentence that also fits several equals.
 *  @returns null where no item has any */
export function largest<T>(
	items: readonly T[],
	valueOf: (item: T) => number,
	nameOf: (item: T) => string,
	locale: Locale
): { names: string; count: number; value: number } | null {
	const value = Math.max(0, ...items.map(valueOf));
	if (value === 0) return null;
	const first = items.filter((item) => valueOf(item) === value);
	return { names: joinNames(first.map(nameOf), locale), count: first.length, value };
}
