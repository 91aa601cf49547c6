import { m } from '#lib/paraglide/messages.js';
import { passage } from '../shared/passages.ts';
import { consolidatedPlan } from '../shared/plan-rows.ts';
import type { ProvinceReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** The steps of all kabupaten and kota, the same step counted together. */
export function consolidatedChapter(report: ProvinceReport, locale: ReportLocale) {
	return {
		paragraphs: [passage('plan.lead', consolidatedIntro(report, locale))],
		groups: consolidatedPlan(report, localPlans(report), locale)
	};
}

/** Plans of the kabupaten and kota: the province's own steps are not coached by itself. */
function localPlans({ plans, results }: ProvinceReport) {
	return Object.fromEntries(
		results.flatMap(({ region }) => {
			const plan = plans[region.code];
			return plan && region.type !== 'province' ? [[region.code, plan]] : [];
		})
	);
}

/** Whose steps are counted together: only plans that hold some. */
function consolidatedIntro(report: ProvinceReport, locale: ReportLocale): string {
	const o = { locale };
	const plans = Object.entries(localPlans(report));
	const [first, ...others] = plans.filter(([, { steps }]) => steps.length > 0);
	if (first && others.length > 0) return m.report_consolidated_intro({ count: others.length + 1 }, o);
	if (first) {
		const { region } = report.results.find((result) => result.region.code === first[0])!;
		return m.report_consolidated_one({ name: region.name }, o);
	}
	return plans.length > 0 && plans.every(([, { reached }]) => reached)
		? m.report_consolidated_reached({}, o)
		: m.report_consolidated_none({}, o);
}
