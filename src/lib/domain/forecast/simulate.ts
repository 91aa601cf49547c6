import { chance, subjectNumber } from './chance.ts';
import type { Pace } from './pace.ts';

/** Work left of one region. */
export interface Job {
	code: string;
	/** Share of its own answers that the region still owes, 0–1; 0 once it is in the assessor's hands. */
	selfLeft: number;
	/** Days that the region would need for all its answers at its own pace so far; null while it has given none. */
	selfDays: number | null;
	/** Work left for the region itself and for its assessor, in regions' work; both 0 = assessed. */
	ownWork: number;
	work: number;
	/** Ids of the appointed assessors; several share the work evenly. */
	assessors: readonly string[];
}

export interface SimulationInput {
	jobs: readonly Job[];
	paces: ReadonlyMap<string, Pace>;
	/** Days that regions took for their answers, see `selfDurations`. */
	selfDurations: readonly number[];
	/** Days from today at which the curve is wanted, ascending. */
	at: readonly number[];
}

/** Days from today by which 10 %, 50 % and 90 % of the runs are through. */
export interface Spread {
	early: number;
	middle: number;
	late: number;
}

export interface Forecast {
	/** Spread by region code; null = no forecast, because no assessor with a pace is appointed. Assessed ones are
	 *  absent. */
	regions: ReadonlyMap<string, Spread | null>;
	/** Spread by assessor; those without work left are absent. */
	assessors: ReadonlyMap<string, Spread | null>;
	/** Day of the last assessment that can be foreseen; null when none can. */
	whole: Spread | null;
	/** Share of the work of all regions done at each of the wanted days, 0–1; empty when nothing can be foreseen.
	 *  Regions without a forecast stay as they are. */
	curve: readonly { day: number; low: number; middle: number; high: number }[];
}

const RUNS = 500;
/** Days after which nothing is foreseen: ten years. */
const LONGEST = 3650;

/** Forecasts the round by drawing the past again (bootstrap): in each of 500 runs every week to come of an assessor is
 *  one of the assessor's own last weeks, drawn at random, and a region's time for its own answers is that of one of the
 *  regions that have submitted. Assessors take their regions in the order in which these are ready. The method and its
 *  limits: docs/forecast.md. Draws hang on region, assessor and week alone, so that the same past gives the same
 *  forecast and two assignments can be compared. */
export function simulate({ jobs, paces, selfDurations, at }: SimulationInput): Forecast {
	const open = jobs.filter(({ work, ownWork }) => work + ownWork > 0).sort((a, b) => (a.code < b.code ? -1 : 1));
	const possible = open.filter(
		({ assessors }) =>
			assessors.length > 0 && assessors.every((id) => paces.get(id)?.weekly.some((work) => work > 0) ?? false)
	);
	const workers = [...new Set(possible.flatMap(({ assessors }) => assessors))].sort();
	const finishes = new Map(possible.map(({ code }) => [code, [] as number[]]));
	const ends = new Map(workers.map((id) => [id, [] as number[]]));
	const wholes: number[] = [];
	const shares = at.map(() => [] as number[]);
	const alreadyDone = jobs.length - open.reduce((sum, { work, ownWork }) => sum + work + ownWork, 0);
	for (let run = 0; run < RUNS && possible.length > 0; run += 1) {
		const times = oneRun({ jobs: possible, workers, paces }, selfDurations, run, ends);
		for (const { job, finish } of times) finishes.get(job.code)!.push(finish);
		wholes.push(Math.max(...times.map(({ finish }) => finish)));
		for (const [i, day] of at.entries()) {
			const done = times.reduce((sum, time) => sum + doneAt(time, day), alreadyDone) / jobs.length;
			shares[i]!.push(Math.min(1, done)); // shares such as 0.6 do not add up exactly
		}
	}
	const busy = [...new Set(open.flatMap(({ assessors }) => assessors))].sort();
	return {
		regions: new Map(open.map(({ code }) => [code, toSpread(finishes.get(code) ?? [])])),
		assessors: new Map(busy.map((id) => [id, toSpread(ends.get(id) ?? [])])),
		whole: toSpread(wholes),
		curve: at.flatMap((day, i) => {
			const spread = quantiles(shares[i]!);
			return spread ? [{ day, low: spread.early, middle: spread.middle, high: spread.late }] : [];
		})
	};
}

/** Days from today at which a region is ready for its assessor, taken up, and assessed. */
interface JobTime {
	job: Job;
	ready: number;
	start: number;
	finish: number;
}

function oneRun(
	{ jobs, workers, paces }: { jobs: readonly Job[]; workers: readonly string[]; paces: SimulationInput['paces'] },
	durations: readonly number[],
	run: number,
	ends: ReadonlyMap<string, number[]>
): JobTime[] {
	const times = jobs.map((job): JobTime => {
		return { job, ready: readyAfter(job, durations, run), start: LONGEST, finish: 0 };
	});
	// Of regions that are ready at the same time, the one with the least work left, so a begun one, goes first.
	const queue = [...times].sort((a, b) => a.ready - b.ready || a.job.work - b.job.work);
	for (const id of workers) {
		const subject = subjectNumber(id);
		const { weekly } = paces.get(id)!;
		const rate = (week: number) => weekly[Math.floor(chance(subject, run, week) * weekly.length)]! / 7;
		let free = 0;
		for (const time of queue.filter(({ job }) => job.assessors.includes(id))) {
			const start = Math.max(free, time.ready);
			free = workUntil(start, time.job.work / time.job.assessors.length, rate);
			time.start = Math.min(time.start, start);
			time.finish = Math.max(time.finish, free);
		}
		ends.get(id)!.push(free);
	}
	return times;
}

/** Days until the region has answered: the time of another region, drawn at random, or the time at its own pace so far,
 *  whichever is longer. Where no region has submitted yet, the assessors are taken to assess directly. */
function readyAfter({ code, selfLeft, selfDays }: Job, durations: readonly number[], run: number): number {
	if (selfLeft === 0 || durations.length === 0) return 0;
	const drawn = durations[Math.floor(chance(subjectNumber(code), run, 0) * durations.length)]!;
	return selfLeft * Math.max(drawn, selfDays ?? 0);
}

/** Day at which work begun on a day is done, at a rate that changes from week to week. */
function workUntil(start: number, work: number, rate: (week: number) => number): number {
	let day = start;
	let left = work;
	while (left > 0 && day < LONGEST) {
		const week = Math.floor(day / 7);
		const speed = rate(week);
		const room = (week + 1) * 7 - day;
		if (speed * room >= left) return day + left / speed;
		left -= speed * room;
		day = (week + 1) * 7;
	}
	return day;
}

function doneAt({ job, ready, start, finish }: JobTime, day: number): number {
	const own = ready === 0 ? 1 : Math.min(1, day / ready);
	const assessed = day >= finish ? 1 : day <= start ? 0 : (day - start) / (finish - start);
	return job.ownWork * own + job.work * assessed;
}

/** Spread of the days; null without any run, and where half the runs find no end. */
function toSpread(days: readonly number[]): Spread | null {
	const spread = quantiles(days);
	return spread && spread.middle < LONGEST ? spread : null;
}

/** The values that 10, 50 and 90 % of the numbers do not exceed (nearest rank). */
function quantiles(numbers: readonly number[]): Spread | null {
	if (numbers.length === 0) return null;
	const sorted = [...numbers].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
	return { early: at(0.1), middle: at(0.5), late: at(0.9) };
}
