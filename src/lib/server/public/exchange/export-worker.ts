// Runs in a process of its own: a round's answers are some ten thousand rows.
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { readApart } from '#lib/server/foundation/db/read-apart.ts';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { exportRows } from './export-rows.ts';
import type { ExportFormat, ExportJob } from './make-export.ts';
import { toCsv, toJson, toXlsx } from './write-table.ts';

type Writer = (rows: readonly ExportedAnswer[], round: string) => Uint8Array | Promise<Uint8Array>;

const WRITERS: Record<ExportFormat, Writer> = {
	csv: (rows) => Buffer.from(toCsv(rows)),
	json: (rows) => Buffer.from(toJson(rows)),
	xlsx: toXlsx
};

answerJobs(({ source, viewer, round, format }: ExportJob) => {
	const rows = readApart(source, (db) => exportRows(db, viewer, findRound(db, round)!));
	return WRITERS[format](rows, round);
});
