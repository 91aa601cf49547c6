import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '../number-format.ts';
import type { PlanReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

const TAGS = { id: 'id-ID', en: 'en-GB' } as const;

/** `12 orang-hari`, `1 person-day`. */
export function work(effort: number, locale: ReportLocale): string {
	return m.plandoc_work({ count: effort, effort: formatCount(effort, locale) }, { locale });
}

/** Person-days from which a cost is counted: with every digit, so that who multiplies comes to the same. */
export function personDays(effort: number, locale: ReportLocale): string {
	return new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 10 }).format(effort);
}

/** Names as one enumeration: `A, B, dan C`. */
export function enumeration(names: readonly string[], locale: ReportLocale): string {
	return new Intl.ListFormat(TAGS[locale]).format(names);
}

/** Money in rupiah, `Rp 1.250.000`, with cents only where there are some. */
export function rupiah(value: number, locale: ReportLocale): string {
	return `Rp\u00a0${amount(value, locale)}`;
}

/** The same in a column whose head names the currency: `1.250.000`. */
export function amount(value: number, locale: ReportLocale): string {
	const digits = Number.isInteger(value) ? 0 : 2;
	const format = new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits });
	return format.format(value);
}

/** Full name of a party as the instrument has it; its code where it has none. */
export function fullName({ instrument }: Pick<PlanReport, 'instrument'>, party: string, locale: ReportLocale): string {
	return instrument.parties[party]?.[locale] ?? party;
}

/** Whom the plan is for, as the cover says it. */
export function subjectOf({ region, results }: PlanReport, locale: ReportLocale): string {
	if (region !== null) return results.find((result) => result.region.code === region)?.region.name ?? region;
	const province = results.find((result) => result.region.type === 'province');
	return province
		? m.plandoc_subject_all({ province: shortName(province.region).replace(/^Prov\. /, '') }, { locale })
		: m.report_all_regions({}, { locale });
}

/** Who has the largest value, in a sentence that also fits several equals.
 *  @returns null where nobody has any */
export function largest<T>(
	items: readonly T[],
	valueOf: (item: T) => number,
	nameOf: (item: T) => string,
	locale: ReportLocale
): { names: string; count: number; value: number } | null {
	const value = Math.max(0, ...items.map(valueOf));
	if (value === 0) return null;
	const first = items.filter((item) => valueOf(item) === value);
	return { names: enumeration(first.map(nameOf), locale), count: first.length, value };
}
