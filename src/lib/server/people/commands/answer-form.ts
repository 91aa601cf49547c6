import { error } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { forbiddenSentence } from '#lib/words/province.ts';
import type { Refused } from './refusal.ts';

/** Sentences of a page in place of the common ones for `missing` and `forbidden`. */
type Said = Partial<Record<Refused['kind'], string>>;

/** A result that a page can go on with: the deed done or the thing shown, or a refusal with words of its own.
 *  @throws 404 or 403 with a sentence where there is nothing of that name, or the person may not */
export function unlessRefused<Result extends { kind: string }>(
	result: Result,
	locale: Locale,
	said: Said = {}
): Exclude<Result, Refused> {
	if (result.kind === 'missing') error(404, said.missing ?? say(locale).common_not_found({}));
	if (result.kind === 'forbidden') error(403, said.forbidden ?? forbiddenSentence(locale));
	return result as Exclude<Result, Refused>;
}
