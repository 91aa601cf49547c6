import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { readEvidenceRow } from '#lib/server/fieldwork/evidence/find-evidence.ts';
import { answerFile } from '#lib/server/fieldwork/evidence/serve-file.ts';
import { toResponse } from '#lib/server/foundation/http/plain-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request, url }) => {
	const viewer = requireViewer(locals, url);
	const { locale } = locals;
	const said = { missing: say(locale).evidence_missing({}) };
	const { row } = unlessRefused(readEvidenceRow(locals.db, viewer, params.evidence), locale, said);
	const wanted = { method: request.method, headers: Object.fromEntries(request.headers) };
	const answer = answerFile(locals.db, locals.dataDir, row, wanted) ?? error(404, m.evidence_file_gone());
	return toResponse(answer);
};
