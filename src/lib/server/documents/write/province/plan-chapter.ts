import { say } from '#lib/words/say.ts';
import { passage } from '../shared/passages.ts';
import { consolidatedPlan } from '../shared/plan-rows.ts';
import type { ProvinceReport } from '../types.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** Lists the steps of all kabupaten and kota, the same step counted together. */
export function consolidatedChapter(report: ProvinceReport, locale: Locale) {
	return {
		paragraphs: [passage('plan.lead', consolidatedIntro(report, locale))],
		groups: consolidatedPlan(report, localPlans(report), locale)
	};
}

/** Plans of the kabupaten and kota: the province does not coach its own steps. */
function localPlans({ plans, results }: ProvinceReport) {
	return Object.fromEntries(
		results.flatMap(({ region }) => {
			const plan = plans[region.code];
			return plan && region.type !== 'province' ? [[region.code, plan]] : [];
		})
	);
}

/** Sentence on the regions whose steps are counted together: only plans that hold some. */
function consolidatedIntro(report: ProvinceReport, locale: Locale): string {
	const plans = Object.entries(localPlans(report));
	const [first, ...others] = plans.filter(([, { steps }]) => steps.length > 0);
	if (first && others.length > 0) return say(locale).report_consolidated_intro({ count: others.length + 1 });
	if (first) {
		const { region } = report.results.find((result) => result.region.code === first[0])!;
		return say(locale).report_consolidated_one({ name: region.name });
	}
	return plans.length > 0 && plans.every(([, { reached }]) => reached)
		? say(locale).report_consolidated_reached({})
		: say(locale).report_consolidated_none({});
}
