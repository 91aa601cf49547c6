import type { z } from 'zod';
import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { ClarificationStepRequest, QuestionRequest } from '#lib/domain/workflow/clarification-request.ts';
import { StepRequest } from '#lib/domain/workflow/step-request.ts';
import { DecisionWrite } from '#lib/server/fieldwork/plenary/decide.ts';
import { DrawInput } from '#lib/server/fieldwork/double-scoring/draw.ts';
import { DoubleWrite } from '#lib/server/fieldwork/double-scoring/save-double-score.ts';
import { Compared, CompareQuery } from './compare-calls.ts';
import { EVIDENCE_ROUTES } from './evidence-routes.ts';
import * as shape from './schemas.ts';

/** One call of the API, as the OpenAPI document describes it. */
export interface ApiRoute {
	method: 'get' | 'put' | 'post' | 'patch' | 'delete';
	/** Below `/api/v1`. */
	path: string;
	summary: string;
	/** No login needed. */
	isPublic?: true;
	query?: z.ZodObject;
	/** JSON body by schema, or another media type. */
	body?: z.ZodType | string;
	/** JSON answer by schema, or another media type. */
	answer: z.ZodType | string;
	/** Statuses of problem documents beside 401 and 500. */
	problems: number[];
}

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REGION = '/rounds/{round}/regions/{region}';
const AGENCY = `${REGION}/agencies/{agency}`;

/** Every call there is; a test holds the table against the route files. */
export const API_ROUTES: readonly ApiRoute[] = [
	{
		method: 'get',
		path: '/health',
		summary: 'Whether the server runs and its database answers.',
		isPublic: true,
		answer: shape.Health,
		problems: []
	},
	{
		method: 'get',
		path: '/openapi.json',
		summary: 'This document.',
		isPublic: true,
		answer: 'application/json',
		problems: []
	},
	{
		method: 'get',
		path: '/public/rounds',
		summary: 'Rounds that are open to everybody, newest first, with their page and files. No login; any site may ask.',
		isPublic: true,
		answer: shape.PublicRounds,
		problems: []
	},
	{ method: 'get', path: '/rounds', summary: 'All rounds, newest first.', answer: shape.Rounds, problems: [] },
	{ method: 'get', path: '/rounds/{round}', summary: 'One round.', answer: shape.Round, problems: [404] },
	{
		method: 'get',
		path: '/rounds/{round}/scores',
		summary: 'Results that you may read. Send the ETag back as If-None-Match: 304 while nothing changed.',
		query: shape.ScoresQuery,
		answer: shape.Scores,
		problems: [400, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/scores.csv',
		summary: 'The same results as a table, unrounded.',
		query: shape.ScoresQuery,
		answer: CSV,
		problems: [400, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/compare',
		summary: 'Two to four regions side by side, and where the difference of each to the first comes from.',
		query: CompareQuery,
		answer: Compared,
		problems: [400, 403, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/control',
		summary: 'Progress against the plan, forecast with its band, what is late and why, load and pace of the assessors.',
		answer: shape.Control,
		problems: [403, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/export.csv',
		summary: 'The answers that you may read, one row an answer and track.',
		answer: CSV,
		problems: [404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/export.xlsx',
		summary: 'The same as a workbook.',
		answer: XLSX,
		problems: [404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/export.json',
		summary: 'The same as JSON.',
		answer: shape.ExportedRows,
		problems: [404]
	},
	{
		method: 'post',
		path: '/rounds/{round}/import',
		summary: 'Takes over a CSV in the columns of the export, all rows or none; each bad row is named in `errors`.',
		body: CSV,
		answer: shape.Imported,
		problems: [400, 403, 404, 409, 413, 415, 422]
	},
	{
		method: 'get',
		path: REGION,
		summary: 'Result and answers of one region.',
		answer: shape.AssessmentWithAnswers,
		problems: [403, 404]
	},
	{
		method: 'get',
		path: `${REGION}/plan`,
		summary: 'Plan of action of one region; null while nothing is answered.',
		answer: shape.RegionPlan,
		problems: [403, 404]
	},
	...[REGION, AGENCY].map((assessment): ApiRoute => ({
		method: 'put',
		path: `${assessment}/answers/{indicator}`,
		summary:
			'Writes one answer. 409 stale_version when someone wrote since `baseVersion`, with what stands now in ' +
			'`current`; 409 track_closed when the track takes no answers. The same `requestId` again answers the same.',
		body: AnswerWrite,
		answer: shape.Saved,
		problems: [400, 403, 404, 409, 413, 415, 422]
	})),
	...[REGION, AGENCY].flatMap((assessment): ApiRoute[] => [
		{
			method: 'get',
			path: `${assessment}/steps`,
			summary: 'The steps that the assessment took, and those that you may take now.',
			answer: shape.Steps,
			problems: [403, 404]
		},
		{
			method: 'post',
			path: `${assessment}/steps`,
			summary:
				'Takes a step. 409 step_refused with the reason in words; 409 step_overtaken when somebody else took one since `seen`.',
			body: StepRequest,
			answer: shape.Steps,
			problems: [400, 403, 404, 409, 413, 415, 422]
		}
	]),
	...EVIDENCE_ROUTES,
	{
		method: 'get',
		path: '/rounds/{round}/clarifications',
		summary: 'The clarifications that you may read; what waits for you comes first.',
		answer: shape.Clarifications,
		problems: [403, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/clarifications/{clarification}',
		summary: 'One clarification with everything said in it.',
		answer: shape.Clarification,
		problems: [403, 404]
	},
	{
		method: 'post',
		path: '/rounds/{round}/clarifications/{clarification}/steps',
		summary:
			'Answers, asks again, settles or withdraws. 409 step_refused with the reason in words; 409 step_overtaken when ' +
			'somebody else wrote since `seen`. The same `requestId` again answers the same.',
		body: ClarificationStepRequest,
		answer: shape.Clarification,
		problems: [400, 403, 404, 409, 413, 415, 422]
	},
	...[REGION, AGENCY].map((assessment): ApiRoute => ({
		method: 'post',
		path: `${assessment}/clarifications`,
		summary: 'Asks for clarification of one indicator. 409 step_refused with the reason in words.',
		body: QuestionRequest,
		answer: shape.Clarification,
		problems: [400, 403, 404, 409, 413, 415, 422]
	})),
	{
		method: 'get',
		path: AGENCY,
		summary: 'Result and answers of one agency; its id stands in scores?unit=agency.',
		answer: shape.AssessmentWithAnswers,
		problems: [403, 404]
	},
	{
		method: 'get',
		path: '/reminders',
		summary: 'Your own reminders, the unseen first, each with the reason why you got it.',
		answer: shape.Reminders,
		problems: []
	},
	{
		method: 'post',
		path: '/reminders',
		summary: 'Marks your own reminders as seen, by id or all of them.',
		body: shape.SeenRequest,
		answer: shape.Reminders,
		problems: [400, 403, 413, 415, 422]
	},
	{
		method: 'get',
		path: '/rounds/{round}/calendar',
		summary: 'Milestones of a round, and the visits that you may see.',
		answer: shape.Calendar,
		problems: [404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/double/tasks',
		summary: 'What you score as the second assessor, blind to the first.',
		answer: shape.DoubleTasks,
		problems: [403, 404]
	},
	{
		method: 'put',
		path: '/rounds/{round}/double/tasks/{region}/{indicator}',
		summary:
			'Writes a second score, which counts for no result. 409 stale_version when it was saved elsewhere since ' +
			'`baseVersion`, with what stands now in `current`; 409 double_closed once it is no longer taken, or no longer blind.',
		body: DoubleWrite,
		answer: shape.SavedSecond,
		problems: [400, 403, 404, 409, 413, 415, 422]
	},
	{
		method: 'post',
		path: '/rounds/{round}/double/samples',
		summary:
			'Draws a sample for double scoring and gives it to second assessors; the same seed draws the same as things stand. ' +
			'409 sample_refused with the reason in words, such as a sample that is still being scored.',
		body: DrawInput,
		answer: shape.DrawnSample,
		problems: [400, 403, 404, 409, 413, 415, 422]
	},
	{
		method: 'post',
		path: '/rounds/{round}/double/samples/{sample}/close',
		summary:
			'Ends the scoring of a sample and opens it to those who scored. 409 sample_refused when it was closed before.',
		answer: shape.ClosedSample,
		problems: [403, 404, 409]
	},
	{
		method: 'get',
		path: '/rounds/{round}/double/results',
		summary: 'Agreement in a double-scored sample, the latest one where none is named.',
		query: shape.SampleQuery,
		answer: shape.DoubleResults,
		problems: [400, 403, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/plenary',
		summary: 'What the plenary has before it, and how far the regions are.',
		answer: shape.Agenda,
		problems: [403, 404]
	},
	{
		method: 'get',
		path: '/rounds/{round}/plenary/sessions',
		summary: 'The sessions of the plenary, the latest first.',
		answer: shape.PlenarySessions,
		problems: [403, 404]
	},
	{
		method: 'put',
		path: '/rounds/{round}/plenary/sessions/{session}/decisions/{region}/{indicator}',
		summary:
			'Records a decision, which sets the answer on the final track. 409 decision_refused with the reason in words; 409 ' +
			'stale_version when somebody decided since `baseVersion`. The same `requestId` again answers the same.',
		body: DecisionWrite,
		answer: shape.Saved,
		problems: [400, 403, 404, 409, 413, 415, 422]
	},
	{
		method: 'get',
		path: '/instruments',
		summary: 'Every version of every instrument.',
		answer: shape.Instruments,
		problems: []
	},
	{
		method: 'get',
		path: '/instruments/{instrument}',
		summary: 'One version with its whole content.',
		query: shape.InstrumentQuery,
		answer: shape.Instrument,
		problems: [400, 404]
	}
];
