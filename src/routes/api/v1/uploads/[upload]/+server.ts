import { answerApi, methodNotAllowed } from '#lib/server/api/answer-api.ts';
import { answerChunk, answerUpload, answerUploadDrop } from '#lib/server/api/evidence-calls.ts';

export const GET = answerApi<'upload'>(answerUpload);

export const PATCH = answerApi<'upload'>(answerChunk);

export const DELETE = answerApi<'upload'>(answerUploadDrop);

export const fallback = methodNotAllowed;
