import { answerApi, answerJson, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { Problem } from '#lib/server/api/problem.ts';
import { readQuery } from '#lib/server/api/request-body.ts';
import { instrumentDocument } from '#lib/server/api/round-document.ts';
import { InstrumentQuery } from '#lib/server/api/schemas.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';

export const GET = answerApi<'instrument'>(({ locals, params, url }) => {
	const { version } = readQuery(url, InstrumentQuery, locals.locale);
	const stored = findInstrument(locals.db, params.instrument, version);
	if (!stored)
		throw new Problem('instrument_missing', { instrument: [params.instrument, version ?? ''].join(' ').trim() });
	return answerJson({ ...instrumentDocument(stored), content: stored.instrument });
});

export const fallback = methodNotAllowed;
