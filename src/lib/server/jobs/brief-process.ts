import { fork } from 'node:child_process';
import { type JobMessage, type JobReply, type WarmWorker, workerFile } from './warm-worker.ts';

/** Does each job in a process of its own, one after the other: unlike a thread it gives back all its memory when it ends,
 *  at the price of a quarter of a second: for what is asked for now and then. `answer-jobs.ts` is the other end.
 *  @param file its path below `src/lib/server` */
export function briefProcess<Job, Answer>(file: string): Pick<WarmWorker<Job, Answer>, 'run'> {
	let before: Promise<unknown> = Promise.resolve();
	return {
		run(job) {
			const answer = before.then(() => runOnce<Job, Answer>(file, job));
			before = answer.catch(() => undefined);
			return answer;
		}
	};
}

function runOnce<Job, Answer>(file: string, job: Job): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const child = fork(workerFile(file), { execArgv: [], serialization: 'advanced' });
		child.once('message', (reply: JobReply<Answer>) => {
			if ('error' in reply) reject(new Error(reply.error));
			else resolve(reply.answer);
			child.disconnect(); // then it has nothing left to wait for, and ends
		});
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`))); // too late to matter after an answer
		child.send({ id: 0, job } satisfies JobMessage<Job>);
	});
}
