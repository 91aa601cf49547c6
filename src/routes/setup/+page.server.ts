import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { createFirstAdmin, FirstAdmin } from '#lib/server/people/auth/first-admin.ts';
import { PASSWORD_MIN_LENGTH } from '#lib/server/people/auth/passwords.ts';
import { setSessionCookie } from '#lib/server/people/auth/session-cookie.ts';
import { openSession } from '#lib/server/people/auth/sessions.ts';
import { needsSetup } from '#lib/server/people/auth/setup-token.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (!needsSetup(locals.db)) redirect(303, '/login');
	return { token: url.searchParams.get('token') ?? '', passwordMin: PASSWORD_MIN_LENGTH };
};

const SENTENCES = {
	token: () => m.setup_token_wrong(),
	username: () => m.setup_username_short(),
	displayName: () => m.setup_name_missing(),
	password: () => m.setup_password_short({ min: PASSWORD_MIN_LENGTH })
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, url }) => {
		if (!needsSetup(locals.db)) redirect(303, '/login');
		const form = Object.fromEntries(await request.formData());
		const parsed = FirstAdmin.safeParse(form);
		if (!parsed.success) {
			const fields = new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof typeof SENTENCES));
			const errors = Object.fromEntries([...fields].map((field) => [field, SENTENCES[field]()]));
			const { username, displayName, token } = form;
			return fail(400, { errors, username: String(username), displayName: String(displayName), token: String(token) });
		}
		const id = await createFirstAdmin(locals.db, parsed.data, Date.now());
		if (!id) redirect(303, '/login');
		setSessionCookie(cookies, url, await openSession(locals.db, id));
		redirect(303, '/admin');
	}
};
