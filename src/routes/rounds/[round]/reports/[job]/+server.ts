import { error } from '@sveltejs/kit';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { say } from '#lib/words/say.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { fileTypeOf, jobFile } from '#lib/server/documents/jobs/job-file.ts';
import { findDocument } from '#lib/server/documents/jobs/list-jobs.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { namedSubject } from '#lib/server/documents/kinds/subjects.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { RequestHandler } from './$types';

/** A finished document, by the same rules as its data. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, dataDir, locale } = locals;
	const viewer = requireViewer(locals, url);
	const round = requireRound(db, params.round, locale);
	const job = findDocument(db, viewer, round, params.job);
	if (!job || !existsSync(jobFile(dataDir, job))) error(404, say(locale).documents_gone({}));
	return downloadResponse(
		await readFile(jobFile(dataDir, job)),
		documentName(round.code, { ...job, subject: namedSubject(db, job) }, fileTypeOf(job))
	);
};
