import { joinNames } from '#lib/domain/analysis/join-names.ts';
import { changeSince } from '#lib/domain/analysis/change.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import { domainMeans, groupMeans, weakestIndicators } from '#lib/domain/analysis/group-means.ts';
import type { Domain, Indicator } from '#lib/domain/instrument/types.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { formatDifference, formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { indicatorsByCode } from './assessed-findings.ts';
import { className, classTone, documentFrame, predicateName } from './document-frame.ts';
import { domainFinding } from './domain-finding.ts';
import { evidenceTable } from './evidence-list.ts';
import { formatChange, formatCount, formatDate, formatShare } from './number-format.ts';
import { caption, passage, writeOut } from './passages.ts';
import { consolidatedPlan, planSize, stepRow } from './plan-rows.ts';
import { type Comparison, comparison, regionFindings } from './region-findings.ts';
import {
	areaMap,
	bakorwilBars,
	classDistribution,
	classLegend,
	classMap,
	meanRadar,
	rankingBars,
	tilesOf
} from './report-charts.ts';
import type { ProvinceReport, ReportLocale, ReportResult } from './types.ts';

const WEAKEST = 10;
const FIRST_STEPS = 4;
/** The mean of doubles may lie a little below an index that equals it. */
const ROUNDING = 1e-9;
/** With the same index in front more regions than these are counted, not named. */
const NAMED_LEADERS = 3;

/** Everything that `province.typ` prints, as plain data in one language: numbers as text, charts as SVG, what editors wrote
 *  in its place. Means, ranking and distribution are of the kabupaten and kota; the province's own government stands beside
 *  them. */
export function provinceDocument(report: ProvinceReport, locale: ReportLocale) {
	return writeOut(provinceDraft(report, locale), report.texts);
}

/** The same as it is written from the data, with its passages still to be told apart. */
export function provinceDraft(report: ProvinceReport, locale: ReportLocale) {
	const { instrument } = report;
	const own = report.results.find(({ region }) => region.type === 'province') ?? null;
	const compared = comparison(report);
	const highest = Math.max(...instrument.levels.map(({ level }) => level));
	const assessed = compared.index.n > 0;
	const groups = consolidatedPlan(report, localPlans(report), locale);
	const ranking = caption('ranking.finding', rankingFinding(compared, locale));
	const robustness = robustnessSentence(report, locale);
	return {
		...documentFrame(report, locale, own?.region.name ?? m.report_all_regions({}, { locale }), null),
		'top-level': highest,
		empty: assessed ? null : m.report_nothing_assessed_province({}, { locale }),
		summary: summary(report, own, compared, locale),
		tiles: tilesOf(report, null, locale),
		map: classMap(report, null, locale),
		areas: areaMap(report, null, locale),
		legend: classLegend(report, locale),
		ranking: {
			finding: ranking,
			robustness: robustness === null ? null : passage('ranking.robustness', robustness),
			chart: assessed ? rankingBars(report, compared, ranking, locale) : null,
			rows: rankingRows(report, compared, locale)
		},
		distribution: distributionChapter(report, compared, locale),
		domains: domainChapter(report, compared, highest, locale),
		heat: heatRows(report, compared, highest, locale),
		weakest: {
			lead: passage('weakest.lead', m.report_weakest_lead({}, { locale })),
			rows: weakestRows(report, locale)
		},
		plan: {
			paragraphs: [passage('plan.lead', consolidatedIntro(report, locale))],
			groups
		},
		pages: regionPages(report, compared, highest, locale),
		evidence: evidenceTable(report, locale),
		instrument: instrument.domains.map((domain) => instrumentPart(report, domain, locale))
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

function summary(report: ProvinceReport, own: ReportResult | null, compared: Comparison, locale: ReportLocale) {
	const o = { locale };
	const spread = distribution(report.instrument, report.results);
	const local = report.results.filter(({ region }) => region.type !== 'province');
	const changes = local.flatMap(({ region, score, answers }) => {
		const before = report.previous?.scores[region.code];
		if (!before) return [];
		const { index } = changeSince({ score: before, answers: {} }, { score, answers });
		return index === null ? [] : [index];
	});
	const change = changes.length > 0 ? changes.reduce((sum, value) => sum + value, 0) / changes.length : null;
	const best = compared.ranking.filter(({ rank }) => rank !== null);
	const name = ({ result }: (typeof best)[number]) => ({
		name: result.region.name,
		index: formatIndex(result.score.index, locale)
	});
	return {
		index: formatIndex(compared.index.mean, locale),
		label: meanLabel(compared.index.n, local.length, locale),
		paragraphs: [
			passage(
				'summary.period',
				m.report_province_period(
					{ start: formatDate(report.round.startsOn, locale), end: formatDate(report.round.endsOn, locale) },
					o
				)
			),
			...(own ? [passage('summary.own', ownSentence(report, own, locale))] : [])
		],
		facts: [
			{
				label: m.report_fact_assessed({}, o),
				value: `${spread.total - spread.notAssessed} / ${spread.total}`,
				note: provisionalNote(spread, locale)
			},
			{
				label: m.report_fact_change_mean({}, o),
				value: formatChange(change, locale),
				note: changeNote(report, changes.length, locale)
			},
			{
				label: m.report_fact_range({}, o),
				value:
					compared.index.mean === null
						? '–'
						: `${formatIndex(compared.index.min, locale)} – ${formatIndex(compared.index.max, locale)}`,
				note: null
			}
		],
		classes: [
			...spread.classes.map(({ code, count }) => ({
				name: className(report, code, locale),
				tone: classTone(report, code),
				count: String(count)
			})),
			{ name: m.report_not_assessed({}, o), tone: null, count: String(spread.notAssessed) }
		],
		strongest: extremeIndicators(report, compared, 1, locale),
		weakest: extremeIndicators(report, compared, -1, locale),
		best: best.slice(0, 3).map(name),
		// from the other end, without naming a region on both sides
		last: best.slice(3).slice(-3).reverse().map(name)
	};
}

function meanLabel(count: number, total: number, locale: ReportLocale): string {
	if (count === 0) return m.report_mean_of_none({ total }, { locale });
	return count === total
		? m.report_mean_of_all({ total }, { locale })
		: m.report_mean_of_regions({ count, total }, { locale });
}

/** The province's own result; its predicate and class only where it has them. */
function ownSentence(report: ProvinceReport, { region, score }: ReportResult, locale: ReportLocale): string {
	const o = { locale };
	if (score.index === null) return m.report_province_own_none({}, o);
	const shown = formatIndex(score.index, locale);
	const index = score.provisional ? m.report_index_provisional({ index: shown }, o) : shown;
	if (score.readinessClass === null || score.predicate === null) {
		return m.report_province_own_no_class({ name: region.name, index, half: formatShare(0.5, locale) }, o);
	}
	return m.report_province_own(
		{
			name: region.name,
			index,
			predicate: predicateName(report, score.predicate, locale),
			class: className(report, score.readinessClass, locale)
		},
		o
	);
}

function provisionalNote(
	{ total, notAssessed, provisional: count }: ReturnType<typeof distribution>,
	locale: ReportLocale
): string | null {
	const assessed = total - notAssessed;
	if (assessed === 0) return null;
	if (count === 0) return m.report_fact_provisional_none({}, { locale });
	return count === assessed && count > 1
		? m.report_fact_provisional_all({}, { locale })
		: m.report_fact_provisional({ count }, { locale });
}

function changeNote({ previous }: ProvinceReport, count: number, locale: ReportLocale): string {
	const o = { locale };
	if (!previous) return m.report_fact_no_previous({}, o);
	if (count === 0) return m.report_fact_change_none({}, o);
	return m.report_fact_change_of({ round: previous.name, regions: m.report_n_regions({ count }, o) }, o);
}

/** The three indicators with the highest (1) or lowest (−1) mean. */
function extremeIndicators(report: ProvinceReport, { indicators }: Comparison, end: 1 | -1, locale: ReportLocale) {
	const byCode = indicatorsByCode(report);
	return [...indicators]
		.flatMap(([code, mean]) => (mean === null ? [] : [{ code, mean }]))
		.sort((a, b) => end * (b.mean - a.mean))
		.slice(0, 3)
		.map(({ code, mean }) => ({
			name: `${code} ${byCode.get(code)!.name[locale]}`,
			index: formatIndex(mean, locale)
		}));
}

function rankingFinding({ ranking, index }: Comparison, locale: ReportLocale): string {
	const o = { locale };
	const leaders = ranking.filter(({ rank }) => rank === 1).map(({ result }) => result);
	const [first] = leaders;
	if (!first) return m.report_nothing_assessed_province({}, o);
	const shown = formatIndex(first.score.index, locale);
	if (index.n === 1) return m.report_ranking_only({ name: first.region.name, index: shown }, o);
	if (leaders.length === index.n) return m.report_ranking_equal({ index: shown }, o);
	const names =
		leaders.length > NAMED_LEADERS
			? m.report_ranking_many({ count: leaders.length }, o)
			: joinNames(
					leaders.map(({ region }) => region.name),
					locale
				);
	return m.report_ranking_finding(
		{
			names,
			leaders: leaders.length,
			index: leaders.some(({ score }) => score.provisional) ? m.report_index_provisional({ index: shown }, o) : shown,
			above: ranking.filter(({ result }) => (result.score.index ?? 0) > index.mean! + ROUNDING).length,
			count: index.n,
			mean: formatIndex(index.mean, locale)
		},
		o
	);
}

/** What stands of the ranking when its assumptions are varied; null where that is not known. */
function robustnessSentence({ robustness, results }: ProvinceReport, locale: ReportLocale): string | null {
	const count = Object.keys(robustness?.regions ?? {}).length;
	if (!robustness || count < 2) return null; // one alone has no order
	const o = { locale };
	const nameOf = (code: string) => results.find(({ region }) => region.code === code)?.region.name ?? '';
	const { groups } = robustness;
	const runs = formatCount(robustness.runs, locale);
	if (groups.length === 1) return m.report_robustness_one_group({ runs, count }, o);
	const front = groups[0]!;
	const size = Math.max(...groups.map((group) => group.length));
	if (size === 1) return m.report_robustness_all_apart({ runs, count }, o);
	return [
		m.report_robustness_groups({ runs, count, groups: groups.length }, o),
		front.length === 1
			? m.report_robustness_alone({ first: nameOf(front[0]!) }, o)
			: m.report_robustness_front({ first: front.length }, o),
		...(size > front.length ? [m.report_robustness_largest({ size }, o)] : [])
	].join(' ');
}

function rankingRows(report: ProvinceReport, { ranking }: Comparison, locale: ReportLocale) {
	return ranking.map(({ rank, result: { region, score } }) => {
		const before = report.previous?.scores[region.code]?.index ?? null;
		return {
			rank: rank === null ? '–' : String(rank),
			name: region.name,
			value: score.index,
			index: formatIndex(score.index, locale) + (score.provisional && score.index !== null ? '*' : ''),
			predicate: predicateName(report, score.predicate, locale),
			class: className(report, score.readinessClass, locale),
			tone: classTone(report, score.readinessClass),
			...bandCells(report, region.code, locale),
			change: formatDifference(score.index, before, locale)
		};
	});
}

function bandCells({ robustness }: ProvinceReport, code: string, locale: ReportLocale) {
	const found = robustness?.regions[code];
	if (!robustness || !found) return { median: '–', band: '–', group: '–' };
	return {
		median: formatCount(found.medianRank, locale),
		band: `${found.rankBand[0]}–${found.rankBand[1]}`,
		group: String(robustness.groups.findIndex((group) => group.includes(code)) + 1)
	};
}

function distributionChapter(report: ProvinceReport, compared: Comparison, locale: ReportLocale) {
	const o = { locale };
	const spread = distribution(report.instrument, report.results);
	const share = (count: number) => formatShare(spread.total === 0 ? 0 : count / spread.total, locale);
	const typeNames: Record<string, string> = {
		kabupaten: m.report_col_kabupaten({}, o),
		kota: m.report_col_kota({}, o)
	};
	const group = (name: string, item: ReturnType<typeof groupMeans>[number]) => ({
		name,
		count: `${item.n} / ${item.total}`,
		mean: formatIndex(item.mean, locale),
		min: formatIndex(item.min, locale),
		max: formatIndex(item.max, locale)
	});
	return {
		predicates: [
			...spread.predicates.map(({ code, count }) => ({
				name: predicateName(report, code, locale),
				count: String(count),
				share: share(count),
				bar: spread.total === 0 ? 0 : count / spread.total
			})),
			{
				name: m.report_not_assessed({}, o),
				count: String(spread.notAssessed),
				share: share(spread.notAssessed),
				bar: spread.total === 0 ? 0 : spread.notAssessed / spread.total
			}
		],
		classes: classDistribution(report, locale),
		'bakorwil-chart': bakorwilBars(report, locale),
		bakorwil: groupMeans(report.results, 'bakorwil').map((item) =>
			group(item.group ?? m.report_no_bakorwil({}, o), item)
		),
		types: compared.types.map((item) => group(typeNames[item.group ?? ''] ?? '–', item))
	};
}

function domainChapter(report: ProvinceReport, compared: Comparison, highest: number, locale: ReportLocale) {
	const all = domainMeans(report.instrument, report.results);
	const ofType = (type: string) =>
		domainMeans(
			report.instrument,
			report.results.filter(({ region }) => region.type === type)
		);
	const [kabupaten, kota] = [ofType('kabupaten'), ofType('kota')];
	return {
		finding: caption(
			'domains.finding',
			domainFinding(
				report.instrument.domains.map((domain, position) => ({
					code: domain.code,
					name: domain.name[locale],
					value: all[position]!.mean
				})),
				locale
			)
		),
		radar: compared.index.n > 0 ? meanRadar(report, kabupaten, kota, locale) : null,
		rows: report.instrument.domains.map((domain, position) => {
			const { mean, min, max } = all[position]!;
			return {
				code: domain.code,
				name: domain.name[locale],
				share: mean === null ? null : mean / highest,
				mean: formatIndex(mean, locale),
				min: formatIndex(min, locale),
				max: formatIndex(max, locale),
				kabupaten: formatIndex(kabupaten[position]!.mean, locale),
				kota: formatIndex(kota[position]!.mean, locale)
			};
		})
	};
}

/** Region × domain; `share` of the range of levels gives the shade. The province stands last. */
function heatRows(report: ProvinceReport, { ranking }: Comparison, highest: number, locale: ReportLocale) {
	const lowest = Math.min(...report.instrument.levels.map(({ level }) => level));
	const cell = (value: number | null | undefined) => ({
		text: formatIndex(value ?? null, locale),
		share: typeof value === 'number' && highest > lowest ? (value - lowest) / (highest - lowest) : null
	});
	const own = report.results.filter(({ region }) => region.type === 'province');
	return {
		head: report.instrument.domains.map(({ code }) => code),
		key: report.instrument.domains.map((domain) => `${domain.code} ${domain.name[locale]}`).join('; '),
		rows: [...ranking.map(({ result }) => result), ...own].map(({ region, score }) => ({
			name: region.name,
			cells: [cell(score.index), ...report.instrument.domains.map(({ code }) => cell(score.domains[code]))]
		}))
	};
}

function weakestRows(report: ProvinceReport, locale: ReportLocale) {
	const byCode = indicatorsByCode(report);
	const local = report.results.filter(({ region }) => region.type !== 'province');
	return weakestIndicators(report.instrument, report.results, WEAKEST).map(({ code, mean, n }) => {
		const indicator = byCode.get(code)!;
		const low = local.filter(({ answers }) => typeof answers[code] === 'number' && answers[code] <= 2).length;
		return {
			code,
			name: indicator.name[locale],
			gate: indicator.gate,
			mean: formatIndex(mean, locale),
			low: `${low} / ${n}`,
			next: missedCriteria(
				indicator,
				local.map(({ answers }) => answers[code]),
				locale
			)
		};
	});
}

/** Criteria of the lowest level that more than half of those with a level have not reached. */
function missedCriteria(indicator: Indicator, answers: readonly unknown[], locale: ReportLocale): string {
	const reached = answers.filter((answer): answer is number => typeof answer === 'number');
	const next = Object.keys(indicator.levels)
		.map(Number)
		.sort((a, b) => a - b)
		.find((level) => reached.filter((one) => one < level).length > reached.length / 2);
	return next === undefined ? '–' : `${next}: ${indicator.levels[next]!.criteria[locale]}`;
}

function regionPages(report: ProvinceReport, compared: Comparison, highest: number, locale: ReportLocale) {
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

function instrumentPart({ instrument }: ProvinceReport, domain: Domain, locale: ReportLocale) {
	const total = instrument.domains.reduce((sum, { weight }) => sum + weight, 0);
	const parents = domain.aspects ?? [{ indicators: domain.indicators }];
	return {
		code: domain.code,
		name: domain.name[locale],
		weight: formatShare(domain.weight / total, locale),
		description: domain.description?.[locale] ?? null,
		indicators: parents.flatMap(({ indicators }) => {
			const all = indicators.reduce((sum, { weight }) => sum + weight, 0);
			return indicators.map((indicator) => ({
				code: indicator.code,
				name: indicator.name[locale],
				gate: indicator.gate,
				weight: formatShare(indicator.weight / all, locale),
				reference: indicator.reference,
				levels: instrument.levels.map(({ level }) => ({
					level: String(level),
					criteria: indicator.levels[level]?.criteria[locale] ?? '–'
				}))
			}));
		})
	};
}
