import { globSync } from 'node:fs';
import { build, type Plugin } from 'vite';

const THREADS = 'src/lib/server';
const FOLDER = 'build/program';

/** Builds what Kit does not: the program that serves, and the server's threads, one file each such as
 *  `build/program/plans/optimise/plan-worker.js`. From TypeScript each of them would load the compiler that strips types, which costs
 *  30 MB and the first answer half a second.
 *  @param noExternal packages that become part of the files, as in the server's own build */
export function bundleProgram(noExternal: (string | RegExp)[]): Plugin {
	let isServer = false;
	return {
		name: 'siap:program',
		apply: 'build',
		configResolved: (config) => void (isServer = Boolean(config.build.ssr)),
		closeBundle: {
			sequential: true, // after Kit, which empties the folder of the build
			async handler() {
				if (!isServer) return;
				const threads = globSync(`${THREADS}/**/*-worker.ts`).filter((file) => !file.includes('/foundation/jobs/'));
				const named = threads.map((file) => [file.slice(THREADS.length + 1, -'.ts'.length), file]);
				// Apart, so that the one keeps none of the texts that only the others show.
				for (const input of [{ serve: 'src/cli/serve.ts' }, Object.fromEntries(named) as Record<string, string>])
					await build({
						configFile: false,
						logLevel: 'warn',
						publicDir: false,
						ssr: { noExternal },
						build: { ssr: true, outDir: FOLDER, emptyOutDir: false, rollupOptions: { input } }
					});
			}
		}
	};
}
