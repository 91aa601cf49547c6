import { and, count, eq, isNotNull } from 'drizzle-orm';
import { progressOn, shareDone } from '#lib/domain/forecast/history.ts';
import { meanPace } from '#lib/domain/forecast/pace.ts';
import { dateOf, type PlanLine, planLine, planned } from '#lib/domain/forecast/plan-line.ts';
import type { Spread } from '#lib/domain/forecast/simulate.ts';
import { ASSESSOR_SHARE, workDone } from '#lib/domain/forecast/work.ts';
import type { RegionType } from '#lib/domain/geography/types.ts';
import { daysBetween } from '#lib/domain/planning/working-days.ts';
import { type AssessmentStatus, isAssessed, WAITS_FOR } from '#lib/domain/workflow/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, milestones } from '#lib/server/foundation/db/schema.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { type Round, roundClock } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { type Assignment, forecastRound, type RoundForecast } from './forecast-round.ts';
import { readRegionStates, type RegionState } from './read-regions.ts';

// The control tower reads a round's past in a few grouped queries (`read-regions.ts`) and asks `domain/forecast` for
// plan, pace and forecast; method in docs/forecast.md.

/** A date with the band that eight of ten runs fall into; ISO dates. */
export interface ForecastDates {
	from: string;
	date: string;
	to: string;
	/** Days of `date` after the round's last day; 0 or less = in time. */
	daysLate: number;
}

/** A reason why a region counts as late. */
export type LateReason = 'no_assessor' | 'self_overdue' | 'clarification_overdue' | 'no_pace' | 'forecast_late';

/** One region as the control tower shows it. */
export interface ControlRegion {
	code: string;
	name: string;
	type: RegionType;
	status: AssessmentStatus;
	waitsFor: (typeof WAITS_FOR)[AssessmentStatus];
	/** ISO date on which the region came to its status; the round's first day while nothing happened. */
	since: string;
	waitingDays: number;
	/** Work done, 0–1. */
	done: number;
	/** Names of those appointed. */
	assessors: string[];
	overdueClarifications: number;
	/** Null for an assessed region, and where the simulation gives no end. */
	forecast: ForecastDates | null;
	/** Empty = not late. */
	reasons: LateReason[];
}

/** One assessor's load and pace, in whole regions to assess. */
export interface ControlAssessor {
	id: string;
	username: string;
	name: string;
	active: boolean;
	regions: number;
	assessed: number;
	/** Work left, in regions. */
	left: number;
	/** Regions a week; null while nobody has scored anything. */
	pace: number | null;
	/** The pace is the mean of the others, as this assessor has scored nothing yet. */
	paceOfOthers: boolean;
	forecast: ForecastDates | null;
}

/** The end of the whole round, as far as it can be told. */
export type Outlook =
	| { kind: 'no_regions' }
	| { kind: 'done'; date: string }
	| { kind: 'unknown' }
	/** `unforeseen`: number of regions that the date leaves out. */
	| ({ kind: 'date'; unforeseen: number } & ForecastDates);

/** The state of a round, read once for page, what-if and API. */
export interface RoundState {
	round: Round;
	today: string;
	/** Day of the round, 0 = the first; negative before it. */
	day: number;
	states: RegionState[];
	assignment: Assignment;
	assessors: ReturnType<typeof listAssignments>['assessors'];
	line: PlanLine;
}

/** Reads a round's state. Callers check access.
 *  @param now milliseconds */
export function readRoundState(db: Db, round: Round, now: number): RoundState {
	const today = isoDay(now);
	const { appointments, assessors } = listAssignments(db, round.id);
	const assignment = new Map<string, string[]>();
	for (const { regionCode, userId } of appointments)
		assignment.set(regionCode, [...(assignment.get(regionCode) ?? []), userId]);
	const { kind, startsOn, endsOn } = milestones;
	const calendar = db.select({ kind, startsOn, endsOn }).from(milestones).where(eq(milestones.roundId, round.id)).all();
	const day = daysBetween(round.startsOn, today);
	const states = readRegionStates(db, round, today);
	return { round, today, day, states, assignment, assessors, line: planLine(round, calendar) };
}

/** The control tower of a round. Callers check access.
 *  @param now milliseconds */
export function readControl(db: Db, round: Round, now: number) {
	const state = readRoundState(db, round, now);
	const forecast = foresee(db, state, state.assignment);
	const { states, today, day, line } = state;
	const lastDay = daysBetween(round.startsOn, round.endsOn);
	const regions = states.map((one) => toRegion(one, state, forecast));
	return {
		today,
		...roundClock(round, today),
		daysOver: Math.max(0, day - lastDay),
		/** Today and the round's last day as days of the round, 0 = the first. */
		day,
		lastDay,
		/** ISO dates on which, by plan, the regions have submitted and the assessors are through. */
		selfPlanEnds: dateOf(round, line.self.to),
		planEnds: dateOf(round, line.assess.to),
		done: shareDone(histories(states), Infinity),
		planned: planned(line, day),
		outlook: toOutlook(state, forecast),
		/** Regions that are not assessed on the round's last day if the pace stays, those without any forecast included. */
		lateIfPaceStays: regions.filter(
			({ status, forecast: dates }) => !isAssessed(status) && (dates === null || dates.daysLate > 0)
		).length,
		curve: toCurve(state, forecast, lastDay),
		regions,
		assessors: toAssessors(state, forecast, state.assignment),
		agencies: round.agencyInstrumentId === null ? null : countAgencies(db, round.id)
	};
}

export type Control = ReturnType<typeof readControl>;

/** The forecast of a state under an assignment. */
export function foresee(db: Db, { round, states, assessors, day }: RoundState, assignment: Assignment): RoundForecast {
	return forecastRound(db, round, { states, assignment, assessors: assessors.map(({ id }) => id), today: day });
}

/** The end of the whole round in dates. */
export function toOutlook({ round, states, today }: RoundState, { whole, regions }: RoundForecast): Outlook {
	if (states.length === 0) return { kind: 'no_regions' };
	if (states.every(({ status }) => isAssessed(status))) {
		const last = Math.max(
			...states.map(({ history }) => history.steps.findLast(({ to }) => to === 'assessed')?.day ?? 0)
		);
		return { kind: 'done', date: dateOf(round, last) };
	}
	const dates = toDates(whole, round, today);
	if (!dates) return { kind: 'unknown' };
	return { kind: 'date', unforeseen: [...regions.values()].filter((one) => one === null).length, ...dates };
}

/** Load and pace of every assessor, the busiest first: by weeks of work left. */
export function toAssessors(
	{ round, states, today, assessors }: RoundState,
	{ jobs, paces, assessors: ends }: RoundForecast,
	assignment: Assignment
): ControlAssessor[] {
	return assessors
		.map(({ id, username, displayName, active }): ControlAssessor => {
			const own = states.filter(({ region }) => assignment.get(region.code)?.includes(id));
			const left = jobs.reduce(
				(sum, { work, assessors: shared }) => (shared.includes(id) ? sum + work / shared.length : sum),
				0
			);
			const pace = paces.get(id);
			return {
				id,
				username,
				name: displayName,
				active,
				regions: own.length,
				assessed: own.filter(({ status }) => isAssessed(status)).length,
				left: left / ASSESSOR_SHARE,
				pace: pace ? meanPace(pace) / ASSESSOR_SHARE : null,
				paceOfOthers: pace?.basis === 'others',
				forecast: toDates(ends.get(id) ?? null, round, today)
			};
		})
		.sort((a, b) => weeks(b) - weeks(a) || (a.username < b.username ? -1 : 1));
}

function weeks({ left, pace }: ControlAssessor): number {
	return left === 0 ? -1 : pace ? left / pace : Infinity;
}

function toRegion(
	state: RegionState,
	{ round, today, day, assignment, assessors, line }: RoundState,
	forecast: RoundForecast
): ControlRegion {
	const { region, status, statusChangedAt, overdue, history } = state;
	const names = (assignment.get(region.code) ?? []).map(
		(id) => assessors.find((one) => one.id === id)?.displayName ?? id
	);
	const since = statusChangedAt === null ? round.startsOn : isoDay(statusChangedAt);
	const dates = toDates(forecast.regions.get(region.code) ?? null, round, today);
	const done = workDone(progressOn(history, Infinity));
	const ownTurn = status === 'not_started' || status === 'self_assessment';
	const reasons: [LateReason, boolean][] = [
		['no_assessor', names.length === 0],
		['self_overdue', ownTurn && day > line.self.to],
		['clarification_overdue', overdue > 0],
		['no_pace', names.length > 0 && dates === null && day > line.self.to],
		['forecast_late', (dates?.daysLate ?? 0) > 0]
	];
	return {
		code: region.code,
		name: region.name,
		type: region.type,
		status,
		waitsFor: WAITS_FOR[status],
		since,
		waitingDays: Math.max(0, daysBetween(since, today)),
		done: Math.min(1, done.region + done.assessor),
		assessors: names,
		overdueClarifications: overdue,
		forecast: dates,
		reasons: isAssessed(status) ? [] : reasons.flatMap(([reason, holds]) => (holds ? [reason] : []))
	};
}

function toDates(spread: Spread | null, round: Round, today: string): ForecastDates | null {
	if (!spread) return null;
	const day = (days: number) => dateOf({ startsOn: today }, Math.ceil(days));
	const date = day(spread.middle);
	return { from: day(spread.early), date, to: day(spread.late), daysLate: daysBetween(round.endsOn, date) };
}

/** Plan and work done by day, then the forecast by week until its late end; shares from 0 to 1. */
function toCurve({ day, states, line }: RoundState, { curve, whole }: RoundForecast, lastDay: number) {
	const past = histories(states);
	const lastDone = states.every(({ status }) => isAssessed(status)) ? Math.min(day, lastDay) : day;
	const until = whole ? Math.ceil(whole.late / 7) * 7 : 0;
	return {
		plan: Array.from({ length: lastDay + 2 }, (_, i) => ({ day: i - 1, share: planned(line, i - 1) })),
		done: Array.from({ length: Math.max(0, lastDone + 2) }, (_, i) => ({ day: i - 1, share: shareDone(past, i - 1) })),
		forecast: curve.filter((point) => point.day <= until).map((point) => ({ ...point, day: day + point.day }))
	};
}

function histories(states: readonly RegionState[]) {
	return states.map(({ history }) => history);
}

function countAgencies(db: Db, roundId: number): { total: number; assessed: number } {
	const rows = db
		.select({ status: assessments.status, n: count() })
		.from(assessments)
		.where(and(eq(assessments.roundId, roundId), isNotNull(assessments.agencyId)))
		.groupBy(assessments.status)
		.all();
	const sum = (list: typeof rows) => list.reduce((total, { n }) => total + n, 0);
	return { total: sum(rows), assessed: sum(rows.filter(({ status }) => isAssessed(status))) };
}
