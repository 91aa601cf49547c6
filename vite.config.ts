import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { namedChoices } from './src/cli/name-choices.ts';
import { IN_ONE_PIECE } from './vite.program.config.ts';

// A module for each text in a build, so that a page gets the texts that it shows; one for each language elsewhere, which Node
// loads fastest. `imports` in package.json says who reads which.
const BUILT = './.svelte-kit/paraglide';
const TEXTS = './src/lib/paraglide';

export default defineConfig(({ command }) => ({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: command === 'build' ? BUILT : TEXTS,
			outputStructure: command === 'build' ? 'message-modules' : 'locale-modules',
			strategy: ['cookie', 'baseLocale']
		}),
		namedChoices(BUILT),
		sveltekit()
	],
	// Nothing as data: address: the content security policy lets fonts and images come from files only.
	build: { assetsInlineLimit: 0 },
	ssr: { noExternal: IN_ONE_PIECE }
}));
