// Runs in a worker thread: ten thousand runs take half a second and more.
import type { Compiled } from '#lib/domain/robustness/compile.ts';
import { type Chunk, sample, type SensitivityChunk, simulate } from '#lib/domain/robustness/simulate.ts';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';

/** A part of the work: runs of the simulation, or samples for the sensitivity. */
export interface RobustPart {
	kind: 'runs' | 'samples';
	compiled: Compiled;
	from: number;
	to: number;
}

answerJobs(({ kind, compiled, from, to }: RobustPart): Chunk | SensitivityChunk =>
	kind === 'runs' ? simulate(compiled, from, to) : sample(compiled, from, to)
);
