import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Pattern of a text that is chosen at run time: ``m[`status_${status}`]``. */
const CHOICE = /\bm\[\s*`([^`]*)`\s*\]/g;

/** Vite plugin that names the texts of each choice at run time; without it the choice could be any text, and every page
 *  in the browser would get all of them (docs/decisions).
 *  @param outdir folder that Paraglide compiles to, a module for each text */
export function namedChoices(outdir: string): Plugin {
	let keys: string[] | undefined;
	return {
		name: 'siap:named-choices',
		apply: 'build',
		applyToEnvironment: ({ config }) => config.consumer === 'client',
		transform: {
			order: 'post', // when the components have become JavaScript
			filter: { code: /paraglide\/messages/ },
			handler: (code) => nameChoices(code, (keys ??= readKeys(outdir)))
		}
	};
}

function readKeys(outdir: string): string[] {
	const index = readFileSync(`${outdir}/messages/_index.js`, 'utf8');
	return [...index.matchAll(/'\.\/(\w+)\.js'/g)].map(([, key]) => key!);
}

/** Rewrites code so that every choice is made from a table of the texts that fit: `status_…`. Null where there is none.
 *  @throws Error where no text fits, or where one is chosen without a template, so that any would fit */
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
