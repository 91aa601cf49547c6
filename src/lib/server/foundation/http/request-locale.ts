import type { Locale } from '#lib/domain/locale.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { baseLocale, isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

const storage = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => storage.getStore() ?? baseLocale);

/** Answers a request in a language: the texts made while `answer` runs are in it. Paraglide's own middleware does
 *  the same, but copies every request with its body first.
 *  @param wanted value of the cookie; anything but one of the program's languages means the first one */
export function inLocale<Answer>(wanted: string | undefined, answer: (locale: Locale) => Answer): Answer {
	const locale = isLocale(wanted) ? wanted : baseLocale;
	return storage.run(locale, () => answer(locale));
}
