import { m } from '#lib/paraglide/messages.js';

/** Outcome of a call: its answer, or the problem as a sentence; `offline` = no answer, or a status of 500 or more. */
export type Outcome<T> =
	{ kind: 'ok'; body: T } | { kind: 'problem'; code: string; sentence: string; offset?: number } | { kind: 'offline' };

/** RFC 9457, with the faults of each field of a body. */
interface ProblemBody {
	type?: string;
	detail?: string;
	errors?: { detail: string }[];
	offset?: number;
}

const TIMEOUT_MS = 90_000;

/** Calls the HTTP API and waits at most `TIMEOUT_MS` for its answer. */
export async function callEvidence<T>(
	method: string,
	address: string,
	body?: object | Blob,
	headers: Record<string, string> = {}
): Promise<Outcome<T>> {
	const isBlob = body instanceof Blob;
	let response: Response;
	try {
		response = await fetch(address, {
			method,
			headers: { ...(body && !isBlob && { 'content-type': 'application/json' }), ...headers },
			body: body && (isBlob ? body : JSON.stringify(body)),
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		if (response.ok) return { kind: 'ok', body: (await response.json()) as T };
	} catch {
		return { kind: 'offline' };
	}
	if (response.status >= 500) return { kind: 'offline' };
	const problem = (await response.json().catch(() => ({}))) as ProblemBody;
	const code = problem.type?.split(':').at(-1) ?? '';
	const sentence =
		response.status === 401
			? m.form_session_ended()
			: (problem.errors?.[0]?.detail ?? problem.detail ?? m.evidence_failed());
	return { kind: 'problem', code, sentence, offset: problem.offset };
}
