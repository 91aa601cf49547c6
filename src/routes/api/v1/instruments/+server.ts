import { answerApi, answerJson, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { instrumentDocument } from '#lib/server/api/round-document.ts';
import { listInstruments } from '#lib/server/rounds/instruments/stored-instruments.ts';

export const GET = answerApi(({ locals }) =>
	answerJson({ instruments: listInstruments(locals.db).map(instrumentDocument) })
);

export const fallback = methodNotAllowed;
