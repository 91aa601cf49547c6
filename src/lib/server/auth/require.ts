import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { hasPermission, type Permission, type Viewer } from './access.ts';

interface Asker {
	viewer: Viewer | null;
	locale: 'id' | 'en';
}

/** The person who asks; sends to the login page (and back afterwards) where nobody is logged in. */
export function requireViewer(locals: Asker, url?: URL): Viewer {
	if (locals.viewer) return locals.viewer;
	redirect(303, url ? `/login?next=${encodeURIComponent(url.pathname + url.search)}` : '/login');
}

/** The person who asks, if the role has the permission at all; answers 403 with a sentence otherwise. */
export function requirePermission(locals: Asker, permission: Permission): Viewer {
	const viewer = requireViewer(locals);
	if (!hasPermission(viewer, permission)) error(403, m.common_forbidden({}, { locale: locals.locale }));
	return viewer;
}
