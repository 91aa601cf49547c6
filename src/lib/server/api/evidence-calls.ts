import { randomUUID } from 'node:crypto';
import { EvidenceAddition, EvidenceDetails } from '#lib/domain/evidence/evidence-input.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { addEvidence } from '#lib/server/fieldwork/evidence/add-evidence.ts';
import {
	type ChangeResult,
	changeDetails,
	changePlace,
	endUse,
	removeEvidence
} from '#lib/server/fieldwork/evidence/change-evidence.ts';
import {
	describeFileFault,
	describeFindings,
	describeInputFault,
	describeRefusal
} from '#lib/server/fieldwork/evidence/describe-evidence.ts';
import { readEvidenceSettings } from '#lib/server/fieldwork/evidence/evidence-settings.ts';
import { findEvidence, readEvidenceRow } from '#lib/server/fieldwork/evidence/find-evidence.ts';
import { asPublished } from '#lib/server/fieldwork/evidence/frozen-pieces.ts';
import { listEvidence } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { openForEvidence } from '#lib/server/fieldwork/evidence/open-for-evidence.ts';
import { fileResponse } from '#lib/server/fieldwork/evidence/serve-file.ts';
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
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { type ApiEvent, answerJson } from './answer-api.ts';
import { NewUpload, UsePlace } from './evidence-schemas.ts';
import { Problem } from './problem.ts';
import { readBody, readJson, refuseCrossSite } from './request-body.ts';
import { requireRound } from './round-document.ts';

const DETAILS_MAX_BYTES = 16 * 1024;
const ADDITION_MAX_BYTES = 64 * 1024;

type AssessmentEvent = ApiEvent<'round' | 'region'>;

/** Answers `GET` of all evidence of an assessment. */
export function answerEvidence(event: AssessmentEvent, viewer: Viewer, agency: string | null): Response {
	return answerList(event, viewer, keyOf(event, agency));
}

/** Answers `POST` of a new piece of evidence. */
export async function answerAddition(event: AssessmentEvent, viewer: Viewer, agency: string | null): Promise<Response> {
	const { db, dataDir, locale } = event.locals;
	const describe = (message: string) => describeInputFault(message, locale);
	const addition = await readJson(event, EvidenceAddition, ADDITION_MAX_BYTES, describe);
	const key = keyOf(event, agency);
	const name = (addition.upload && findUpload(db, viewer, addition.upload)?.fileName) ?? '';
	const result = await addEvidence({ db, actor: viewer, now: Date.now() }, key, addition, {
		dataDir,
		newId: randomUUID
	});
	switch (result.kind) {
		case 'added': {
			const { id, existed } = result;
			return answerJson({ id, existed, ...evidenceOf(event, viewer, key, { withState: false }) });
		}
		case 'refused': {
			const detail = describeFileFault(result.fault, name, readEvidenceSettings(db), locale);
			throw new Problem('evidence_refused', { reason: detail });
		}
		case 'personal_data': {
			const { findings } = result;
			const list = describeFindings(findings, locale);
			throw new Problem('personal_data', { name, list }, { findings });
		}
		case 'missing':
			throw missing(event, key);
		default:
			throw problemOf(result, locale);
	}
}

/** Answers `POST` of a new upload. */
export async function answerNewUpload(
	event: AssessmentEvent,
	viewer: Viewer,
	agency: string | null
): Promise<Response> {
	const { db, locale, dataDir } = event.locals;
	const { fileName, size } = await readJson(event, NewUpload, DETAILS_MAX_BYTES);
	const key = keyOf(event, agency);
	const begun = beginUpload({ db, actor: viewer, now: Date.now() }, key, { id: randomUUID(), fileName, size });
	switch (begun.kind) {
		case 'begun':
			return answerUploadState(dataDir, begun.upload);
		case 'refused': {
			const detail = describeFileFault(begun.fault, fileName, readEvidenceSettings(db), locale);
			throw new Problem('evidence_refused', { reason: detail });
		}
		case 'missing':
			throw missing(event, key);
		default:
			throw problemOf(begun, locale);
	}
}

/** Answers `GET` of an upload under way. */
export function answerUpload(event: ApiEvent<'upload'>, viewer: Viewer): Response {
	return answerUploadState(event.locals.dataDir, requireUpload(event, viewer));
}

/** Answers `PATCH` of an upload: one more piece. */
export async function answerChunk(event: ApiEvent<'upload'>, viewer: Viewer): Promise<Response> {
	const { dataDir } = event.locals;
	const header = event.request.headers.get('upload-offset') ?? '';
	if (!/^\d{1,15}$/.test(header)) throw new Problem('query_invalid', { faults: 'Upload-Offset' });
	const bytes = await readBody(event, 'application/octet-stream', MOST_CHUNK_BYTES);
	const upload = requireUpload(event, viewer);
	const { kind, offset } = appendChunk(dataDir, upload, Number(header), bytes);
	if (kind === 'misplaced') throw new Problem('chunk_misplaced', { offset }, { offset });
	return answerUploadState(dataDir, upload);
}

/** Answers `DELETE` of an upload. */
export function answerUploadDrop(event: ApiEvent<'upload'>, viewer: Viewer): Response {
	refuseCrossSite(event);
	dropUpload(event.locals.db, event.locals.dataDir, requireUpload(event, viewer));
	return answerJson({ dropped: true });
}

/** Answers `PATCH` of a piece: its details. */
export async function answerDetails(event: ApiEvent<'evidence'>, viewer: Viewer): Promise<Response> {
	const describe = (message: string) => describeInputFault(message, event.locals.locale);
	const details = await readJson(event, EvidenceDetails, DETAILS_MAX_BYTES, describe);
	return answerChange(event, viewer, (id) =>
		changeDetails({ db: event.locals.db, actor: viewer, now: Date.now() }, id, details)
	);
}

/** Answers `DELETE` of a piece. */
export function answerRemoval(event: ApiEvent<'evidence'>, viewer: Viewer): Response {
	refuseCrossSite(event);
	return answerChange(event, viewer, (id) =>
		removeEvidence({ db: event.locals.db, actor: viewer, now: Date.now() }, id)
	);
}

/** Answers `PUT` of a use: its place in the document. */
export async function answerPlace(event: ApiEvent<'evidence' | 'indicator'>, viewer: Viewer): Promise<Response> {
	const describe = (message: string) => describeInputFault(message, event.locals.locale);
	const { place } = await readJson(event, UsePlace, DETAILS_MAX_BYTES, describe);
	const { indicator } = event.params;
	return answerChange(event, viewer, (id) =>
		changePlace({ db: event.locals.db, actor: viewer, now: Date.now() }, { id, indicator, place })
	);
}

/** Answers `DELETE` of a use. */
export function answerUseEnd(event: ApiEvent<'evidence' | 'indicator'>, viewer: Viewer): Response {
	refuseCrossSite(event);
	const { indicator } = event.params;
	return answerChange(event, viewer, (id) =>
		endUse({ db: event.locals.db, actor: viewer, now: Date.now() }, id, indicator)
	);
}

/** Answers `GET` of a file. */
export function answerFile({ locals, params, request }: ApiEvent<'evidence'>, viewer: Viewer): Response {
	const row = readEvidenceRow(locals.db, viewer, params.evidence);
	if (row === 'forbidden') throw new Problem('forbidden', {});
	const response = row === 'missing' ? null : fileResponse(locals.db, locals.dataDir, row, request);
	if (!response) throw new Problem('evidence_missing', {});
	return response;
}

function answerChange(event: ApiEvent<'evidence'>, viewer: Viewer, change: (id: string) => ChangeResult): Response {
	const { db, locale } = event.locals;
	const found = findEvidence(db, event.params.evidence);
	if (!found) throw new Problem('evidence_missing', {});
	const result = change(found.row.id);
	if (result.kind !== 'changed') throw problemOf(result, locale);
	return answerList(event, viewer, found.key);
}

function problemOf(result: Parameters<typeof describeRefusal>[0], locale: 'id' | 'en'): Problem {
	const { status, sentence } = describeRefusal(result, locale);
	if (status === 404) return new Problem('evidence_missing', {});
	if (status === 403) return new Problem('forbidden', {});
	return new Problem(status === 409 ? 'evidence_locked' : 'evidence_refused', { reason: sentence });
}

function answerList(event: ApiEvent<string>, viewer: Viewer, key: AssessmentKey): Response {
	return answerJson(evidenceOf(event, viewer, key, { withState: true }));
}

function evidenceOf(
	{ locals }: ApiEvent<string>,
	viewer: Viewer,
	key: AssessmentKey,
	{ withState }: { withState: boolean }
) {
	const { db, locale } = locals;
	const found = findAssessment(db, viewer, 'evidence.read', key);
	if (!found) throw missing({ locals } as ApiEvent<string>, key);
	if (!found.allowed) throw new Problem('forbidden', {});
	const live = listEvidence(db, viewer, found.assessment.id, { now: Date.now(), locale });
	const evidence = asPublished(db, found.assessment, live);
	return withState ? { state: stateOf(locals.db, viewer, key), evidence } : { evidence };
}

function stateOf(db: App.Locals['db'], viewer: Viewer, key: AssessmentKey): 'open' | 'late' | 'locked' {
	const opened = openForEvidence(db, viewer, key);
	if (opened.kind !== 'open') return 'locked';
	return opened.late ? 'late' : 'open';
}

function answerUploadState(dataDir: string, upload: Upload): Response {
	const { id, fileName, size } = upload;
	return answerJson({ id, fileName, size, offset: offsetOf(dataDir, upload), chunkBytes: CHUNK_BYTES });
}

function requireUpload({ locals, params }: ApiEvent<'upload'>, viewer: Viewer): Upload {
	const upload = findUpload(locals.db, viewer, params.upload);
	if (!upload) throw new Problem('upload_missing', {});
	return upload;
}

function keyOf({ params }: AssessmentEvent, agency: string | null): AssessmentKey {
	return { round: params.round, region: params.region, agency };
}

/** Names the first part of the address that does not exist. */
function missing({ locals }: ApiEvent<string>, { round, region, agency }: AssessmentKey): Problem {
	requireRound(locals.db, round);
	if (!findRegion(locals.db, region)) return new Problem('region_missing', { region });
	return new Problem('assessment_missing', { subject: agency ? `${region}/${agency}` : region, round });
}
