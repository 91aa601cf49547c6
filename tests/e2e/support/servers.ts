import { join } from 'node:path';

/** How many tests run at the same time. Each worker has a server and a database of its own, so that its tests, which run
 *  one after the other, cannot disturb those of another. */
export const WORKERS = 2;

const firstPort = Number(process.env.E2E_PORT ?? 4173); // another one lets two runs stand side by side

/** The server of a worker.
 *  @param worker Playwright's `parallelIndex`, from 0 */
export function serverOf(worker: number): { port: number; origin: string; dataDir: string } {
	const port = firstPort + worker;
	return { port, origin: `http://127.0.0.1:${port}`, dataDir: join(process.env.E2E_DATA_DIR!, String(worker)) };
}
