import { ClarificationStepRequest, QuestionRequest } from '#lib/domain/workflow/clarification-request.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { askClarification } from '#lib/server/fieldwork/clarifications/ask-clarification.ts';
import {
	type ClarificationResult,
	describeFault,
	describeOvertakenThread,
	describeRefused
} from '#lib/server/fieldwork/clarifications/clarification-result.ts';
import {
	type ListedClarification,
	listClarifications
} from '#lib/server/fieldwork/clarifications/list-clarifications.ts';
import { stepClarification } from '#lib/server/fieldwork/clarifications/move-clarification.ts';
import { type ApiEvent, answerJson, requireApiPermission } from './answer-api.ts';
import { missingAssessment } from './assessment-calls.ts';
import { Problem } from './problem.ts';
import { readJson } from './request-body.ts';
import { requireRound } from './round-document.ts';

// A message of the longest kind, escaped in the longest way, with room to spare.
const MESSAGE_MAX_BYTES = 64 * 1024;

/** Answers `GET` of the clarifications of a round that the viewer may read. */
export function answerClarifications(event: ApiEvent<'round'>, viewer: Viewer, now: number): Response {
	requireApiPermission(viewer, 'clarification.read');
	const { db, locale } = event.locals;
	const round = requireRound(db, event.params.round);
	const listed = listClarifications({ db, actor: viewer, locale, now }, round);
	return answerJson({ round: round.code, clarifications: listed.map(toDocument) });
}

/** Answers `GET` of one thread. */
export function answerClarification(event: ApiEvent<'round' | 'clarification'>, viewer: Viewer, now: number): Response {
	requireApiPermission(viewer, 'clarification.read');
	return answerJson(toDocument(requireListed(event, viewer, event.params.clarification, now)));
}

/** Answers `POST` of a question about a region or an agency. */
export async function answerAsk(
	event: ApiEvent<'round' | 'region'>,
	viewer: Viewer,
	agency: string | null,
	now: number
): Promise<Response> {
	requireApiPermission(viewer, 'clarification.ask');
	const { dueOn = null, ...question } = await readJson(event, QuestionRequest, MESSAGE_MAX_BYTES);
	const { round, region } = event.params;
	const key = { round, region, agency };
	const asked = askClarification({ db: event.locals.db, actor: viewer, now }, key, { ...question, dueOn });
	if (asked.kind === 'missing') throw missingAssessment(event, key);
	return answerResult(event, viewer, asked, question.indicator, now);
}

/** Answers `POST` of a step in a thread. */
export async function answerClarificationStep(
	event: ApiEvent<'round' | 'clarification'>,
	viewer: Viewer,
	now: number
): Promise<Response> {
	requireApiPermission(viewer, 'clarification.read');
	const { dueOn = null, ...move } = await readJson(event, ClarificationStepRequest, MESSAGE_MAX_BYTES);
	const { round, clarification } = event.params;
	requireRound(event.locals.db, round);
	const result = stepClarification({ db: event.locals.db, actor: viewer, now }, round, clarification, {
		...move,
		dueOn
	});
	return answerResult(event, viewer, result, clarification, now);
}

/** The thread as it stands after a write, or the problem.
 *  @param about what the sentence of a fault names */
function answerResult(
	event: ApiEvent<'round'>,
	viewer: Viewer,
	result: ClarificationResult,
	about: string,
	now: number
): Response {
	const { locale } = event.locals;
	switch (result.kind) {
		case 'done':
			return answerJson(toDocument(requireListed(event, viewer, result.id, now)));
		case 'invalid': {
			const detail = describeFault(result.fault, about, locale);
			throw new Problem('content_invalid', { faults: detail }, { errors: [{ field: result.fault.field, detail }] });
		}
		case 'refused':
			throw new Problem('step_refused', { reason: describeRefused(result.refusal, result.status, locale) });
		case 'overtaken':
			throw new Problem('step_overtaken', { reason: describeOvertakenThread(result.last, locale) });
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw new Problem('clarification_missing', { clarification: about, round: event.params.round });
	}
}

function requireListed(event: ApiEvent<'round'>, viewer: Viewer, id: string, now: number): ListedClarification {
	const { db, locale } = event.locals;
	const round = requireRound(db, event.params.round);
	const found = listClarifications({ db, actor: viewer, locale, now }, round).find((listed) => listed.id === id);
	// one that exists but is another region's looks like one that does not: ids tell nothing
	if (!found) throw new Problem('clarification_missing', { clarification: id, round: round.code });
	return found;
}

function toDocument({ region, agency, messages, askedAt, changedAt, ...listed }: ListedClarification) {
	const { id, indicator, state, dueOn, overdue, mine } = listed;
	return {
		id,
		region: region.code,
		agency: agency?.id ?? null,
		indicator,
		state,
		dueOn,
		overdue,
		waitsForYou: mine,
		askedAt: new Date(askedAt).toISOString(),
		changedAt: new Date(changedAt).toISOString(),
		messages: messages.map(({ n, kind, by, at, body }) => ({ n, kind, by, at: new Date(at).toISOString(), body }))
	};
}
