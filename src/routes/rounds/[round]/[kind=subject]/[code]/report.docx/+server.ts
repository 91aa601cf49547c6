import { sendDocument } from '#lib/server/documents/download/send-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { kind, code } = event.params;
	return sendDocument(event, { kind: kind === 'agencies' ? 'agency' : 'region', subject: code, format: 'docx' });
};
