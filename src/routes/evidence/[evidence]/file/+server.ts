import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { forbiddenSentence } from '#lib/words/province.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { readEvidenceRow } from '#lib/server/fieldwork/evidence/find-evidence.ts';
import { answerFile } from '#lib/server/fieldwork/evidence/serve-file.ts';
import { toResponse } from '#lib/server/foundation/http/plain-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request, url }) => {
	const viewer = requireViewer(locals, url);
	const row = readEvidenceRow(locals.db, viewer, params.evidence);
	if (row === 'missing') error(404, m.evidence_missing());
	if (row === 'forbidden') error(403, forbiddenSentence());
	const wanted = { method: request.method, headers: Object.fromEntries(request.headers) };
	const answer = answerFile(locals.db, locals.dataDir, row, wanted) ?? error(404, m.evidence_file_gone());
	return toResponse(answer);
};
