import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { localPath } from '#lib/server/people/auth/local-path.ts';
import { logIn } from '#lib/server/people/auth/login.ts';
import { setSessionCookie } from '#lib/server/people/auth/session-cookie.ts';
import { needsSetup } from '#lib/server/people/auth/setup-token.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (needsSetup(locals.db)) redirect(303, '/setup');
	if (locals.viewer) redirect(303, localPath(url.searchParams.get('next')));
	return { isUnsent: url.searchParams.has('unsent') };
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, url }) => {
		const form = await request.formData();
		const username = String(form.get('username') ?? '').trim();
		const password = String(form.get('password') ?? '');
		if (!username || !password) return fail(400, { username, message: m.login_empty() });
		const result = await logIn(locals.db, username, password, Date.now());
		if (result.kind === 'wrong') return fail(400, { username, message: m.login_wrong() });
		if (result.kind === 'blocked')
			return fail(429, { username, message: m.login_blocked({ minutes: result.minutes }) });
		setSessionCookie(cookies, url, result.session);
		redirect(303, localPath(url.searchParams.get('next')));
	}
};
