import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '#lib/words/say.ts';
import { DATABASE_FILE, openDatabase } from '#lib/server/foundation/db/open.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { dataDirOf } from './data-dir.ts';
import { CommandError, type Io } from './io.ts';

/** Runs some work with the database of `DATA_DIR` open, beside a running server or without one.
 *  @param options `create`: an empty system is made where there is none
 *  @throws CommandError when there is no database */
export async function withDatabase<T>(
	io: Io,
	work: (db: Db) => T | Promise<T>,
	{ create = false }: { create?: boolean } = {}
): Promise<T> {
	const dataDir = dataDirOf(io);
	if (!create && !existsSync(join(dataDir, DATABASE_FILE)))
		throw new CommandError(say(io.locale).cmd_no_database({ folder: dataDir }));
	const connection = openDatabase(dataDir, io.env.PROVINCE ? io.resolvePath(io.env.PROVINCE) : null);
	try {
		return await work(connection.db);
	} finally {
		connection.close();
	}
}

/** Finds the named round.
 *  @throws CommandError when there is none */
export function getRound(db: Db, code: string, io: Io): Round {
	const round = findRound(db, code);
	if (!round) throw new CommandError(say(io.locale).error_round_missing({ round: code }));
	return round;
}
