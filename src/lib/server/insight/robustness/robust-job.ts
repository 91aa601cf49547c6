import { SAMPLES } from '#lib/domain/robustness/assess.ts';
import { compile } from '#lib/domain/robustness/compile.ts';
import type { Chunk, SensitivityChunk } from '#lib/domain/robustness/simulate.ts';
import { summarise } from '#lib/domain/robustness/summarise.ts';
import type { Robustness, RobustInput, RobustSettings } from '#lib/domain/robustness/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { type JobWorker, threadWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { readRobustInput, type RoundInput } from './robust-input.ts';
import type { RobustPart } from './robust-worker.ts';

const RUNS_A_PART = 500;
const SAMPLES_A_PART = 100;
const KEPT = 12;

/** A simulation under way or done. */
interface Simulation {
	state: 'running' | 'done' | 'cancelled' | 'failed';
	/** 0–1. */
	progress: number;
	result: Robustness | null;
	/** Resolves when the state is no longer `running`. */
	ended: Promise<void>;
}

/** With where its disagreement comes from. */
type RobustJob = Simulation & Omit<RoundInput, 'input'>;

const workers = [0, 1].map((): JobWorker<RobustPart, Chunk | SensitivityChunk> =>
	threadWorker('insight/robustness/robust-worker.ts')
);
const kept = new WeakMap<Db, Map<string, RobustJob>>();

function jobsOf(db: Db): Map<string, RobustJob> {
	let jobs = kept.get(db);
	if (!jobs) kept.set(db, (jobs = new Map()));
	return jobs;
}

function keyOf(round: Round, settings: RobustSettings): string {
	return [round.id, round.revision, JSON.stringify(settings)].join('/');
}

/** The simulation of a round as it stands with these settings: found, or begun on two threads. Callers check access. */
export function findOrStartJob(db: Db, round: Round, settings: RobustSettings): RobustJob {
	const jobs = jobsOf(db);
	const key = keyOf(round, settings);
	const found = jobs.get(key);
	if (found && found.state !== 'failed') return found;
	const { input, ...basis } = readRobustInput(db, round, settings);
	const job = Object.assign(runOnThreads(input), basis);
	jobs.delete(key);
	jobs.set(key, job);
	for (const old of [...jobs.keys()].slice(0, -KEPT)) {
		cancel(jobs.get(old)!);
		jobs.delete(old);
	}
	return job;
}

/** The simulation if there is one, without beginning it. */
export function peekJob(db: Db, round: Round, settings: RobustSettings): RobustJob | null {
	return jobsOf(db).get(keyOf(round, settings)) ?? null;
}

/** Ends a simulation under way; nothing happens where there is none. */
export function cancelJob(db: Db, round: Round, settings: RobustSettings): void {
	const job = jobsOf(db).get(keyOf(round, settings));
	if (job) cancel(job);
}

/** Forgets a simulation that was cancelled, so that it begins anew. */
export function forgetJob(db: Db, round: Round, settings: RobustSettings): void {
	const key = keyOf(round, settings);
	if (jobsOf(db).get(key)?.state === 'cancelled') jobsOf(db).delete(key);
}

function cancel(job: Simulation): void {
	if (job.state === 'running') job.state = 'cancelled';
}

/** Begins a simulation on both threads. */
export function runOnThreads(input: RobustInput): Simulation {
	const compiled = compile(input);
	const parts: RobustPart[] = [
		...cut(input.settings.runs, RUNS_A_PART).map((part) => ({ kind: 'runs' as const, compiled, ...part })),
		...cut(SAMPLES, SAMPLES_A_PART).map((part) => ({ kind: 'samples' as const, compiled, ...part }))
	];
	const answers: (Chunk | SensitivityChunk)[] = [];
	const job: Simulation = { state: 'running', progress: 0, result: null, ended: Promise.resolve() };
	let next = 0;
	let done = 0;
	const work = async (worker: (typeof workers)[number]) => {
		while (next < parts.length && job.state === 'running') {
			const at = next++;
			answers[at] = await worker.run(parts[at]!);
			job.progress = ++done / parts.length;
		}
	};
	const finish = () => {
		if (job.state !== 'running') return;
		const chunks = answers.filter((_, at) => parts[at]!.kind === 'runs') as Chunk[];
		const samples = answers.filter((_, at) => parts[at]!.kind === 'samples') as SensitivityChunk[];
		job.result = summarise(compiled, chunks, samples);
		job.state = 'done';
	};
	job.ended = Promise.all(workers.map(work)).then(finish, () => {
		if (job.state === 'running') job.state = 'failed';
	});
	return job;
}

function cut(total: number, size: number): { from: number; to: number }[] {
	return Array.from({ length: Math.ceil(total / size) }, (_, at) => ({
		from: at * size,
		to: Math.min(total, (at + 1) * size)
	}));
}
