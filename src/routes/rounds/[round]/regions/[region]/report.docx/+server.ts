import { sendDocument } from '#lib/server/documents/download/send-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	sendDocument(event, { kind: 'region', subject: event.params.region, format: 'docx' });
