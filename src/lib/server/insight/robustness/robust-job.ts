import type { RobustSettings } from '#lib/domain/robustness/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { readRobustInput, type RoundInput } from './robust-input.ts';
import { runOnThreads, type Simulation } from './run-on-threads.ts';

/** Simulations that are remembered; of more, those that no caller waits for are given up. */
const KEPT = 12;

/** Rest in durations of the last simulation, before one that only pages ask for begins: saves change the round all
 *  the time, and each would ask for another one. */
const REST = 5;

/** A simulation with the source of its disagreement. */
interface RobustJob extends Simulation, Omit<RoundInput, 'input'> {
	/** Name of round and settings, without the revision. */
	of: string;
	revision: number;
	/** Time at which its data were read, in milliseconds. */
	readAt: number;
	/** Number of callers that wait for it; while there are any, it is not given up. */
	awaited: number;
	/** Time of its end and its duration, in milliseconds; null while it runs. */
	took: { until: number; ms: number } | null;
}

// A list of work, no cache of values: simulations begun before others come first.
const known = new WeakMap<Db, Set<RobustJob>>();

function jobsOf(db: Db): Set<RobustJob> {
	let jobs = known.get(db);
	if (!jobs) known.set(db, (jobs = new Set()));
	return jobs;
}

const nameOf = (round: Round, settings: RobustSettings) => `${round.id}/${JSON.stringify(settings)}`;

/** Simulations of a round and its settings: of the present revision, the one begun last, the last one done. */
function find(db: Db, round: Round, settings: RobustSettings) {
	const all = [...jobsOf(db)].filter(({ of }) => of === nameOf(round, settings));
	return {
		exact: all.findLast(({ revision }) => revision === round.revision) ?? null,
		latest: all.at(-1) ?? null,
		lastDone: all.findLast(({ state }) => state === 'done') ?? null
	};
}

/** Finds the simulation of a round as it stands with these settings; a new one begins when no other of the round
 *  runs. Callers check access. */
export function findOrStartJob(db: Db, round: Round, settings: RobustSettings): RobustJob {
	const { exact } = find(db, round, settings);
	return exact && exact.state !== 'failed' ? exact : start(db, round, settings);
}

/** Finds the simulation that a page shows: of the round as it stands, or the one under way, given up or just over
 *  for the state before; begins one where there is none of these. Callers check access. */
export function showJob(db: Db, round: Round, settings: RobustSettings): RobustJob {
	const { exact, latest } = find(db, round, settings);
	if (exact && exact.state !== 'failed') return exact;
	if (latest && (latest.state === 'running' || latest.state === 'cancelled' || rests(latest))) return latest;
	return start(db, round, settings);
}

/** Gives the moment of the data of a shown simulation, in milliseconds; null = it is of the round as it stands. */
export function earlierMoment({ revision, readAt }: RobustJob, round: Round): number | null {
	return revision === round.revision ? null : readAt;
}

/** Finds the same without beginning one, with the last that is done. */
export function peekJobs(db: Db, round: Round, settings: RobustSettings) {
	const { exact, latest, lastDone } = find(db, round, settings);
	return { exact, lastDone, isBusy: latest !== null && (latest.state === 'running' || rests(latest)) };
}

/** Waits for the end of the simulation of a round as it stands; nobody can cancel it meanwhile. */
export async function awaitJob(db: Db, round: Round, settings: RobustSettings): Promise<RobustJob> {
	const { exact } = find(db, round, settings);
	const job = exact && exact.state !== 'cancelled' && exact.state !== 'failed' ? exact : start(db, round, settings);
	job.awaited++;
	await job.ended;
	job.awaited--;
	return job;
}

/** Ends the simulation that a page shows, unless a caller waits for it; nothing happens where there is none. */
export function cancelJob(db: Db, round: Round, settings: RobustSettings): void {
	const { exact, latest } = find(db, round, settings);
	cancel(exact ?? latest);
}

/** Forgets a simulation that was cancelled, so that it begins anew. */
export function forgetJob(db: Db, round: Round, settings: RobustSettings): void {
	const { exact, latest } = find(db, round, settings);
	for (const job of [exact, latest]) if (job?.state === 'cancelled') jobsOf(db).delete(job);
}

function start(db: Db, round: Round, settings: RobustSettings): RobustJob {
	const { input, ...basis } = readRobustInput(db, round, settings);
	let began = 0;
	const simulation = runOnThreads(input, (work) =>
		inLane(
			'simulate',
			() => {
				began = Date.now();
				return work();
			},
			`round ${round.id}`
		)
	);
	const about = { of: nameOf(round, settings), revision: round.revision, readAt: Date.now(), awaited: 0, took: null };
	const job: RobustJob = Object.assign(simulation, basis, about);
	void job.ended.then(() => (job.took = { until: Date.now(), ms: Date.now() - began }));
	const jobs = jobsOf(db).add(job);
	for (const old of [...jobs].slice(0, -KEPT)) {
		cancel(old);
		if (old.state !== 'running') jobs.delete(old);
	}
	return job;
}

function cancel(job: RobustJob | null): void {
	if (job?.state === 'running' && job.awaited === 0) job.state = 'cancelled';
}

function rests({ state, took }: RobustJob): boolean {
	return state === 'done' && took !== null && Date.now() < took.until + REST * took.ms;
}
