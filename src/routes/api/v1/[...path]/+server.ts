import { answerPublic } from '#lib/server/api/answer-api.ts';
import { Problem } from '#lib/server/api/problem.ts';

export const fallback = answerPublic(({ url }) => {
	throw new Problem('route_missing', { path: url.pathname });
});
