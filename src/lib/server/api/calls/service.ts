import { sql } from 'drizzle-orm';
import { publicRounds } from '#lib/server/public/publication/public-rounds.ts';
import { openCall } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import * as shape from '../schemas.ts';
import { VERSION } from '../version.ts';

export const SERVICE_CALLS = [
	openCall({
		path: '/health',
		summary: 'Whether the server runs and its database answers.',
		answer: shape.Health,
		call({ db }) {
			db.get(sql`SELECT 1`); // throws, and answers 500, when the file cannot be read
			return answerJson({ status: 'ok', version: VERSION, database: 'ok' }, { 'cache-control': 'no-store' });
		}
	}),
	openCall({
		path: '/public/rounds',
		summary: 'Rounds that are open to everybody, newest first, with their page and files. No login; any site may ask.',
		answer: shape.PublicRounds,
		call: ({ db, url, now }) =>
			answerJson(publicRounds(db, url.origin, now), {
				'cache-control': 'public, max-age=300',
				'access-control-allow-origin': '*'
			})
	})
];
