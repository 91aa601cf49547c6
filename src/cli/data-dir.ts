import { readEnvironment } from '#lib/server/foundation/environment.ts';
import type { Io } from './io.ts';

/** Folder of the database: only `DATA_DIR` matters here, a wrong `PORT` is the server's business.
 *  @throws StartError when it cannot be written to */
export function dataDirOf({ env }: Io): string {
	return readEnvironment({ DATA_DIR: env.DATA_DIR }).dataDir;
}
