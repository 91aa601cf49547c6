import type { Plan } from '#lib/domain/planning/types.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { className } from '../shared/class-name.ts';
import { planSize, stepRow } from '../shared/plan-rows.ts';
import { type Comparison, regionFindings } from '../shared/region-findings.ts';
import type { ProvinceReport, ReportResult } from '../types.ts';

const FIRST_STEPS = 4;

/** Writes a page for every region in order of its code, the province's own government among them: findings, domains,
 *  first steps.
 *  @param highest level of the instrument, the whole of a bar */
export function regionPages(report: ProvinceReport, compared: Comparison, highest: number, locale: Locale) {
	const inOrder = [...report.results].sort((a, b) => (a.region.code < b.region.code ? -1 : 1));
	return inOrder.map((result) => {
		const explanation = explain(report.instrument, result.answers);
		const plan = report.plans[result.region.code];
		const whole = explanation.parents[0]!;
		return {
			findings: regionFindings(
				report,
				{ result, compared, explanation, place: `regions.${result.region.code}` },
				locale
			),
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

/** Note on the number of steps of the plan of which the first ones follow. */
function stepsNote(report: ProvinceReport, plan: Plan | null, locale: Locale): string {
	if (!plan) return say(locale).report_plan_none({});
	const target = className(report, plan.targetClass, locale);
	if (plan.reached) return say(locale).report_plan_reached({ target });
	if (plan.steps.length === 0) return say(locale).report_plan_no_steps({ target });
	return plan.steps.length > FIRST_STEPS
		? say(locale).report_steps_of(planSize(plan, locale))
		: say(locale).report_steps_all(planSize(plan, locale));
}

function levelText({ answers }: ReportResult, code: string, locale: Locale): string {
	const answer = answers[code];
	if (answer === 'na') return say(locale).report_na_short({});
	return answer === null || answer === undefined ? '–' : String(answer);
}
