import { requireViewer } from '#lib/server/auth/require.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import { collectRoundWorkbook } from '#lib/server/workbook/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/workbook/make-workbook.ts';
import { workbookResponse } from '#lib/server/workbook/workbook-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locals.locale);
	const locale = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
	const data = await collectRoundWorkbook(db, viewer, round, { now: Date.now(), locale });
	return workbookResponse(await makeWorkbook(data, locale), round.code, 'putaran');
};
