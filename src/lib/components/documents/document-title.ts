import type { ReportJobKind } from '#lib/domain/document/kinds.ts';
import { m } from '#lib/paraglide/messages.js';

const reportOf = (name: string) => m.verify_region_report({ name });

/** Titles of each kind, with a name and without one. */
const TITLES: Record<ReportJobKind, { of: (name: string) => string; whole: () => string }> = {
	region: { of: reportOf, whole: m.region_report_province },
	agency: { of: reportOf, whole: m.region_report_province },
	province: { of: reportOf, whole: m.region_report_province },
	minutes: { of: (date) => m.documents_minutes_of({ date }), whole: m.minutes_title },
	plan: { of: (name) => m.documents_plan_of({ name }), whole: m.documents_plan_all },
	regions: { of: reportOf, whole: m.documents_folder }
};

/** Title of a document in the language of the page.
 *  @param name of its region or agency, or the day of a session; null = the whole province, or nothing known */
export function documentTitle(kind: ReportJobKind, name: string | null): string {
	return name === null ? TITLES[kind].whole() : TITLES[kind].of(name);
}
