import { CSV_USES, type CsvUse } from '#lib/domain/tables/csv-use.ts';
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { toCsv, toJson, toXlsx } from '#lib/server/public/exchange/write-table.ts';
import { writeOutput } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { getRound, withDatabase } from '../with-database.ts';

export const usage = 'siap export --round R --format csv|xlsx|json --out F [--for spreadsheet]';

/** Writes all answers of a round to a file; `--for spreadsheet`: a CSV for a spreadsheet set to Indonesian. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{ round: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' }, for: { type: 'string' } },
		{ needed: ['round', 'format', 'out'] }
	);
	const write = WRITERS[values.format!];
	const use = CSV_USES.find((known) => known === (values.for ?? 'programs'));
	if (!write || !use) throw new CommandError(usage, 2);
	const rows = await withDatabase(io, (db) => exportRows(db, MACHINE_VIEWER, getRound(db, values.round!, io)));
	writeOutput(values.out!, await write(rows, { round: values.round!, use }), io);
	return 0;
}

type Writer = (rows: readonly ExportedAnswer[], asked: { round: string; use: CsvUse }) => string | Promise<Buffer>;

const WRITERS: Record<string, Writer | undefined> = {
	csv: (rows, { use }) => toCsv(rows, use),
	xlsx: (rows, { round }) => toXlsx(rows, round),
	json: toJson
};
