import { EvidenceAddition, EvidenceDetails } from '#lib/domain/evidence/evidence-input.ts';
import * as shape from './evidence-schemas.ts';
import type { ApiRoute } from './routes.ts';

const REGION = '/rounds/{round}/regions/{region}';
const PIECE = '/evidence/{evidence}';
const USE = `${PIECE}/uses/{indicator}`;
const UPLOAD = '/uploads/{upload}';
const CHANGES = [400, 403, 404, 409, 413, 415, 422];

/** The calls of evidence, see routes.ts. */
export const EVIDENCE_ROUTES: readonly ApiRoute[] = [
	...[REGION, `${REGION}/agencies/{agency}`].flatMap((assessment): ApiRoute[] => [
		{
			method: 'get',
			path: `${assessment}/evidence`,
			summary: 'All evidence of the assessment with the indicators that it serves. Publication does not open it.',
			answer: shape.EvidenceList,
			problems: [403, 404]
		},
		{
			method: 'post',
			path: `${assessment}/evidence`,
			summary:
				'Adds a finished upload, a link, or a piece that is there for more indicators. 422 evidence_refused says why ' +
				'a file is not taken. 409 personal_data: nothing was added; `findings` shows what looks like personal ' +
				'data, `acceptPersonalData` adds it all the same. The same upload again answers the same.',
			body: EvidenceAddition,
			answer: shape.EvidenceAdded,
			problems: CHANGES
		},
		{
			method: 'post',
			path: `${assessment}/uploads`,
			summary: 'Opens an upload of a file; its bytes follow with PATCH.',
			body: shape.NewUpload,
			answer: shape.UploadState,
			problems: CHANGES
		}
	]),
	{
		method: 'get',
		path: UPLOAD,
		summary: 'How far your upload is: after a lost connection it goes on from `offset`.',
		answer: shape.UploadState,
		problems: [404]
	},
	{
		method: 'patch',
		path: UPLOAD,
		summary:
			'Appends a piece of at most 4 MiB. The header `Upload-Offset` names where it begins; 409 chunk_misplaced tells ' +
			'in `offset` where to go on instead.',
		body: 'application/octet-stream',
		answer: shape.UploadState,
		problems: [400, 403, 404, 409, 413, 415]
	},
	{
		method: 'delete',
		path: UPLOAD,
		summary: 'Gives the upload up.',
		answer: shape.UploadDropped,
		problems: [403, 404]
	},
	{
		method: 'patch',
		path: PIECE,
		summary: 'Changes title, kind and dates. 409 evidence_locked once it was submitted.',
		body: EvidenceDetails,
		answer: shape.EvidenceList,
		problems: CHANGES
	},
	{
		method: 'delete',
		path: PIECE,
		summary: 'Removes a piece from the assessment. 409 evidence_locked once it was submitted.',
		answer: shape.EvidenceList,
		problems: [403, 404, 409]
	},
	{
		method: 'get',
		path: `${PIECE}/file`,
		summary: 'The file, to be saved; also in parts (Range).',
		answer: 'application/octet-stream',
		problems: [403, 404]
	},
	{
		method: 'put',
		path: USE,
		summary: 'Names the place in the document (page, article) for one indicator that the piece serves.',
		body: shape.UsePlace,
		answer: shape.EvidenceList,
		problems: CHANGES
	},
	{
		method: 'delete',
		path: USE,
		summary: 'Takes the piece away from one indicator.',
		answer: shape.EvidenceList,
		problems: [403, 404, 409]
	}
];
