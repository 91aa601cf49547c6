import { globSync } from 'node:fs';
import { build, type Plugin } from 'vite';

const SOURCES = 'src/lib/server';
const FOLDER = 'build/workers';

/** Makes one file each of the server's threads, `build/workers/plans/plan-worker.js`: from TypeScript every thread would
 *  load the compiler that strips the types, which costs it 30 MB and its first answer half a second. Kit builds what the
 *  pages import, and threads are started by the name of their file; so they are built here, after Kit.
 *  @param noExternal packages that become part of the files, as in the server's own build */
export function bundleWorkers(noExternal: (string | RegExp)[]): Plugin {
	let isServer = false;
	return {
		name: 'siap:workers',
		apply: 'build',
		configResolved: (config) => void (isServer = Boolean(config.build.ssr)),
		closeBundle: {
			sequential: true,
			async handler() {
				if (!isServer) return;
				const files = globSync(`${SOURCES}/*/*-worker.ts`).filter((file) => !file.includes('/jobs/'));
				const input = Object.fromEntries(files.map((file) => [file.slice(SOURCES.length + 1, -'.ts'.length), file]));
				await build({
					configFile: false,
					logLevel: 'warn',
					publicDir: false,
					ssr: { noExternal },
					build: { ssr: true, outDir: FOLDER, emptyOutDir: true, rollupOptions: { input } }
				});
			}
		}
	};
}
