import { type CompilerOptions, paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { browserMessages } from './src/cli/browser-messages.ts';
import { bundleProgram } from './src/cli/bundle-program.ts';

const messages: CompilerOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	outputStructure: 'locale-modules'
};

// Loaded as it stands, file by file, Drizzle costs Node 24 half a second and 190 MB, for its modules import each other in
// circles; in one piece it costs neither. Lucia's adapter would load it once more.
const inOnePiece = [/^drizzle-orm/, '@lucia-auth/adapter-drizzle'];

export default defineConfig({
	plugins: [
		paraglideVitePlugin(messages),
		browserMessages(messages, './.svelte-kit/paraglide'),
		sveltekit(),
		bundleProgram(inOnePiece)
	],
	// Nothing as data: address: the content security policy lets fonts and images come from files only.
	build: { assetsInlineLimit: 0 },
	ssr: { noExternal: inOnePiece }
});
