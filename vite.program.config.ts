import { globSync } from 'node:fs';
import { defineConfig } from 'vite';

const THREADS = 'src/lib/server';
const threads = globSync(`${THREADS}/**/*-worker.ts`).filter((file) => !file.includes('/foundation/jobs/'));

/** Packages that become part of the files. Loaded as it stands, file by file, Drizzle costs Node 24 half a second and 190 MB,
 *  for its modules import each other in circles; in one piece it costs neither. Lucia's adapter would load it once more. */
export const IN_ONE_PIECE = [/^drizzle-orm/, '@lucia-auth/adapter-drizzle'];

/** Builds what Kit does not: the program that serves, and the server's threads and processes, one file each such as
 *  `build/program/plans/optimise/plan-worker.js`. From TypeScript each of them would load the compiler that strips types, which
 *  costs 30 MB and the first answer half a second. */
export default defineConfig({
	publicDir: false,
	ssr: { noExternal: IN_ONE_PIECE },
	build: {
		ssr: true,
		outDir: 'build/program',
		rolldownOptions: {
			input: {
				serve: 'src/cli/serve.ts',
				...Object.fromEntries(threads.map((file) => [file.slice(THREADS.length + 1, -'.ts'.length), file]))
			}
		}
	}
});
