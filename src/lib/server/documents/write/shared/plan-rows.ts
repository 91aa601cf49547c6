import { joinNames } from '#lib/words/join-names.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatDecimal } from '#lib/words/format-count.ts';
import { formatDate, formatDay } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Plan, PlanStep } from '#lib/domain/planning/types.ts';
import { say } from '#lib/words/say.ts';
import { partyName } from './party-name.ts';
import { className } from './class-name.ts';
import { type Passage, passage } from './passages.ts';
import { timeSense } from './time-sense.ts';
import type { ReportBasis } from '../types.ts';

/** Number of steps that an agency's summary names. */
const FIRST_STEPS = 4;

/** Writes a region's plan as the report prints it: its target, then the steps in time and those after the deadline. */
export function planChapter(basis: ReportBasis, plan: Plan | null, locale: Locale) {
	if (!plan)
		return { paragraphs: [passage('plan.lead', say(locale).report_plan_none({}))], facts: [], groups: [], first: [] };
	const target = className(basis, plan.targetClass, locale);
	if (plan.reached)
		return {
			paragraphs: [passage('plan.lead', say(locale).report_plan_reached({ target }))],
			facts: [],
			groups: [],
			first: []
		};
	const late = plan.steps.filter((step) => step.afterDeadline);
	const deadline = formatDate(basis.round.endsOn, locale);
	const isOver = plan.now.date > basis.round.endsOn; // the plan begins after it
	const standing = ({ index, readinessClass }: Plan['now']) =>
		`${formatIndex(index, locale)} · ${className(basis, readinessClass, locale)}`;
	const rows = (steps: PlanStep[]) => steps.map((step) => stepRow(basis, step, locale));
	const groups = [
		{
			title: say(locale).report_plan_in_time({ date: deadline }),
			rows: rows(plan.steps.filter((step) => !step.afterDeadline))
		},
		{ title: say(locale).report_plan_after({ date: deadline }), rows: rows(late) }
	].filter((group) => group.rows.length > 0);
	return {
		paragraphs: [
			passage(
				'plan.lead',
				plan.steps.length === 0
					? say(locale).report_plan_no_steps({ target })
					: say(locale).report_plan_intro({ target, ...planSize(plan, locale), deadline })
			),
			...(late.length > 0 ? [latePassage(basis, late.length, plan, locale)] : []),
			...(plan.assumed.length > 0
				? [
						passage(
							'plan.assumed',
							say(locale).report_plan_assumed({ count: plan.assumed.length, codes: joinNames(plan.assumed, locale) })
						)
					]
				: []),
			...(plan.reachable ? [] : [passage('plan.unreachable', unreachable(plan, target, locale))])
		],
		facts: [
			{ label: say(locale).report_plan_now({}), value: standing(plan.now) },
			...(isOver
				? []
				: [{ label: say(locale).report_plan_by_deadline({ date: deadline }), value: standing(plan.byDeadline) }]),
			{
				label: say(locale).report_plan_at_end({ date: formatDate(plan.atEnd.date, locale) }),
				value: standing(plan.atEnd)
			}
		],
		groups,
		first: groups.flatMap((group) => group.rows).slice(0, FIRST_STEPS)
	};
}

/** Gives number of steps and effort of a plan, as parts of a sentence. */
export function planSize(plan: Plan, locale: Locale): { steps: string; effort: string } {
	return {
		steps: say(locale).report_n_steps({ count: plan.steps.length }),
		effort: say(locale).report_n_person_days({
			count: plan.effort,
			shown: formatDecimal(plan.effort, locale)
		})
	};
}

function latePassage({ round }: ReportBasis, count: number, { steps, atEnd, now }: Plan, locale: Locale): Passage {
	const end = formatDate(atEnd.date, locale);
	const all = count === steps.length;
	const some = all ? say(locale).report_plan_late_all({ end }) : say(locale).report_plan_late({ count, end });
	return passage(
		'plan.late',
		count === 1 ? say(locale).report_plan_late_one({ end }) : some,
		timeSense(all ? 'all' : 'some', round.endsOn, now.date, steps)
	);
}

function unreachable({ blocked }: Plan, target: string, locale: Locale): string {
	const short = say(locale).report_plan_unreachable({ target });
	if (blocked.length === 0) return short;
	const gates = blocked.map((gate) => {
		const [code = '', level = ''] = gate.split('@');
		return say(locale).report_gate_at({ code, level });
	});
	const named = { count: gates.length, gates: joinNames(gates, locale) };
	return `${short} ${say(locale).report_plan_blocked(named)}`;
}

/** Writes one step as a row of a table. */
export function stepRow({ instrument }: ReportBasis, step: PlanStep, locale: Locale) {
	const party = (code: string) => partyName(instrument.parties, code, locale);
	const { first, last } = step.week;
	return {
		code: step.indicator,
		title: step.title[locale],
		from: step.from,
		to: step.to,
		lead: party(step.lead),
		support: step.support.map(party).join(', '),
		effort: formatDecimal(step.effort, locale),
		weeks: first === last ? say(locale).report_week({ week: first }) : say(locale).report_weeks({ first, last }),
		until: say(locale).report_until({ date: formatDay(step.endsOn, locale) }),
		output: step.output[locale]
	};
}

/** Groups the steps of all regions' plans by domain, in the instrument's order; the same step is counted once: many
 *  regions, one coaching programme. */
export function consolidatedPlan(basis: ReportBasis, plans: Record<string, Plan>, locale: Locale) {
	const { instrument } = basis;
	const steps = Object.values(plans).flatMap((plan) => plan.steps);
	const together = Map.groupBy(steps, (step) => `${step.indicator}@${step.from}`);
	return instrument.domains
		.map((domain) => ({
			title: `${domain.code} ${domain.name[locale]}`,
			rows: domain.indicators.flatMap((indicator) =>
				instrument.levels.flatMap(({ level }) => {
					const same = together.get(`${indicator.code}@${level}`);
					if (!same) return [];
					const late = same.filter((step) => step.afterDeadline).length;
					return [
						{
							...stepRow(basis, same[0]!, locale),
							name: indicator.name[locale],
							regions: same.length,
							lateNote: late > 0 ? say(locale).report_late_regions({ count: late }) : null,
							effort: formatDecimal(
								same.reduce((sum, step) => sum + step.effort, 0),
								locale
							)
						}
					];
				})
			)
		}))
		.filter((group) => group.rows.length > 0);
}
