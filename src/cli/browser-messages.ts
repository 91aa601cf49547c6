import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile, type CompilerOptions } from '@inlang/paraglide-js';
import type { Plugin } from 'vite';

/** A text that is chosen at run time: ``m[`status_${status}`]``. */
const CHOICE = /\bm\[\s*`([^`]*)`\s*\]/g;

/** Gives a page in the browser the texts that it can show and no others. Everywhere else all texts of a language are one
 *  module, which Node loads fastest; for the browser each text is made a module of its own, and a text chosen at run time
 *  names those that it can be, because otherwise it could be any.
 *  @param options as for Paraglide's own plugin; only the browser's part of a build takes what is made here
 *  @param outdir where the modules of the browser lie */
export function browserMessages(options: CompilerOptions, outdir: string): Plugin {
	const [common, own] = [resolve(options.outdir), resolve(outdir)];
	let keys: string[] = [];
	return {
		name: 'siap:browser-messages',
		apply: 'build',
		enforce: 'pre',
		async buildStart() {
			if (this.environment.config.consumer !== 'client') return;
			await compile({ ...options, outdir: own, outputStructure: 'message-modules', isServer: 'false' });
			keys = readdirSync(`${own}/messages`).map((file) => file.replace(/\.js$/, ''));
		},
		resolveId(source, _importer, { ssr }) {
			return !ssr && source.startsWith(`${common}/`) ? own + source.slice(common.length) : null;
		},
		transform: {
			order: 'post', // when the components have become JavaScript
			handler(code, id, options) {
				return options?.ssr || id.startsWith(own) || !/paraglide\/messages/.test(code) ? null : nameChoices(code, keys);
			}
		}
	};
}

/** The code with every choice taken from a table of the texts that fit: `status_…`. Null where there is no choice.
 *  @throws Error where no text fits, or where one is chosen without a template, so that none could be left out */
export function nameChoices(code: string, keys: readonly string[]): { code: string; map: null } | null {
	const tables: string[] = [];
	const named = code.replace(CHOICE, (choice, template: string) => {
		const fits = new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\\w+')}$`);
		const texts = keys.filter((key) => fits.test(key)).map((key) => `${key}: m.${key}`);
		if (texts.length === 0) throw new Error(`no text fits ${choice}`);
		return `textChoice${tables.push(texts.join(', '))}${choice.slice(1)}`;
	});
	if (/\bm\[/.test(named)) throw new Error('in the browser m[…] takes a template, such as m[`status_${status}`]');
	if (tables.length === 0) return null;
	const constants = tables.map((texts, at) => `const textChoice${at + 1} = { ${texts} };`);
	return { code: `${constants.join('\n')}\n${named}`, map: null };
}
