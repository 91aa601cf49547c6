import { sql } from 'drizzle-orm';
import { answerPublic, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { VERSION } from '#lib/server/api/version.ts';

export const GET = answerPublic(({ locals }) => {
	locals.db.get(sql`SELECT 1`); // throws, and answers 500, when the file cannot be read
	return Response.json(
		{ status: 'ok', version: VERSION, database: 'ok' },
		{ headers: { 'cache-control': 'no-store' } }
	);
});

export const fallback = methodNotAllowed;
