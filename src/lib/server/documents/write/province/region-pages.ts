import type { Plan } from '#lib/domain/planning/types.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { className } from '../shared/class-name.ts';
import { planSize, stepRow } from '../shared/plan-rows.ts';
import { type Comparison, regionFindings } from '../shared/region-findings.ts';
import type { ProvinceReport, ReportResult } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

const FIRST_STEPS = 4;

/** A page for every region in order of its code, the province's own government among them: what is said of it, its domains, its
 *  first steps.
 *  @param highest level of the instrument, the whole of a bar */
export function regionPages(report: ProvinceReport, compared: Comparison, highest: number, locale: ReportLocale) {
	const inOrder = [...report.results].sort((a, b) => (a.region.code < b.region.code ? -1 : 1));
	return inOrder.map((result) => {
		const explanation = explain(report.instrument, result.answers);
		const plan = report.plans[result.region.code];
		const whole = explanation.parents[0]!;
		return {
			findings: regionFindings(report, result, compared, locale, explanation, `regions.${result.region.code}`),
			domains: report.instrument.domains.map((domain, position) => {
				const value = whole.children[position]!.value;
				const mean = compared.domains.get(domain.code) ?? null;
				return {
					code: domain.code,
					name: domain.name[locale],
					index: formatIndex(value, locale),
					share: value === null ? null : value / highest,
					tick: mean === null ? null : mean / highest,
					mean: formatIndex(mean, locale),
					levels: domain.indicators.map(({ code, gate }) => ({ code, gate, level: levelText(result, code, locale) }))
				};
			}),
			steps: (plan?.steps ?? []).slice(0, FIRST_STEPS).map((step) => stepRow(report, step, locale)),
			'steps-note': stepsNote(report, plan ?? null, locale)
		};
	});
}

/** How many steps the plan has of which the first ones follow. */
function stepsNote(report: ProvinceReport, plan: Plan | null, locale: ReportLocale): string {
	const o = { locale };
	if (!plan) return m.report_plan_none({}, o);
	const target = className(report, plan.targetClass, locale);
	if (plan.reached) return m.report_plan_reached({ target }, o);
	if (plan.steps.length === 0) return m.report_plan_no_steps({ target }, o);
	return plan.steps.length > FIRST_STEPS
		? m.report_steps_of(planSize(plan, locale), o)
		: m.report_steps_all(planSize(plan, locale), o);
}

function levelText({ answers }: ReportResult, code: string, locale: ReportLocale): string {
	const answer = answers[code];
	if (answer === 'na') return m.report_na_short({}, { locale });
	return answer === null || answer === undefined ? '–' : String(answer);
}
