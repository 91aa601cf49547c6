import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { verifyCode } from '#lib/server/verification/verify-code.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const { db, viewer, locale } = locals;
	const found = await verifyCode(db, viewer, params.code, locale, Date.now());
	if (!found) error(404, m.verify_unknown({ code: params.code.slice(0, 40) }, { locale }));
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { found, isLoggedIn: viewer !== null };
};
