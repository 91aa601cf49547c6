import { askedLanguage } from '#lib/server/foundation/http/asked-language.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { requireRegionAssessment } from '#lib/server/rounds/subject/subject.ts';
import { collectRegionWorkbook } from '#lib/server/documents/workbook/gather/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/documents/workbook/print/make-workbook.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireRegionAssessment(contextOf(locals, viewer), params);
	const locale = askedLanguage(url, 'id');
	const data = await collectRegionWorkbook(db, viewer, assessment, { now: Date.now(), locale });
	const name = documentName(params.round, { kind: 'workbook', subject: params.region, locale }, 'xlsx');
	return downloadResponse(await makeWorkbook(data, locale), name);
};
