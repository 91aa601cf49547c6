import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import { answersOn, resultOf } from '#lib/server/rounds/assessment/results.ts';
import { planFor } from '#lib/server/plans/plan/region-plan.ts';
import { call, keyOf } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { requireAssessment } from '../require-assessment.ts';
import * as shape from '../schemas.ts';

export const ASSESSMENT_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/{subject}',
		summary: 'Result and answers of one region or one agency; ids of agencies stand in scores?unit=agency.',
		answer: shape.AssessmentWithAnswers,
		problems: [403, 404],
		call(asked) {
			const assessment = requireAssessment(asked, 'assessment.read', keyOf(asked.params));
			const rows = readAnswers(asked.db, assessment);
			return answerJson({ ...resultOf(assessment, rows), answers: rows });
		}
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/regions/{region}/plan',
		summary: 'Plan of action of one region; null while nothing is answered.',
		answer: shape.RegionPlan,
		problems: [403, 404],
		call(asked) {
			const assessment = requireAssessment(asked, 'assessment.read', keyOf(asked.params));
			const { round, region, stored } = assessment;
			const official = answersOn(readAnswers(asked.db, assessment), 'official');
			const plan = planFor({ instrument: stored.instrument, answers: official }, round, round, asked.now);
			return answerJson({ round: round.code, region: region.code, plan });
		}
	})
].flat();
