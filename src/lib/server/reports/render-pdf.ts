import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CompileAnswer, CompileJob } from './compile-worker.ts';
import { provinceDocument } from './province-document.ts';
import { regionDocument } from './region-document.ts';
import type { ReportKind, ReportKinds, ReportLocale } from './types.ts';

interface Waiting {
	resolve: (pdf: Buffer) => void;
	reject: (error: Error) => void;
}

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** The report as a tagged PDF (PDF/UA-1). The work is done by one thread that stays warm, so the process goes on
 *  answering; after `closeReports` the next call starts it anew.
 *  @throws Error when the compiler refuses the document or the thread dies; the next call then starts a new one */
export async function renderPdf<K extends ReportKind>(
	kind: K,
	data: ReportKinds[K],
	locale: ReportLocale = 'id'
): Promise<Buffer> {
	const document =
		kind === 'region'
			? regionDocument(data as ReportKinds['region'], locale)
			: provinceDocument(data as ReportKinds['province'], locale);
	const id = (lastId += 1);
	const job: CompileJob = { id, template: `${kind}.typ`, data: document };
	return new Promise((resolve, reject) => {
		waiting.set(id, { resolve, reject });
		const thread = running();
		thread.ref();
		thread.postMessage(job);
	});
}

/** Ends the thread; reports under way are refused. */
export async function closeReports(): Promise<void> {
	const ending = worker;
	worker = null;
	await ending?.terminate();
	refuseAll(new Error('reports are closed'));
}

function running(): Worker {
	if (worker) return worker;
	const started = new Worker(workerFile(), { execArgv: [] });
	started.on('message', (answer: CompileAnswer) => {
		const job = waiting.get(answer.id);
		waiting.delete(answer.id);
		if ('pdf' in answer) job?.resolve(Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength));
		else job?.reject(new Error(`report not compiled: ${answer.error}`));
		if (waiting.size === 0) started.unref(); // an idle thread must not keep a finished command alive
	});
	const gone = (error: Error) => {
		if (worker !== started) return;
		worker = null;
		refuseAll(error);
	};
	started.on('error', gone);
	started.on('exit', (code) => gone(new Error(`report thread ended with ${code}`)));
	worker = started;
	return started;
}

/** The thread runs from source, beside its templates: next to this file, or, once this file is part of a bundle, under
 *  the folder that the server was started in. */
function workerFile(): string {
	const beside = path.join(import.meta.dirname, 'compile-worker.ts');
	return existsSync(beside) ? beside : path.join(process.cwd(), 'src/lib/server/reports/compile-worker.ts');
}

function refuseAll(error: Error): void {
	for (const { reject } of waiting.values()) reject(error);
	waiting.clear();
}
