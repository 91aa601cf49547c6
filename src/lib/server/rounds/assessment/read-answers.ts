import type { Db } from '#lib/server/foundation/db/open.ts';
import { countEvidence } from './count-evidence.ts';
import type { EvidenceCount } from '#lib/domain/evidence/evidence-count.ts';
import { findFrozen } from '#lib/server/rounds/round/frozen-round.ts';
import { type Assessment, listAnswers } from './find-assessment.ts';
import { toView } from './save-answer.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';

/** All answers of an assessment on every track, for readers; of a published round those that were published. */
export function readAnswers(db: Db, { id, round, region, agency }: Assessment): AnswerView[] {
	const frozen = findFrozen(db, round, agency ? 'agency' : 'region');
	if (!frozen) return listAnswers(db, id).map(toView);
	return (frozen.answers[agency?.id ?? region.code] ?? []).map(({ updatedBy: _, ...answer }) => answer);
}

/** Evidence of an assessment by indicator, for readers; of a published round as it was published. */
export function readEvidenceCounts(db: Db, { id, round, region, agency }: Assessment): Map<string, EvidenceCount> {
	const frozen = findFrozen(db, round, agency ? 'agency' : 'region');
	if (!frozen) return countEvidence(db, id);
	return new Map(Object.entries(frozen.evidence[agency?.id ?? region.code] ?? {}));
}
