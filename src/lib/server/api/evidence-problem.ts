import type { Locale } from '#lib/domain/locale.ts';
import { describeRefusal } from '#lib/server/fieldwork/evidence/describe-evidence.ts';
import { Problem } from './problem.ts';

/** The problem of an addition or a change that was not made. */
export function evidenceProblem(result: Parameters<typeof describeRefusal>[0], locale: Locale): Problem {
	const { status, sentence } = describeRefusal(result, locale);
	if (status === 404) return new Problem('evidence_missing', {});
	if (status === 403) return new Problem('forbidden', {});
	return new Problem(status === 409 ? 'evidence_locked' : 'evidence_refused', { reason: sentence });
}
