import { consolidate, type SharedStep } from '#lib/domain/planning/consolidate.ts';
import { budgetOf, shownCosts } from '#lib/domain/planning/share-work.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { say } from '#lib/words/say.ts';
import { classTone } from '../shared/class-tone.ts';
import { partyName } from '../shared/party-name.ts';
import { className } from '../shared/class-name.ts';
import { formatCount, formatDecimal } from '#lib/words/format-count.ts';
import { formatDate, formatDay } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatAmount, formatRupiah } from '#lib/words/format-money.ts';
import { joinNames } from '#lib/words/join-names.ts';
import { indicatorsByCode } from '../shared/assessed-findings.ts';
import { caption, passage } from '../shared/passages.ts';
import { dayOfPlan } from '../shared/time-sense.ts';
import type { PlanReport } from '../types.ts';
import { numberOf, numbersBefore, type PlanFacts } from './plan-facts.ts';
import { fullName, largest, work } from './plan-words.ts';

/** Writes one step as a row of a table. */
export function stepCells(report: PlanReport, facts: PlanFacts, step: SharedStep, locale: Locale) {
	const { parties } = report.instrument;
	const { late, regions } = step;
	return {
		number: String(numberOf(facts, step)),
		code: step.indicator,
		name: indicatorsByCode(report).get(step.indicator)!.name[locale],
		levels: `${step.from}\u00a0→\u00a0${step.to}`,
		title: step.title[locale],
		output: step.output[locale],
		lead: partyName(parties, step.lead, locale),
		support: step.support.map((party) => partyName(parties, party, locale)).join(', '),
		effort: formatDecimal(step.effort, locale),
		start: formatDay(step.startsOn, locale),
		from: say(locale).plandoc_from({ date: formatDay(step.startsOn, locale) }),
		end: formatDay(step.endsOn, locale),
		late:
			facts.deadline === null || late === 0
				? null
				: facts.isOfAll
					? say(locale).plandoc_late_regions({ count: late })
					: say(locale).plandoc_late_short({}),
		after: numbersBefore(facts, step).join(', ') || '–',
		regions: facts.isOfAll ? String(regions.length) : null
	};
}

/** Number of steps that a summary has room for. */
const FIRST = { region: 8, all: 5 };

/** Lists the steps to begin with: the first ones of a region, or those that most regions have to take. */
export function firstSteps(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const { steps, isOfAll } = facts;
	const chosen = isOfAll ? steps.toSorted((a, b) => b.regions.length - a.regions.length) : steps;
	const rows = chosen.slice(0, isOfAll ? FIRST.all : FIRST.region);
	if (rows.length === 0) return null;
	return {
		caption: isOfAll ? say(locale).plandoc_first_all({}) : say(locale).plandoc_first({}),
		rows: rows.map((step) => stepCells(report, facts, step, locale))
	};
}

/** Lists all steps in order. */
export function stepsChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const { startsOn, endsOn } = facts.total;
	const said = (start: string, end: string) => say(locale).plandoc_steps_caption({ start, end });
	return {
		caption: caption(
			'steps.finding',
			said(formatDate(startsOn!, locale), formatDate(endsOn!, locale)),
			said('', String(dayOfPlan(report.time.startsOn, endsOn!)))
		),
		rows: facts.steps.map((step) => stepCells(report, facts, step, locale)),
		total: formatDecimal(facts.total.effort, locale)
	};
}

/** Lists the steps that each party leads, with their sums. */
export function leadsChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const { shares, total, steps } = facts;
	const leading = shares.filter(({ leads }) => leads.length > 0);
	const only = shares.filter(({ leads }) => leads.length === 0);
	const first = largest(
		leading,
		({ effort }) => effort,
		({ party }) => partyName(report.instrument.parties, party, locale),
		locale
	)!;
	const figures = { names: first.names, effort: formatDecimal(first.value, locale), total: work(total.effort, locale) };
	return {
		lead: passage('leads.lead', say(locale).plandoc_leads_lead({})),
		caption: caption(
			'leads.finding',
			leading.length === 1
				? say(locale).plandoc_leads_one({ names: first.names })
				: say(locale).plandoc_leads_most({ count: first.count, ...figures })
		),
		rows: leading.map(({ party, leads, tasks, late, effort, startsOn, endsOn }) => ({
			name: fullName(report, party, locale),
			kinds: String(leads.length),
			tasks: facts.isOfAll ? formatCount(tasks, locale) : null,
			effort: formatDecimal(effort, locale),
			start: formatDay(startsOn!, locale),
			end: formatDay(endsOn!, locale),
			late: facts.deadline ? formatCount(late, locale) : '–'
		})),
		total: {
			kinds: String(steps.length),
			tasks: formatCount(total.tasks, locale),
			effort: formatDecimal(total.effort, locale),
			start: formatDay(total.startsOn!, locale),
			end: formatDay(total.endsOn!, locale),
			late: facts.deadline ? formatCount(total.late, locale) : '–'
		},
		only:
			only.length > 0
				? passage(
						'leads.only',
						say(locale).plandoc_leads_only({
							names: joinNames(
								only.map(({ party }) => partyName(report.instrument.parties, party, locale)),
								locale
							)
						})
					)
				: null
	};
}

/** Lists person-days by party and indicator, with their cost where a unit cost was given. Sentences on that cost are
 *  no passages: they are an assumption of the one document's author, and are always called one. */
export function budgetChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const unit = report.options?.unitCost ?? null;
	const byCode = indicatorsByCode(report);
	const inRupiah = (cost: number | null) => (cost === null ? null : formatRupiah(cost, locale));
	const inColumn = (cost: number | null) => (cost === null ? null : formatAmount(cost, locale));
	const whole = budgetOf(facts.steps, [...byCode.keys()], unit);
	const each = inRupiah(unit);
	const sum = inRupiah(whole.cost);
	const parties = facts.shares
		.filter(({ leads }) => leads.length > 0)
		.map((share) => ({ share, budget: budgetOf(share.leads, [...byCode.keys()], unit) }));
	const costs = shownCosts(
		parties.map(({ budget }) => budget.cost),
		whole.cost
	);
	return {
		paragraphs: [
			passage('budget.what', say(locale).plandoc_budget_what({})),
			each
				? say(locale).plandoc_budget_unit({ unit: each })
				: passage('budget.unpriced', say(locale).plandoc_budget_no_unit({})),
			passage('budget.blank', say(locale).plandoc_budget_blank({})),
			...(facts.isOfAll
				? [passage('budget.all', say(locale).plandoc_budget_all({ chapter: say(locale).plandoc_by_region({}) }))]
				: [])
		],
		caption:
			each && sum
				? say(locale).plandoc_budget_caption({ sum, work: work(whole.effort, locale), unit: each })
				: caption('budget.finding', say(locale).plandoc_budget_caption_none({ work: work(whole.effort, locale) })),
		groups: parties.map(({ share: { party, tasks }, budget: { lines, effort } }, at) => {
			const cost = costs[at]!;
			const lineCosts = shownCosts(
				lines.map((line) => line.cost),
				cost
			);
			return {
				name: fullName(report, party, locale),
				tasks: formatCount(tasks, locale),
				effort: formatDecimal(effort, locale),
				cost: inColumn(cost),
				rows: lines.map((line, place) => ({
					code: line.indicator,
					name: byCode.get(line.indicator)!.name[locale],
					tasks: formatCount(line.tasks, locale),
					effort: formatDecimal(line.effort, locale),
					cost: inColumn(lineCosts[place]!)
				}))
			};
		}),
		/** Unit cost; like the costs of the table in rupiah, as its head says. */
		unit: inColumn(unit),
		total: {
			tasks: formatCount(facts.total.tasks, locale),
			effort: formatDecimal(whole.effort, locale),
			cost: inColumn(whole.cost)
		}
	};
}

/** Lists the plan of every region in one line, with its cost where a unit cost was given, and the regions of each
 *  step. */
export function regionsChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const unit = report.options?.unitCost ?? null;
	const first = largest(
		facts.regions,
		({ plan }) => plan?.effort ?? 0,
		({ result }) => shortName(result.region),
		locale
	);
	const whole = budgetOf(facts.steps, [], unit).cost;
	const costs = shownCosts(
		facts.regions.map(
			({ result, plan }) => budgetOf(plan ? consolidate([[result.region.code, plan]]) : [], [], unit).cost
		),
		whole
	);
	const names = new Map(facts.regions.map(({ result }) => [result.region.code, shortName(result.region)]));
	return {
		caption: caption(
			'regions.finding',
			first
				? say(locale).plandoc_regions_caption({
						count: first.count,
						names: first.names,
						work: work(first.value, locale)
					})
				: facts.regions.some(({ plan }) => plan !== null)
					? say(locale).plandoc_regions_caption_none({})
					: say(locale).plandoc_regions_caption_unplanned({})
		),
		rows: facts.regions.map(({ result, plan }, at) => {
			const steps = plan?.steps ?? [];
			const cost = costs[at]!;
			const ends = steps.map(({ endsOn }) => endsOn).sort();
			return {
				name: shortName(result.region),
				tone: plan ? classTone(report, plan.now.readinessClass) : null,
				class: plan ? className(report, plan.now.readinessClass, locale) : say(locale).report_not_assessed({}),
				steps: plan ? String(steps.length) : '–',
				effort: plan ? formatDecimal(plan.effort, locale) : '–',
				cost: cost === null ? null : plan ? formatAmount(cost, locale) : '–',
				end: ends.length > 0 ? formatDay(ends.at(-1)!, locale) : '–',
				late: plan && facts.deadline ? String(steps.filter((step) => step.afterDeadline).length) : '–'
			};
		}),
		total:
			facts.steps.length === 0
				? null
				: {
						steps: formatCount(facts.total.tasks, locale),
						effort: formatDecimal(facts.total.effort, locale),
						cost: whole === null ? null : formatAmount(whole, locale),
						end: formatDay(facts.total.endsOn!, locale),
						late: facts.deadline ? formatCount(facts.total.late, locale) : '–'
					},
		steps: facts.steps.map((step) => ({
			number: String(numberOf(facts, step)),
			code: `${step.indicator} → ${step.to}`,
			count: String(step.regions.length),
			names: step.regions.map((code) => names.get(code)!).join(', ')
		}))
	};
}
