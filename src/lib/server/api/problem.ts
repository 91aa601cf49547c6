import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { contactOffice, exampleCode } from '#lib/words/province.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';

/** Sentences with facts that only the installation knows. */
const forbidden = (_none: object, o: { locale: Locale }) => m.error_forbidden({ contact: contactOffice(o.locale) }, o);
const regionMissing = ({ region }: { region: string }, o: { locale: Locale }) =>
	m.error_region_missing({ region, example: exampleCode() }, o);

/** Problems by code; the code ends the problem's `type`, on which programs may rely. */
const PROBLEMS = {
	malformed_json: { status: 400, detail: m.error_malformed_json },
	malformed_text: { status: 400, detail: m.error_malformed_text },
	query_invalid: { status: 400, detail: m.error_query_invalid },
	not_logged_in: { status: 401, detail: m.error_not_logged_in },
	forbidden: { status: 403, detail: forbidden },
	cross_site: { status: 403, detail: m.error_cross_site },
	route_missing: { status: 404, detail: m.error_route_missing },
	round_missing: { status: 404, detail: m.error_round_missing },
	region_missing: { status: 404, detail: regionMissing },
	assessment_missing: { status: 404, detail: m.error_assessment_missing },
	clarification_missing: { status: 404, detail: m.error_clarification_missing },
	double_missing: { status: 404, detail: m.error_double_missing },
	evidence_missing: { status: 404, detail: m.evidence_missing },
	upload_missing: { status: 404, detail: m.evidence_invalid_upload_missing },
	instrument_missing: { status: 404, detail: m.error_instrument_missing },
	method_not_allowed: { status: 405, detail: m.error_method_not_allowed },
	stale_version: { status: 409, detail: m.error_stale_version },
	track_closed: { status: 409, detail: m.error_track_closed },
	step_refused: { status: 409, detail: m.error_step_refused },
	step_overtaken: { status: 409, detail: m.error_step_refused },
	decision_refused: { status: 409, detail: m.error_decision_refused },
	sample_refused: { status: 409, detail: m.error_sample_refused },
	double_closed: { status: 409, detail: m.error_double_closed },
	chunk_misplaced: { status: 409, detail: m.error_chunk_misplaced },
	evidence_locked: { status: 409, detail: m.error_step_refused },
	personal_data: { status: 409, detail: m.evidence_personal_ask },
	round_not_importable: { status: 409, detail: m.error_round_not_importable },
	body_too_large: { status: 413, detail: m.error_body_too_large },
	media_type: { status: 415, detail: m.error_media_type },
	content_invalid: { status: 422, detail: m.error_content_invalid },
	evidence_refused: { status: 422, detail: m.error_step_refused },
	import_rejected: { status: 422, detail: m.error_import_rejected },
	server_error: { status: 500, detail: m.error_server_error }
} as const;

const TITLES = {
	400: m.error_title_400,
	401: m.error_title_401,
	403: m.error_title_403,
	404: m.error_title_404,
	405: m.error_title_405,
	409: m.error_title_409,
	413: m.error_title_413,
	415: m.error_title_415,
	422: m.error_title_422,
	500: m.error_title_500
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Parameters of a problem's sentence; none where it names nothing. */
type Params<Code extends ProblemCode> = Parameters<(typeof PROBLEMS)[Code]['detail']>[0];

/** Members beside those of RFC 9457: `errors` lists single faults, `current` is the state that a stale write has to
 *  look at, `offset` the place where an upload goes on, `findings` suspected personal data. */
export interface ProblemExtras {
	errors?: { field?: string; line?: number; column?: string | null; detail: string }[];
	current?: unknown;
	offset?: number;
	findings?: Finding[];
}

/** Ends a request with a problem document. Thrown by checks of a request, answered by the dispatcher. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
	readonly code: Code;
	readonly params: Params<Code>;
	readonly extras: ProblemExtras;

	constructor(code: Code, params: Params<Code>, extras: ProblemExtras = {}) {
		super(code);
		this.code = code;
		this.params = params;
		this.extras = extras;
	}
}

/** Answers a problem: an RFC 9457 document in the person's language. */
export function answerProblem({ code, params, extras }: Problem, url: URL, locale: Locale): Answer {
	const { status } = PROBLEMS[code];
	const sentence = PROBLEMS[code].detail as (params: unknown, options: { locale: Locale }) => string;
	const document = {
		type: `urn:siap-satu-data:problem:${code}`,
		title: TITLES[status]({}, { locale }),
		status,
		detail: sentence(params, { locale }),
		instance: url.pathname,
		...extras
	};
	return {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'cache-control': 'no-store',
			...(status === 401 && { 'www-authenticate': 'Bearer realm="SIAP Satu Data"' })
		},
		body: JSON.stringify(document)
	};
}
