import { answerPublic, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { openApiDocument } from '#lib/server/api/openapi.ts';
import { VERSION } from '#lib/server/api/version.ts';

export const GET = answerPublic(() => Response.json(openApiDocument(VERSION)));

export const fallback = methodNotAllowed;
