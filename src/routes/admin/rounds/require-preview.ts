import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { isOpenToPublic, previewRound } from '#lib/server/public/publication/find-public.ts';
import { publicContent } from '#lib/server/public/publication/public-content.ts';
import { readPublication } from '#lib/server/public/publication/settings.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';

/** Content of a round as the public sees it, or will see it, for a viewer who may open it.
 *  @throws 403, or 404 where nothing is to be opened */
export function requirePreview(locals: App.Locals, code: string, url: URL) {
	requirePermission(locals, 'round.manage', url);
	const { db, locale } = locals;
	const round = requireRound(db, code, locale);
	const now = Date.now();
	const preview = previewRound(db, round, now) ?? error(404, m.publication_preview_closed());
	const publication = readPublication(db, round.id);
	return {
		content: publicContent(preview, locale),
		embargoUntil: publication.embargoUntil,
		isOpen: isOpenToPublic(round, publication, now)
	};
}
