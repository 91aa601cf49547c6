import { redirect } from '@sveltejs/kit';
import { printedCode, readCode } from '#lib/server/documents/verification/report-code.ts';
import type { PageServerLoad } from './$types';

/** Open to everybody: whoever holds a paper may ask whether it is genuine. */
export const load: PageServerLoad = ({ url }) => {
	const typed = url.searchParams.get('code') ?? '';
	const code = readCode(typed);
	if (code !== null) redirect(303, `/verify/${printedCode(code)}`);
	return { typed };
};
