import { SAMPLES } from '#lib/domain/robustness/assess.ts';
import { compile } from '#lib/domain/robustness/compile.ts';
import type { Chunk, SensitivityChunk } from '#lib/domain/robustness/simulate.ts';
import { summarise } from '#lib/domain/robustness/summarise.ts';
import type { Robustness, RobustInput } from '#lib/domain/robustness/types.ts';
import { type JobWorker, threadWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import type { RobustPart } from './robust-worker.ts';

const RUNS_A_PART = 500;
const SAMPLES_A_PART = 100;

/** A simulation under way or done; one that waits for its turn is under way too. */
export interface Simulation {
	state: 'running' | 'done' | 'cancelled' | 'failed';
	/** Share done, 0–1. */
	progress: number;
	result: Robustness | null;
	/** Resolves when the state is no longer `running`. */
	ended: Promise<void>;
}

const workers = [0, 1].map((): JobWorker<RobustPart, Chunk | SensitivityChunk> =>
	threadWorker('insight/robustness/robust-worker.ts')
);

/** Runs a simulation on both threads.
 *  @param turn begins it, at once or when its turn comes */
export function runOnThreads(
	input: RobustInput,
	turn: (work: () => Promise<void>) => Promise<void> = (work) => work()
): Simulation {
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
	job.ended = turn(() => Promise.all(workers.map(work)).then(finish)).catch(() => {
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
