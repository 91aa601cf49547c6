import { error } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { emblemPlace, readEmblems } from '#lib/server/documents/gather/emblems.ts';
import type { RequestHandler } from './$types';

/** A coat of arms as it is, for the page that changes it. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	requirePermission(locals, 'settings.manage', url);
	const place = emblemPlace(params.place);
	const emblem = place && readEmblems(locals.db)[place];
	if (!emblem) error(404, say(locals.locale).common_not_found({}));
	return new Response(new Uint8Array(emblem.content), {
		headers: {
			'content-type': `image/${emblem.type}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-cache'
		}
	});
};
