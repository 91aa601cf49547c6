import { z } from 'zod';
import { PUBLIC_DEPTHS } from '#lib/domain/publication/depth.ts';
import { instantOf, localTime } from '#lib/words/local-time.ts';
import { LICENCE_CODES } from '#lib/domain/publication/licences.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Publication } from '#lib/server/public/publication/settings.ts';

/** Settings of the publication as the form sends them; the hour is that of the installation's clocks. */
export const PublicationForm = z
	.object({
		depth: z.enum(PUBLIC_DEPTHS, { error: () => m.publication_error_depth() }),
		embargo: z.string().trim().default(''),
		licence: z.enum(LICENCE_CODES, { error: () => m.publication_error_licence() }),
		contact: z
			.string()
			.trim()
			.max(200, { error: () => m.publication_error_contact() })
			.default('')
	})
	.refine(({ embargo }) => embargo === '' || instantOf(embargo) !== null, {
		path: ['embargo'],
		error: () => m.publication_error_embargo()
	})
	.transform(({ embargo, ...others }): Publication => ({ ...others, embargoUntil: instantOf(embargo) }));

/** The settings as the form shows them. */
export function publicationValues({ depth, embargoUntil, licence, contact }: Publication): Record<string, string> {
	return { depth, embargo: embargoUntil === null ? '' : localTime(embargoUntil), licence, contact };
}
