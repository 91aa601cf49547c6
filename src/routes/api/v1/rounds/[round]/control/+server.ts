import { answerApi, answerJson, methodNotAllowed, requireApiPermission } from '#lib/server/api/answer-api.ts';
import { controlDocument } from '#lib/server/api/control-document.ts';
import { requireRound } from '#lib/server/api/round-document.ts';

export const GET = answerApi<'round'>(({ locals, params }, viewer) => {
	requireApiPermission(viewer, 'control.read');
	return answerJson(controlDocument(locals.db, requireRound(locals.db, params.round), Date.now()));
});

export const fallback = methodNotAllowed;
