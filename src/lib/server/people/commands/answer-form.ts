import { error } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { forbiddenSentence } from '#lib/words/province.ts';
import type { Refused } from './refusal.ts';

/** A result that a page can go on with: what was done or shown, or a refusal that it has words of its own for.
 *  @param result an object with `kind`, or one of the kinds alone
 *  @throws 404 or 403 with a sentence where there is nothing of that name, or the person may not */
export function unlessRefused<Result>(result: Result, locale: Locale): Exclude<Result, Refused | Refused['kind']> {
	const kind: unknown = typeof result === 'object' && result && 'kind' in result ? result.kind : result;
	if (kind === 'missing') error(404, say(locale).common_not_found({}));
	if (kind === 'forbidden') error(403, forbiddenSentence(locale));
	return result as Exclude<Result, Refused | Refused['kind']>;
}
