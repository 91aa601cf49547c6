import type { Locale } from '#lib/domain/locale.ts';
import * as en from '#lib/paraglide/messages/en.js';
import * as id from '#lib/paraglide/messages/id.js';

const texts = { id, en };

/** All texts in one language: `say(locale).report_title({ name })`. Only for the server and its programs: a component
 *  says `m.report_title({ name })` in its page's language, so that the browser gets only the texts that it shows. */
export function say(locale: Locale): typeof id {
	return texts[locale];
}
