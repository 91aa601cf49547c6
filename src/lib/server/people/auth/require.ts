import { error, redirect } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { forbiddenSentence } from '#lib/words/province.ts';
import { hasPermission, type Permission, type Viewer } from '#lib/server/people/access/access.ts';

interface Asker {
	viewer: Viewer | null;
	locale: Locale;
}

/** The person logged in.
 *  @throws redirect to the login page where nobody is logged in, and from there back to the address; after a form the
 *  page says that it was not taken */
export function requireViewer(locals: Asker, url: URL): Viewer {
	if (locals.viewer) return locals.viewer;
	const unsent = [...url.searchParams.keys()].some(isAction) ? '&unsent=1' : '';
	redirect(303, `/login?next=${encodeURIComponent(pageOf(url))}${unsent}`);
}

/** The person who asks, if the role has the permission at all.
 *  @throws 403 with a sentence otherwise; the redirect of `requireViewer` */
export function requirePermission(locals: Asker, permission: Permission, url: URL): Viewer {
	const viewer = requireViewer(locals, url);
	if (!hasPermission(viewer, permission)) error(403, forbiddenSentence(locals.locale));
	return viewer;
}

/** The page of an address; that of a form names its action first (`?/save`), which is nothing to come back to. */
function pageOf({ pathname, searchParams }: URL): string {
	const kept = new URLSearchParams([...searchParams].filter(([name]) => !isAction(name)));
	return kept.size > 0 ? `${pathname}?${kept}` : pathname;
}

function isAction(name: string): boolean {
	return name.startsWith('/');
}
