import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { m } from '#lib/paraglide/messages.js';
import { type AssessmentKey, findAssessment, listAnswers } from '../assessments/find-assessment.ts';
import { answersOn, resultOf } from '../assessments/results.ts';
import { type AnswerFault, saveAnswer, toView } from '../assessments/save-answer.ts';
import type { Viewer } from '../auth/access.ts';
import { planFor } from '../plans/region-plan.ts';
import { findRegion } from '../regions/list-regions.ts';
import { type ApiEvent, answerJson } from './answer-api.ts';
import { type Locale, Problem } from './problem.ts';
import { readJson } from './request-body.ts';
import { requireRound } from './round-document.ts';

// A justification of the longest kind, escaped in the longest way, with room to spare.
const ANSWER_MAX_BYTES = 128 * 1024;

type AssessmentEvent = ApiEvent<'round' | 'region'>;

/** Answers `GET` of one assessment: its result and its answers on every track. */
export function answerAssessment(event: AssessmentEvent, viewer: Viewer, agency: string | null): Response {
	const assessment = requireAssessment(event, viewer, agency);
	const rows = listAnswers(event.locals.db, assessment.id);
	return answerJson({ ...resultOf(assessment, rows), answers: rows.map(toView) });
}

/** Answers `GET` of one region's plan of action; `plan` is null while nothing is answered. */
export function answerPlan(event: AssessmentEvent, viewer: Viewer, now: number): Response {
	const assessment = requireAssessment(event, viewer, null);
	const { round, region, stored } = assessment;
	const official = answersOn(listAnswers(event.locals.db, assessment.id), 'official');
	const plan = planFor(stored.instrument, official, round, round, now);
	return answerJson({ round: round.code, region: region.code, plan });
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
	const result = saveAnswer(db, viewer, key, indicator, write, now);
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
			throw missing(event, key);
	}
}

function describeAnswerFault({ code }: Pick<AnswerFault, 'code'>, indicator: string, locale: Locale): string {
	return m[`error_${code}`]({ indicator }, { locale });
}

function describeStatus(status: 'not_started' | 'in_progress' | 'submitted' | 'assessed', locale: Locale): string {
	return m[`status_${status}`]({}, { locale });
}

function keyOf({ params }: AssessmentEvent, agency: string | null): AssessmentKey {
	return { round: params.round, region: params.region, agency };
}

function requireAssessment(event: AssessmentEvent, viewer: Viewer, agency: string | null) {
	const key = keyOf(event, agency);
	const found = findAssessment(event.locals.db, viewer, 'assessment.read', key);
	if (!found) throw missing(event, key);
	if (!found.allowed) throw new Problem('forbidden', {});
	return found.assessment;
}

/** Names the first part of the address that does not exist. */
function missing({ locals }: AssessmentEvent, { round, region, agency }: AssessmentKey): Problem {
	requireRound(locals.db, round);
	if (!findRegion(locals.db, region)) return new Problem('region_missing', { region });
	return new Problem('assessment_missing', { subject: agency ? `${region}/${agency}` : region, round });
}
