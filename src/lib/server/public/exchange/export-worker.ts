// Runs in a process of its own: a round's answers are some ten thousand rows.
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { readApart } from '#lib/server/foundation/db/read-apart.ts';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { exportRows } from './export-rows.ts';
import type { ExportFile, ExportFormat, ExportJob } from './make-export.ts';
import { toCsv, toJson, toXlsx } from './write-table.ts';

type Writer = (
	rows: readonly ExportedAnswer[],
	job: ExportFile & { round: string }
) => Uint8Array | Promise<Uint8Array>;

const WRITERS: Record<ExportFormat, Writer> = {
	csv: (rows, { use }) => Buffer.from(toCsv(rows, use)),
	json: (rows) => Buffer.from(toJson(rows)),
	xlsx: (rows, { round }) => toXlsx(rows, round)
};

answerJobs((job: ExportJob) => {
	const { source, viewer, round, format } = job;
	const rows = readApart(source, (db) => exportRows(db, viewer, findRound(db, round)!));
	return WRITERS[format](rows, job);
});
