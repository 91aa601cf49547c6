import { ganttChart, GANTT_WIDTH, ganttHeight, type GanttRow } from '#lib/charts/gantt-chart.ts';
import { printPaint } from '#lib/charts/paint.ts';
import type { SharedStep } from '#lib/domain/planning/consolidate.ts';
import { say } from '#lib/words/say.ts';
import { partyName } from '../shared/party-name.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatDate, formatMonth } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { caption as captionOf, type Passage } from '../shared/passages.ts';
import { EVERYTHING, PAPERS } from '#lib/domain/document/report-options.ts';
import { timeSense } from '../shared/time-sense.ts';
import type { PlanReport } from '../types.ts';
import { numbersBefore, type PlanFacts, timingRule } from './plan-facts.ts';

/** Margins of a page on its side, in millimetres: the rest is the drawing's. */
const MARGINS = { across: 46, down: 51 };
/** Millimetres of caption and source; on the first page also of the chapter's title and the legend. */
const WORDS = { first: 45, next: 9 };
/** Millimetres that the next chapter needs to begin on the same page: its title and some rows. */
const NEXT_CHAPTER = 72;

/** Fewest rows on the last page: one or two would look forgotten. */
const FEWEST = 3;

/** Draws the plan by week, one part a page; `has-room` = the next chapter can begin below the last part. */
export function scheduleChapter(report: PlanReport, facts: PlanFacts, locale: Locale) {
	const { instrument } = report;
	const rows = facts.steps.map((step, at) => ganttRow(report, facts, { step, number: at + 1 }, locale));
	const { parts, left } = onPages(report, rows);
	return {
		legend: instrument.domains.map(({ code, name }, at) => ({
			letter: code,
			name: name[locale],
			...printPaint.categories[at % printPaint.categories.length]!
		})),
		parts: parts.map(({ rows, from }, at) => ({
			svg: draw(report, facts, rows, locale),
			alt: altText(facts, from, rows.length, locale),
			finding: at === 0 ? findingPassage(report, facts, locale) : null,
			caption: at === 0 ? caption(report, facts, locale) : continued(facts, from, rows.length, locale)
		})),
		'has-room': left >= NEXT_CHAPTER
	};
}

/** Parts with as many rows as the paper takes.
 *  @returns `left`: millimetres that the last page has left */
function onPages({ options = EVERYTHING }: PlanReport, rows: readonly GanttRow[]) {
	const [width, height] = PAPERS[options.paper]; // the page lies on its side
	const heightOf = (some: readonly GanttRow[]) => (ganttHeight(some) * (height - MARGINS.across)) / GANTT_WIDTH;
	const parts: { rows: GanttRow[]; from: number }[] = [];
	const room = () => width - MARGINS.down - (parts.length === 1 ? WORDS.first : WORDS.next);
	for (const [at, row] of rows.entries()) {
		const part = parts.at(-1);
		if (part && heightOf([...part.rows, row]) <= room()) part.rows.push(row);
		else parts.push({ rows: [row], from: at + 1 });
	}
	const [last, before] = [parts.at(-1)!, parts.at(-2)];
	if (before && last.rows.length < FEWEST) {
		last.rows.unshift(...before.rows.splice(last.rows.length - FEWEST));
		last.from = rows.length - FEWEST + 1;
	}
	return { parts, left: room() - heightOf(parts.at(-1)!.rows) };
}

function ganttRow(
	{ instrument }: PlanReport,
	facts: PlanFacts,
	{ step, number }: { step: SharedStep; number: number },
	locale: Locale
): GanttRow {
	const category = instrument.domains.findIndex(({ indicators }) =>
		indicators.some(({ code }) => code === step.indicator)
	);
	return {
		number: String(number),
		code: `${step.indicator} → ${step.to}`,
		label: step.title[locale],
		who: partyName(instrument.parties, step.lead, locale),
		after: numbersBefore(facts, step).join(', '),
		category,
		letter: instrument.domains[category]!.code,
		startsOn: step.startsOn,
		endsOn: step.endsOn,
		weekly: facts.isOfAll ? step.weekly : null
	};
}

function draw(report: PlanReport, facts: PlanFacts, rows: GanttRow[], locale: Locale): string {
	const { steps, deadline, deadlineWeek } = facts;
	const first = report.time.firstWeek ?? 1;
	return ganttChart(rows, {
		title: say(locale).plan_gantt({}),
		paint: printPaint,
		weeks: {
			first,
			last: Math.max(first, deadlineWeek ?? 0, ...steps.map(({ week }) => week.last)),
			startsOn: report.time.startsOn
		},
		deadline,
		most: most(facts),
		month: (date) => formatMonth(date, locale),
		heads: {
			number: say(locale).plan_number({}),
			step: say(locale).plan_step({}),
			who: say(locale).plandoc_col_lead({}),
			after: say(locale).plandoc_col_after({}),
			week: say(locale).plandoc_col_week({}),
			deadline: say(locale).plandoc_deadline({})
		}
	});
}

/** Most regions at work on one step in one week. */
function most({ steps }: PlanFacts): number {
	return Math.max(1, ...steps.flatMap(({ weekly }) => Object.values(weekly)));
}

function findingPassage(report: PlanReport, facts: PlanFacts, locale: Locale): Passage {
	const sense = timeSense(timingRule(facts), report.round.endsOn, report.time.startsOn, facts.tasks);
	return captionOf('schedule.finding', finding(facts, locale), sense);
}

function finding({ steps, total, deadlineWeek, isOfAll }: PlanFacts, locale: Locale): string {
	const first = Math.min(...steps.map(({ week }) => week.first));
	const last = Math.max(...steps.map(({ week }) => week.last));
	if (deadlineWeek === null) return say(locale).plandoc_gantt_span({ first, last });
	if (total.late === 0) return say(locale).plandoc_gantt_in_time({ last, week: deadlineWeek });
	if (total.late === total.tasks)
		return say(locale).plandoc_gantt_none_in_time({ tasks: total.tasks, week: deadlineWeek });
	const [late, tasks] = [formatCount(total.late, locale), formatCount(total.tasks, locale)];
	const figures = { late, tasks, week: deadlineWeek };
	return isOfAll ? say(locale).plandoc_gantt_late_all(figures) : say(locale).plandoc_gantt_late(figures);
}

function caption({ round }: PlanReport, facts: PlanFacts, locale: Locale): string {
	return [
		facts.isOfAll ? say(locale).plandoc_gantt_height({ most: most(facts) }) : say(locale).plandoc_gantt_bar({}),
		...(facts.deadline ? [say(locale).plandoc_gantt_hatched({ deadline: formatDate(facts.deadline, locale) })] : []),
		say(locale).plandoc_gantt_after({}),
		say(locale).report_source({ round: round.name })
	].join(' ');
}

function continued({ steps }: PlanFacts, from: number, count: number, locale: Locale): string {
	return say(locale).plandoc_gantt_continued({ from, to: from + count - 1, steps: steps.length });
}

function altText(facts: PlanFacts, from: number, count: number, locale: Locale): string {
	const part = { from, to: from + count - 1, steps: facts.steps.length };
	const what = part.steps === 1 ? say(locale).plandoc_gantt_alt_one({}) : say(locale).plandoc_gantt_alt(part);
	return `${what} ${finding(facts, locale)}.`;
}
