import type { Plan } from '#lib/domain/planning/types.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatDate, formatDay } from '#lib/words/format-date.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { type Figures, NOT_FOUND } from './figures.ts';
import { markup, plain, tablesOf } from './html.ts';

const INDICATOR = '[A-Z]\\d+';
const DAY = '\\d+ \\S+ \\d{4}';

/** Figures of a region's page of its plan. */
export function fromPlanPage(html: string): Figures {
	const page = markup(html);
	const text = plain(page);
	const table = tablesOf(page).find(({ head }) => head[0] === 'No.');
	const [, steps, effort, late] =
		/(\d+) langkah, (\S+) orang-hari, menuju [^;]*?(?:; (\d+) selesai setelah tenggat| Mulai)/.exec(text) ?? [];
	const point = (label: string) =>
		new RegExp(
			`${label}, (${DAY}) (\\d,\\d\\d|–) (?:[A-Z][^\\d]*?)(?:setelah (\\S+) orang-hari|(?=Pada|Setelah|\\d))`
		).exec(text);
	const [, , now] = point('Sekarang') ?? [];
	const [, deadline, atDeadline, soFar] = point('Pada tenggat') ?? [];
	const [, end, atEnd] = point('Setelah semua langkah') ?? [];
	return {
		...(steps !== undefined && { planSteps: steps, planEffort: effort! }),
		...(late !== undefined && { planLate: late }),
		...(now !== undefined && { planNow: now }),
		...(deadline !== undefined && { planDeadline: deadline, planAtDeadline: atDeadline! }),
		...(soFar !== undefined && { planSoFar: soFar }),
		...(end !== undefined && { planEnd: end, planAtEnd: atEnd! }),
		...Object.fromEntries(
			(table?.rows ?? []).flatMap(([number, step, , work, time]) => {
				const [, code, to] = new RegExp(` (${INDICATOR}) [^:]*: tingkat \\d ke (\\d)\\.`).exec(step!) ?? [];
				const [, start, until, weeks] = new RegExp(`^(${DAY}) – (${DAY}) minggu(?: ke-)? ?(\\S+)`).exec(time!) ?? [];
				return stepFigures(`${code}@${to}`, {
					number: number!,
					effort: work!,
					start: start ?? NOT_FOUND,
					end: until ?? NOT_FOUND,
					weeks: weeks ?? NOT_FOUND
				});
			})
		)
	};
}

/** Figures of a plan by the API, as a reader of Indonesian would be shown them. */
export function fromPlan(plan: Plan): Figures {
	const late = plan.steps.filter((step) => step.afterDeadline).length;
	if (plan.steps.length === 0) return {};
	return {
		planSteps: String(plan.steps.length),
		planEffort: formatCount(plan.effort, 'id'),
		...(late > 0 && { planLate: String(late) }),
		planTotal: formatCount(
			plan.steps.reduce((sum, { effort }) => sum + effort, 0),
			'id'
		),
		stepsEnd: formatDay(
			plan.steps
				.map(({ endsOn }) => endsOn)
				.sort()
				.at(-1)!,
			'id'
		),
		planNow: formatIndex(plan.now.index, 'id'),
		planAtDeadline: formatIndex(plan.byDeadline.index, 'id'),
		planAtEnd: formatIndex(plan.atEnd.index, 'id'),
		planEnd: formatDate(plan.atEnd.date, 'id'),
		...Object.fromEntries(
			plan.steps.flatMap(({ indicator, to, effort, startsOn, endsOn, week }, at) =>
				stepFigures(`${indicator}@${to}`, {
					number: String(at + 1),
					effort: formatCount(effort, 'id'),
					start: formatDay(startsOn, 'id'),
					end: formatDay(endsOn, 'id'),
					weeks: week.first === week.last ? String(week.first) : `${week.first}–${week.last}`
				})
			)
		)
	};
}

/** Figures of a plan's table in the API's form, dates as they are shown. */
export function fromPlanCsv(rows: readonly Record<string, string>[]): Figures {
	if (rows.length === 0) return {};
	const sum = rows.reduce((all, row) => all + Number(row.effort_person_days), 0);
	return {
		planSteps: String(rows.length),
		planEffort: formatCount(sum, 'id'),
		...Object.fromEntries(
			rows.flatMap((row) =>
				stepFigures(`${row.indicator}@${row.to_level}`, {
					number: row.number!,
					effort: formatCount(Number(row.effort_person_days), 'id'),
					start: formatDay(row.starts_on!, 'id'),
					end: formatDay(row.ends_on!, 'id'),
					weeks: row.first_week === row.last_week ? row.first_week! : `${row.first_week}–${row.last_week}`
				})
			)
		)
	};
}

/** Figures of the plan of a region as a document of its own. */
export function fromPlanDocument(text: string): Figures {
	const [, steps, effort] = /memerlukan (\S+) langkah, seluruhnya (\S+) orang-hari/.exec(text) ?? [];
	const point = (label: string) =>
		new RegExp(`${label} \\((${DAY})\\) (\\d,\\d\\d|–) · [A-Z]\\w+ ?\\w+(?: setelah (\\S+) orang-hari)?`).exec(text);
	const [, , now] = point('Sekarang') ?? [];
	const [, deadline, atDeadline, soFar] = point('Pada tenggat') ?? [];
	const [, end, atEnd] = point('Setelah semua langkah') ?? [];
	const late = /(\d+) langkah berakhir sesudahnya/.exec(text)?.[1];
	const chapter = text.slice(text.lastIndexOf('Langkah pertama mulai pada'));
	const total = /Jumlah (\S+) /.exec(chapter)?.[1];
	const rows = chapter
		.slice(0, chapter.indexOf(' Jumlah '))
		.matchAll(
			new RegExp(
				` (\\d+) (?:(?!${INDICATOR} ).)+? (${INDICATOR}) [^→]+?, \\d[ \u00a0]→[ \u00a0](\\d) .+? (\\S+) (${DAY}) (${DAY}) `,
				'g'
			)
		);
	return {
		...(steps !== undefined && { planSteps: steps, planEffort: effort! }),
		...(late !== undefined && { planLate: late }),
		...(now !== undefined && { planNow: now }),
		...(deadline !== undefined && { planDeadline: deadline, planAtDeadline: atDeadline! }),
		...(soFar !== undefined && { planSoFar: soFar }),
		...(end !== undefined && { planEnd: end, planAtEnd: atEnd! }),
		...(total !== undefined && { planTotal: total }),
		...Object.fromEntries(
			[...rows].flatMap(([, , code, to, work, start, until]) => [
				[`stepEffort ${code}@${to}`, work!],
				[`stepStart ${code}@${to}`, start!],
				[`stepEnd ${code}@${to}`, until!]
			])
		)
	};
}

function stepFigures(
	key: string,
	step: { number: string; effort: string; start: string; end: string; weeks: string }
): [string, string][] {
	return [
		[`stepNumber ${key}`, step.number],
		[`stepEffort ${key}`, step.effort],
		[`stepStart ${key}`, step.start],
		[`stepEnd ${key}`, step.end],
		[`stepWeeks ${key}`, step.weeks]
	];
}
