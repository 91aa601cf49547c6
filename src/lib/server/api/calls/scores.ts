import { answerDownload } from '#lib/server/foundation/http/download-response.ts';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { call } from '../call.ts';
import { answerKeptJson } from '../json-answer.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';
import { scoresBody, scoresCsv } from '../scores.ts';

export const SCORE_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/scores',
		summary: 'Results that you may read. Send the ETag back as If-None-Match: 304 while nothing changed.',
		query: shape.ScoresQuery,
		answer: shape.Scores,
		problems: [400, 404],
		call({ db, viewer, params, query, headers }) {
			const { body, etag } = scoresBody(db, viewer, requireRound(db, params.round), query);
			return answerKeptJson(body, etag, headers['if-none-match']);
		}
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/scores.csv',
		summary: 'The same results as a table, unrounded.',
		query: shape.ScoresTableQuery,
		answer: 'text/csv',
		problems: [400, 404],
		call({ db, viewer, params, query }) {
			const round = requireRound(db, params.round);
			return answerDownload(scoresCsv(db, viewer, round, query), csvName(`siap-${round.code}-scores`, query.for));
		}
	})
].flat();
