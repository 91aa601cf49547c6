import { error, redirect } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { readCode } from '#lib/server/documents/verification/report-code.ts';
import { verifyCode } from '#lib/server/documents/verification/verify-code.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const { db, viewer, locale } = locals;
	if (readCode(params.code) === null) redirect(303, `/verify?code=${encodeURIComponent(params.code.slice(0, 40))}`);
	const found = await verifyCode(db, viewer, params.code, { locale, now: Date.now() });
	if (!found) error(404, say(locale).verify_unknown({ code: params.code.slice(0, 40) }));
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { found, isLoggedIn: viewer !== null };
};
