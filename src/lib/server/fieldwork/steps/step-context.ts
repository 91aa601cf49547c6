import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { StepContext } from '#lib/domain/workflow/assessment-machine.ts';
import { differs, isExplained } from '#lib/domain/workflow/change-reasons.ts';
import { EVIDENCE_LEVEL } from '#lib/domain/workflow/limits.ts';
import { missingIndicators } from '#lib/domain/workflow/missing-indicators.ts';
import { countClarifications } from '#lib/server/rounds/assessment/count-clarifications.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { countEvidence } from '#lib/server/rounds/assessment/count-evidence.ts';
import type { EvidenceCount } from '#lib/domain/evidence/evidence-count.ts';
import { type AnswerRow, type Assessment, listAnswers } from '#lib/server/rounds/assessment/find-assessment.ts';
import { answersOn } from '#lib/server/rounds/assessment/results.ts';

/** The hindrances between an assessment and its next steps, by code of the indicator so that a page can link to it. */
export interface Hindrances {
	missing: Record<'self' | 'assessor', string[]>;
	/** Indicators at level 3 or more with neither evidence nor a waiver. Evidence of either track counts for the
	 *  assessor. */
	unevidenced: Record<'self' | 'assessor', string[]>;
	/** Indicators where the assessor's level differs from the region's without a reason. */
	unexplained: string[];
	clarifications: Record<'asked' | 'answered' | 'settled', number>;
}

/** Gathers the hindrances that a guard may ask about. */
export function findHindrances(db: Db, assessment: Pick<Assessment, 'id' | 'stored'>): Hindrances {
	const { instrument } = assessment.stored;
	const rows = listAnswers(db, assessment.id);
	const counts = countEvidence(db, assessment.id);
	const missing = (track: 'self' | 'assessor') =>
		missingIndicators(instrument, answersOn(rows, track)).map(({ code }) => code);
	return {
		missing: { self: missing('self'), assessor: missing('assessor') },
		unevidenced: {
			self: unevidenced(instrument, rows, 'self', counts),
			assessor: unevidenced(instrument, rows, 'assessor', counts)
		},
		unexplained: unexplained(instrument, rows),
		clarifications: countClarifications(db, assessment.id)
	};
}

/** The hindrances as numbers, for the state machine.
 *  @param openDisputes items of the plenary's agenda that are not decided; asked for by `finalise` alone */
export function stepContext(
	{ missing, unevidenced, unexplained, clarifications }: Hindrances,
	round: StepContext['round'],
	reason: string,
	openDisputes = 0
): StepContext {
	return {
		round,
		missing: { self: missing.self.length, assessor: missing.assessor.length },
		unevidenced: { self: unevidenced.self.length, assessor: unevidenced.assessor.length },
		unexplained: unexplained.length,
		openClarifications: clarifications.asked + clarifications.answered,
		askedClarifications: clarifications.asked,
		openDisputes,
		reason
	};
}

function codesOf({ domains }: Instrument): string[] {
	return domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
}

function unevidenced(
	instrument: Instrument,
	rows: readonly AnswerRow[],
	track: 'self' | 'assessor',
	counts: ReadonlyMap<string, EvidenceCount>
): string[] {
	return codesOf(instrument).filter((code) => {
		const row = rows.find((candidate) => candidate.indicator === code && candidate.track === track);
		if (!row || (row.level ?? 0) < EVIDENCE_LEVEL || row.evidenceWaiver.trim() !== '') return false;
		const count = counts.get(code) ?? { self: 0, assessor: 0 };
		return track === 'self' ? count.self === 0 : count.self + count.assessor === 0;
	});
}

function unexplained(instrument: Instrument, rows: readonly AnswerRow[]): string[] {
	return codesOf(instrument).filter((code) => {
		const own = rows.find((row) => row.indicator === code && row.track === 'self');
		const assessor = rows.find((row) => row.indicator === code && row.track === 'assessor');
		return assessor !== undefined && differs(assessor, own) && !isExplained(assessor);
	});
}
