import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputOf, startProcess } from '../../support/start-process.ts';

/** A server of one test alone, on a free port and an empty data folder. */
export interface OwnServer {
	/** Its address, such as `http://127.0.0.1:41234`. */
	origin: string;
	/** Makes the first administrator, once. */
	setupToken: string;
	/** Ends the server and removes its data. */
	stop: () => Promise<void>;
}

/** Starts the empty system as `npm start` does.
 *  @throws Error with what the program wrote, when it ends instead */
export async function startOwnServer(): Promise<OwnServer> {
	const folder = mkdtempSync(join(tmpdir(), 'siap-e2e-empty-'));
	const program = startProcess({ DATA_DIR: folder });
	const [, origin] = await outputOf(program, /berjalan di (http:\/\/\S+)/);
	const [, setupToken] = await outputOf(program, /sekali pakai ini: ([0-9a-f]{24})/);
	const stop = async () => {
		program.child.kill('SIGTERM');
		await program.ended;
		rmSync(folder, { recursive: true, force: true });
	};
	return { origin: origin!, setupToken: setupToken!, stop };
}
