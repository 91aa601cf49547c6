import { redirect } from '@sveltejs/kit';
import { cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { localPath } from '#lib/server/people/auth/local-path.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (isLocale(locale))
		cookies.set(cookieName, locale, {
			path: '/',
			httpOnly: false, // the messages in the browser read it too
			sameSite: 'lax',
			secure: url.protocol === 'https:',
			maxAge: 400 * 86_400
		});
	redirect(303, localPath(form.get('next')));
};
