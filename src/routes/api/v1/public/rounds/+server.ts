import { answerPublic, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { publicRounds } from '#lib/server/public/publication/public-rounds.ts';

/** The same for everybody, and for pages of any site. */
export const GET = answerPublic(({ locals: { db }, url }) =>
	Response.json(publicRounds(db, url.origin, Date.now()), {
		headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' }
	})
);

export const fallback = methodNotAllowed;
