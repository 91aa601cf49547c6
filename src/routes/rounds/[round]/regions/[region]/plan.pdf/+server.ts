import { requireDocument } from '#lib/server/documents/download/require-document.ts';
import { sendDocument } from '#lib/server/documents/download/send-document.ts';
import { parsePlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import type { RequestHandler } from './$types';

/** Plan with the target and the capacity that were chosen on the page, as in its table. */
export const GET: RequestHandler = (event) => {
	const { locals, params, url } = event;
	const about = { kind: 'plan', subject: params.region } as const;
	const { round } = requireDocument(event, about);
	const { instrument } = roundInstrument(locals.db, round, 'region');
	const choice = parsePlanChoice(url.searchParams, round, instrument);
	return sendDocument(event, { ...about, format: 'pdf', choice }, locals.locale);
};
