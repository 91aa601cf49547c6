import type { Instrument, ReadinessClass } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import type { Answers } from '../scoring/types.ts';
import { chooseSteps, levelsAfter, type Levels } from './choose-steps.ts';
import { schedule, type Placed } from './schedule.ts';
import type { Plan, PlanOptions, PlanStep, Standpoint } from './types.ts';
import { addDays, daysBetween, workingDay } from './working-days.ts';

/** Plans the way from the present levels to a readiness class: steps, their order and their days. An unanswered
 *  indicator counts as its lowest level and is named in `assumed`; one that does not apply is left out. Steps that do
 *  not fit in the weeks that remain stay in the plan, with their dates, marked `afterDeadline`.
 *  @throws RangeError for a class the instrument does not have, a start that is no date, negative weeks or a capacity
 *  that is not positive */
export function planActions(instrument: Instrument, answers: Answers, options: PlanOptions): Plan {
	const { targetClass, startsOn, weeks, dailyCapacity } = options;
	const target = instrument.classes.find(({ code }) => code === targetClass);
	if (!target) throw new RangeError(`no class ${targetClass} in ${instrument.code} ${instrument.version}`);
	if (!(weeks >= 0 && weeks < Infinity)) throw new RangeError('weeks must be 0 or more');
	if (!(dailyCapacity > 0 && dailyCapacity < Infinity)) throw new RangeError('dailyCapacity must be above 0');

	const { present, notApplicable, assumed } = presentLevels(instrument, answers);
	const standpoint = (date: string, steps: readonly PlanStep[]): Standpoint => {
		const { index, readinessClass } = score(instrument, { ...notApplicable, ...levelsAfter(present, steps) });
		return { date, index, readinessClass, effort: totalEffort(steps) };
	};
	const now = standpoint(startsOn, []);
	const reached = atLeast(instrument, now.readinessClass, target);
	const choice = reached ? null : chooseSteps(instrument, present, target);
	const deadline = addDays(startsOn, Math.max(0, Math.round(weeks * 7) - 1));
	const onTime = (endsOn: string) => weeks > 0 && endsOn <= deadline;
	const steps = schedule(choice?.steps ?? [], dailyCapacity).map((placed) =>
		toPlanStep(placed, options, assumed, onTime)
	);
	const end = steps.reduce((latest, { endsOn }) => (endsOn > latest ? endsOn : latest), startsOn);
	const atEnd = standpoint(end, steps);
	return {
		targetClass,
		reached,
		reachable: atLeast(instrument, atEnd.readinessClass, target),
		steps,
		effort: totalEffort(steps),
		assumed,
		blocked: choice?.blocked ?? [],
		now,
		byDeadline: standpoint(
			deadline,
			steps.filter((step) => !step.afterDeadline)
		),
		atEnd
	};
}

function presentLevels(instrument: Instrument, answers: Answers) {
	const lowest = Math.min(...instrument.levels.map(({ level }) => level));
	const present: Levels = {};
	const notApplicable: Record<string, 'na'> = {};
	const assumed: string[] = [];
	for (const { code } of instrument.domains.flatMap((domain) => domain.indicators)) {
		const answer = answers[code];
		if (answer === 'na') notApplicable[code] = 'na';
		else present[code] = answer ?? lowest;
		if (answer === null || answer === undefined) assumed.push(code);
	}
	return { present, notApplicable, assumed };
}

/** Tells whether a class is the target or a higher one; classes stand highest first. */
function atLeast(instrument: Instrument, readinessClass: string | null, target: ReadinessClass): boolean {
	const position = instrument.classes.findIndex(({ code }) => code === readinessClass);
	return position >= 0 && position <= instrument.classes.indexOf(target);
}

function totalEffort(steps: readonly { effort: number }[]): number {
	return steps.reduce((sum, { effort }) => sum + effort, 0);
}

function toPlanStep(
	{ step, firstDay, lastDay }: Placed,
	{ startsOn: start, firstWeek = 1 }: PlanOptions,
	assumed: readonly string[],
	onTime: (endsOn: string) => boolean
): PlanStep {
	const { title, lead, support, effort, output, after } = step.action;
	const startsOn = workingDay(start, firstDay);
	const endsOn = workingDay(start, lastDay);
	const weekOf = (date: string) => firstWeek + Math.floor(daysBetween(start, date) / 7);
	return {
		indicator: step.indicator,
		from: step.from,
		to: step.to,
		title,
		lead,
		support,
		effort,
		days: lastDay - firstDay + 1,
		startsOn,
		endsOn,
		week: { first: weekOf(startsOn), last: weekOf(endsOn) },
		output,
		after,
		afterDeadline: !onTime(endsOn),
		assumed: assumed.includes(step.indicator)
	};
}
