import { error } from '@sveltejs/kit';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Refused } from './refusal.ts';

/** Sentences of a page that says more than that there is nothing, or that the person may not. */
type Said = Partial<Record<Refused['kind'], string>>;

/** A result that a page can go on with: what was done or shown, or a refusal that it has words of its own for.
 *  @throws 404 or 403 with a sentence where there is nothing of that name, or the person may not */
export function unlessRefused<Result extends { kind: string }>(
	result: Result,
	locale: keyof Text,
	said: Said = {}
): Exclude<Result, Refused> {
	if (result.kind === 'missing') error(404, said.missing ?? m.common_not_found({}, { locale }));
	if (result.kind === 'forbidden') error(403, said.forbidden ?? m.common_forbidden({}, { locale }));
	return result as Exclude<Result, Refused>;
}
