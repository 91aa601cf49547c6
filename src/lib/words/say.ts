import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

type Texts = typeof m;
/** Every text, without the choice of a language. */
type Said = { [Key in keyof Texts]: (inputs: Parameters<Texts[Key]>[0]) => string };

const said: Record<Locale, Said> = { id: inLocale('id'), en: inLocale('en') };

/** Gives all texts in one language: `say(locale).report_title({ name })`. Only for the server and its programs: a component
 *  says `m.report_title({ name })`, in the language of its page, so that the browser gets no more texts than it shows. */
export function say(locale: Locale): Said {
	return said[locale];
}

/** The texts themselves, each bound when it is first asked for: a module for each language would hold all of them once more. */
function inLocale(locale: Locale): Said {
	const texts = m as unknown as Record<string, (inputs: unknown, options: { locale: Locale }) => string>;
	return new Proxy({} as Record<string, (inputs: unknown) => string>, {
		get(bound, key: string) {
			const text = texts[key];
			return text && (bound[key] ??= (inputs) => text(inputs, { locale }));
		}
	}) as Said;
}
