import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { toCsv, toJson, toXlsx } from '#lib/server/public/exchange/write-table.ts';
import { writeOutput } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { getRound, withDatabase } from '../with-database.ts';

export const usage = 'siap export --round R --format csv|xlsx|json --out F';

/** Writes all answers of a round to a file. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{ round: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
		{ needed: ['round', 'format', 'out'] }
	);
	const write = WRITERS[values.format!];
	if (!write) throw new CommandError(usage, 2);
	const rows = await withDatabase(io, (db) => exportRows(db, MACHINE_VIEWER, getRound(db, values.round!, io)));
	writeOutput(values.out!, await write(rows, values.round!), io);
	return 0;
}

const WRITERS: Record<string, typeof toXlsx | typeof toCsv | undefined> = { csv: toCsv, xlsx: toXlsx, json: toJson };
