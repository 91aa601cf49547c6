import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { StepRequest } from '#lib/domain/workflow/step-request.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { describeOvertaken, describeRefusal } from '#lib/server/fieldwork/steps/describe-move.ts';
import { moveAssessment } from '#lib/server/fieldwork/steps/move-assessment.ts';
import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import { answersOn, resultOf } from '#lib/server/rounds/assessment/results.ts';
import { type AnswerFault, saveAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { planFor } from '#lib/server/plans/plan/region-plan.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { type ApiEvent, answerJson } from './answer-api.ts';
import { type Locale, Problem } from './problem.ts';
import { readJson } from './request-body.ts';
import { requireRound } from './round-document.ts';

// A justification of the longest kind, escaped in the longest way, with room to spare.
const ANSWER_MAX_BYTES = 128 * 1024;
const STEP_MAX_BYTES = 16 * 1024;

type AssessmentEvent = ApiEvent<'round' | 'region'>;

/** Answers `GET` of one assessment: its result and its answers on every track. */
export function answerAssessment(event: AssessmentEvent, viewer: Viewer, agency: string | null): Response {
	const assessment = requireAssessment(event, viewer, agency);
	const rows = readAnswers(event.locals.db, assessment);
	return answerJson({ ...resultOf(assessment, rows), answers: rows });
}

/** Answers `GET` of one region's plan of action; `plan` is null while nothing is answered. */
export function answerPlan(event: AssessmentEvent, viewer: Viewer, now: number): Response {
	const assessment = requireAssessment(event, viewer, null);
	const { round, region, stored } = assessment;
	const official = answersOn(readAnswers(event.locals.db, assessment), 'official');
	const plan = planFor({ instrument: stored.instrument, answers: official }, round, round, now);
	return answerJson({ round: round.code, region: region.code, plan });
}

/** Answers `GET` of the steps that an assessment took, the first one first. */
export function answerSteps(event: AssessmentEvent, viewer: Viewer, agency: string | null): Response {
	const assessment = requireAssessment(event, viewer, agency);
	const { taken, steps } = readNextSteps(event.locals.db, viewer, assessment);
	return answerJson({
		status: assessment.status,
		possible: steps.map(({ step }) => step),
		steps: taken.map((step) => ({ ...step, at: new Date(step.at).toISOString() })).reverse()
	});
}

/** Answers `POST` of a step. */
export async function answerMove(
	event: AssessmentEvent,
	viewer: Viewer,
	agency: string | null,
	now: number
): Promise<Response> {
	const move = await readJson(event, StepRequest, STEP_MAX_BYTES);
	const { db, locale } = event.locals;
	const key = keyOf(event, agency);
	const moved = moveAssessment({ db, actor: viewer, now }, key, move);
	switch (moved.kind) {
		case 'moved':
			return answerSteps(event, viewer, agency);
		case 'refused':
			throw new Problem('step_refused', { reason: describeRefusal(moved.refusal, moved.status, locale) });
		case 'overtaken':
			throw new Problem('step_overtaken', { reason: describeOvertaken(moved.last, locale) });
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw missingAssessment(event, key);
	}
}

/** Answers `PUT` of one answer. */
export async function answerWrite(
	event: ApiEvent<'round' | 'region' | 'indicator'>,
	viewer: Viewer,
	agency: string | null,
	now: number
): Promise<Response> {
	const write = await readJson(event, AnswerWrite, ANSWER_MAX_BYTES);
	const { db, locale } = event.locals;
	const { indicator } = event.params;
	const key = keyOf(event, agency);
	const result = await saveAnswer({ db, actor: viewer, now }, key, indicator, write);
	switch (result.kind) {
		case 'saved':
			return answerJson(result.saved);
		case 'conflict':
			throw new Problem('stale_version', { version: result.current?.version ?? 0 }, { current: result.current });
		case 'invalid': {
			const detail = describeAnswerFault(result.fault, indicator, locale);
			const errors = [{ field: result.fault.field, detail }];
			throw new Problem('content_invalid', { faults: detail }, { errors });
		}
		case 'locked':
			throw new Problem('track_closed', { track: write.track, status: describeStatus(result.status, locale) });
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw missingAssessment(event, key);
	}
}

/** What is wrong with an answer, as a sentence. */
export function describeAnswerFault({ code }: Pick<AnswerFault, 'code'>, indicator: string, locale: Locale): string {
	return m[`error_${code}`]({ indicator }, { locale });
}

function describeStatus(status: AssessmentStatus, locale: Locale): string {
	return m[`status_${status}`]({}, { locale });
}

function keyOf({ params }: AssessmentEvent, agency: string | null): AssessmentKey {
	return { round: params.round, region: params.region, agency };
}

function requireAssessment(event: AssessmentEvent, viewer: Viewer, agency: string | null) {
	const key = keyOf(event, agency);
	const found = findAssessment(event.locals.db, viewer, 'assessment.read', key);
	if (!found) throw missingAssessment(event, key);
	if (!found.allowed) throw new Problem('forbidden', {});
	return found.assessment;
}

/** Names the first part of the address that does not exist. */
export function missingAssessment({ locals }: AssessmentEvent, { round, region, agency }: AssessmentKey): Problem {
	requireRound(locals.db, round);
	if (!findRegion(locals.db, region)) return new Problem('region_missing', { region });
	return new Problem('assessment_missing', { subject: agency ? `${region}/${agency}` : region, round });
}
