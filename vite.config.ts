import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'baseLocale'],
			outputStructure: 'message-modules'
		}),
		sveltekit()
	],
	// Nothing as data: address: the content security policy lets fonts and images come from files only.
	build: { assetsInlineLimit: 0 },
	test: {
		include: ['src/**/*.test.ts', 'tests/contract/**/*.test.ts'],
		environment: 'node',
		testTimeout: 20_000
	}
});
