import { redirect } from '@sveltejs/kit';
import { closeSession, SESSION_COOKIE } from '#lib/server/people/auth/sessions.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
	const id = cookies.get(SESSION_COOKIE);
	if (id) await closeSession(locals.db, id);
	cookies.delete(SESSION_COOKIE, { path: '/' });
	redirect(303, '/login');
};
