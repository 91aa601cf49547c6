import { randomUUID } from 'node:crypto';
import { EvidenceAddition, EvidenceDetails } from '#lib/domain/evidence/evidence-input.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
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
	describeInputFault
} from '#lib/server/fieldwork/evidence/describe-evidence.ts';
import { readEvidenceSettings } from '#lib/server/fieldwork/evidence/evidence-settings.ts';
import { findEvidence, readEvidenceRow } from '#lib/server/fieldwork/evidence/find-evidence.ts';
import { asPublished } from '#lib/server/fieldwork/evidence/frozen-pieces.ts';
import { listEvidence } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { openForEvidence } from '#lib/server/fieldwork/evidence/open-for-evidence.ts';
import { answerFile } from '#lib/server/fieldwork/evidence/serve-file.ts';
import { findUpload } from '#lib/server/fieldwork/evidence/uploads.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import { type Asked, call, keyOf } from '../call.ts';
import { evidenceProblems } from '../evidence-problem.ts';
import * as shape from '../evidence-schemas.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { missingAssessment, requireAssessment } from '../require-assessment.ts';

const DETAILS_MAX_BYTES = 16 * 1024;
const ADDITION_MAX_BYTES = 64 * 1024;

const CHANGES = [400, 403, 404, 409, 413, 415, 422];

export const EVIDENCE_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/{subject}/evidence',
		summary: 'All evidence of the assessment with the indicators that it serves. Publication does not open it.',
		answer: shape.EvidenceList,
		problems: [403, 404],
		call: (asked) => answerList(asked, keyOf(asked.params))
	}),
	call({
		method: 'post',
		path: '/rounds/{round}/{subject}/evidence',
		summary:
			'Adds a finished upload, a link, or a piece that is there for more indicators. 422 evidence_refused says why ' +
			'a file is not taken. 409 personal_data: nothing was added; `findings` shows what looks like personal ' +
			'data, `acceptPersonalData` adds it all the same. The same upload again answers the same.',
		body: jsonBody(EvidenceAddition, ADDITION_MAX_BYTES, describeInputFault),
		answer: shape.EvidenceAdded,
		problems: CHANGES,
		call: answerAddition
	}),
	call({
		method: 'patch',
		path: '/evidence/{evidence}',
		summary: 'Changes title, kind and dates. 409 evidence_locked once it was submitted.',
		body: jsonBody(EvidenceDetails, DETAILS_MAX_BYTES, describeInputFault),
		answer: shape.EvidenceList,
		problems: CHANGES,
		call: (asked) => {
			const { db, viewer, body, now } = asked;
			return answerChange(asked, (id) => changeDetails({ db, actor: viewer, now }, id, body));
		}
	}),
	call({
		method: 'delete',
		path: '/evidence/{evidence}',
		summary: 'Removes a piece from the assessment. 409 evidence_locked once it was submitted.',
		answer: shape.EvidenceList,
		problems: [403, 404, 409],
		call: (asked) =>
			answerChange(asked, (id) => removeEvidence({ db: asked.db, actor: asked.viewer, now: asked.now }, id))
	}),
	call({
		method: 'get',
		path: '/evidence/{evidence}/file',
		summary: 'The file, to be saved; also in parts (Range).',
		answer: 'application/octet-stream',
		problems: [403, 404],
		call(asked) {
			const missing = () => new Problem('evidence_missing', {});
			const found = readEvidenceRow(asked.db, asked.viewer, asked.params.evidence);
			if (found.kind !== 'readable') throw problemOf(found, { missing });
			const file = answerFile(asked.db, asked.dataDir, found.row, asked);
			if (!file) throw missing();
			return file;
		}
	}),
	call({
		method: 'put',
		path: '/evidence/{evidence}/uses/{indicator}',
		summary: 'Names the place in the document (page, article) for one indicator that the piece serves.',
		body: jsonBody(shape.UsePlace, DETAILS_MAX_BYTES, describeInputFault),
		answer: shape.EvidenceList,
		problems: CHANGES,
		call(asked) {
			const { db, viewer, body, now } = asked;
			const { indicator } = asked.params;
			return answerChange(asked, (id) => changePlace({ db, actor: viewer, now }, { id, indicator, place: body.place }));
		}
	}),
	call({
		method: 'delete',
		path: '/evidence/{evidence}/uses/{indicator}',
		summary: 'Takes the piece away from one indicator.',
		answer: shape.EvidenceList,
		problems: [403, 404, 409],
		call(asked) {
			const { db, viewer, params, now } = asked;
			return answerChange(asked, (id) => endUse({ db, actor: viewer, now }, id, params.indicator));
		}
	})
].flat();

async function answerAddition(asked: Asked<'/rounds/{round}/{subject}', unknown, EvidenceAddition>): Promise<Answer> {
	const { db, viewer, dataDir, locale, body: addition, now } = asked;
	const key = keyOf(asked.params);
	const name = (addition.upload && findUpload(db, viewer, addition.upload)?.fileName) ?? '';
	const result = await addEvidence({ db, actor: viewer, now }, key, addition, { dataDir, newId: randomUUID });
	if (result.kind === 'added')
		return answerJson({ id: result.id, existed: result.existed, evidence: evidenceOf(asked, key) });
	throw problemOf(result, {
		...evidenceProblems(locale),
		missing: () => missingAssessment(db, key),
		refused: ({ fault }) =>
			new Problem('evidence_refused', { reason: describeFileFault(fault, name, readEvidenceSettings(db), locale) }),
		personal_data: ({ findings }) =>
			new Problem('personal_data', { name, list: describeFindings(findings, locale) }, { findings })
	});
}

function answerChange(asked: Asked<'/evidence/{evidence}'>, change: (id: string) => ChangeResult): Answer {
	const found = findEvidence(asked.db, asked.params.evidence);
	if (!found) throw new Problem('evidence_missing', {});
	const result = change(found.row.id);
	if (result.kind !== 'changed') throw problemOf(result, evidenceProblems(asked.locale));
	return answerList(asked, found.key);
}

type Reader = Pick<Asked<string>, 'db' | 'viewer' | 'locale'>;

function answerList(asked: Reader, key: AssessmentKey): Answer {
	const evidence = evidenceOf(asked, key);
	const opened = openForEvidence(asked.db, asked.viewer, key);
	const state = opened.kind !== 'open' ? 'locked' : opened.late ? 'late' : 'open';
	return answerJson({ state, evidence });
}

/** All evidence as it stands now; after publication of the round, as it stood then. */
function evidenceOf(asked: Reader, key: AssessmentKey) {
	const { db, viewer, locale } = asked;
	const assessment = requireAssessment(asked, 'evidence.read', key);
	return asPublished(db, assessment, listEvidence(db, viewer, assessment.id, { now: Date.now(), locale }));
}
