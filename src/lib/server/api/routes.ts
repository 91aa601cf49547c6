import type { z } from 'zod';
import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import * as shape from './schemas.ts';

/** One call of the API, as the OpenAPI document describes it. */
export interface ApiRoute {
	method: 'get' | 'put' | 'post';
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
	{
		method: 'get',
		path: AGENCY,
		summary: 'Result and answers of one agency; its id stands in scores?unit=agency.',
		answer: shape.AssessmentWithAnswers,
		problems: [403, 404]
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
