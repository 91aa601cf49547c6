import type { Locale } from '#lib/domain/locale.ts';
import { describeRefusal } from '#lib/server/fieldwork/evidence/describe-evidence.ts';
import { Problem } from './problem.ts';

type Described = Exclude<Parameters<typeof describeRefusal>[0], { kind: 'missing' | 'forbidden' }>;

/** Gives the problems of an addition or a change of evidence that was not made, by kind of refusal. */
export function evidenceProblems(locale: Locale) {
	const reasonOf = (refusal: Described) => ({ reason: describeRefusal(refusal, locale).sentence });
	const locked = (refusal: Described) => new Problem('evidence_locked', reasonOf(refusal));
	return {
		missing: () => new Problem('evidence_missing', {}),
		settled: locked,
		locked,
		invalid: (refusal: Described) => new Problem('evidence_refused', reasonOf(refusal))
	};
}
