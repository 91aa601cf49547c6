import { type CompilerOptions, paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { browserMessages } from './src/cli/browser-messages.ts';

const messages: CompilerOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	outputStructure: 'locale-modules'
};

export default defineConfig({
	plugins: [paraglideVitePlugin(messages), browserMessages(messages, './.svelte-kit/paraglide'), sveltekit()],
	// Nothing as data: address: the content security policy lets fonts and images come from files only.
	build: { assetsInlineLimit: 0 },
	test: {
		include: ['src/**/*.test.ts', 'tests/contract/**/*.test.ts'],
		environment: 'node',
		testTimeout: 20_000,
		hookTimeout: 60_000 // seeding the demo, on a machine that does other things too
	}
});
