import type { Locale } from '#lib/domain/locale.ts';
import type { TextFault } from '#lib/domain/tables/decode-text.ts';
import { say } from '#lib/words/say.ts';

/** Why a file cannot be read as text, and the remedy. */
export function describeTextFault(fault: TextFault, locale: Locale): string {
	return say(locale)[`error_text_${fault}`]({});
}
