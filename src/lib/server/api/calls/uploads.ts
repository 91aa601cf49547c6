import { randomUUID } from 'node:crypto';
import { describeFileFault } from '#lib/server/fieldwork/evidence/describe-evidence.ts';
import { readEvidenceSettings } from '#lib/server/fieldwork/evidence/evidence-settings.ts';
import {
	appendChunk,
	beginUpload,
	CHUNK_BYTES,
	dropUpload,
	findUpload,
	MOST_CHUNK_BYTES,
	offsetOf,
	type Upload
} from '#lib/server/fieldwork/evidence/uploads.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import { type Asked, call, keyOf } from '../call.ts';
import { evidenceProblems } from '../evidence-problem.ts';
import * as shape from '../evidence-schemas.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { bytesBody, jsonBody } from '../request-body.ts';
import { missingAssessment } from '../require-assessment.ts';

const NEW_MAX_BYTES = 16 * 1024;

export const UPLOAD_CALLS = [
	call({
		method: 'post',
		path: '/rounds/{round}/{subject}/uploads',
		summary: 'Opens an upload of a file; its bytes follow with PATCH.',
		body: jsonBody(shape.NewUpload, NEW_MAX_BYTES),
		answer: shape.UploadState,
		problems: [400, 403, 404, 409, 413, 415, 422],
		call({ db, viewer, dataDir, locale, params, body: { fileName, size }, now }) {
			const key = keyOf(params);
			const begun = beginUpload({ db, actor: viewer, now }, key, { id: randomUUID(), fileName, size });
			if (begun.kind === 'begun') return answerState(dataDir, begun.upload);
			throw problemOf(begun, {
				...evidenceProblems(locale),
				missing: () => missingAssessment(db, key),
				refused: ({ fault }) =>
					new Problem('evidence_refused', {
						reason: describeFileFault(fault, fileName, readEvidenceSettings(db), locale)
					})
			});
		}
	}),
	call({
		method: 'get',
		path: '/uploads/{upload}',
		summary: 'How far your upload is: after a lost connection it goes on from `offset`.',
		answer: shape.UploadState,
		problems: [404],
		call: (asked) => answerState(asked.dataDir, requireUpload(asked))
	}),
	call({
		method: 'patch',
		path: '/uploads/{upload}',
		summary:
			'Appends a piece of at most 4 MiB. The header `Upload-Offset` names where it begins; 409 chunk_misplaced tells ' +
			'in `offset` where to go on instead.',
		body: bytesBody('application/octet-stream', MOST_CHUNK_BYTES),
		answer: shape.UploadState,
		problems: [400, 403, 404, 409, 413, 415],
		before: (asked) => void requireOffset(asked),
		call(asked) {
			const upload = requireUpload(asked);
			const { kind, offset } = appendChunk(asked.dataDir, upload, requireOffset(asked), asked.body);
			if (kind === 'misplaced') throw new Problem('chunk_misplaced', { offset }, { offset });
			return answerState(asked.dataDir, upload);
		}
	}),
	call({
		method: 'delete',
		path: '/uploads/{upload}',
		summary: 'Gives the upload up.',
		answer: shape.UploadDropped,
		problems: [403, 404],
		call(asked) {
			dropUpload(asked.db, asked.dataDir, requireUpload(asked));
			return answerJson({ dropped: true });
		}
	})
].flat();

type AskedOfUpload = Asked<'/uploads/{upload}'>;

function requireUpload({ db, viewer, params }: AskedOfUpload): Upload {
	const upload = findUpload(db, viewer, params.upload);
	if (!upload) throw new Problem('upload_missing', {});
	return upload;
}

function requireOffset({ headers }: AskedOfUpload): number {
	const header = String(headers['upload-offset'] ?? '');
	if (!/^\d{1,15}$/.test(header)) throw new Problem('query_invalid', { faults: 'Upload-Offset' });
	return Number(header);
}

function answerState(dataDir: string, upload: Upload): Answer {
	const { id, fileName, size } = upload;
	return answerJson({ id, fileName, size, offset: offsetOf(dataDir, upload), chunkBytes: CHUNK_BYTES });
}
