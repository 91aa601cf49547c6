import { sendDocument } from '#lib/server/documents/download/send-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	sendDocument(event, { kind: 'minutes', subject: String(Number(event.params.session)), format: 'pdf' });
