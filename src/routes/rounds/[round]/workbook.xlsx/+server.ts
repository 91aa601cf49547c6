import { askedLanguage } from '#lib/server/foundation/http/asked-language.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireOpenedRound } from '#lib/server/rounds/subject/guard-round.ts';
import { collectRoundWorkbook } from '#lib/server/documents/workbook/gather/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/documents/workbook/print/make-workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireOpenedRound(db, params.round, locals.locale);
	const locale = askedLanguage(url, 'id');
	const data = await collectRoundWorkbook(db, viewer, round, { now: Date.now(), locale });
	const name = documentName(round.code, { kind: 'workbook', subject: '', locale }, 'xlsx');
	return downloadResponse(await makeWorkbook(data, locale), name);
};
