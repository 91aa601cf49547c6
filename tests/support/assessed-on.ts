import { assessedScore } from '#lib/domain/analysis/assessed-score.ts';
import type { AssessedScore } from '#lib/domain/analysis/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';
import type { TrackAnswer } from '#lib/domain/workflow/official-answers.ts';
import type { Track } from '#lib/domain/workflow/types.ts';

/** Scores answers as if all were given on one track. */
export function assessedOn(instrument: Instrument, answers: Answers, track: Track = 'assessor'): AssessedScore {
	const stored = Object.entries(answers).flatMap(([indicator, value]): TrackAnswer[] => {
		if (value === null || value === undefined) return [];
		return [{ indicator, track, level: value === 'na' ? null : value, notApplicable: value === 'na' }];
	});
	return assessedScore(instrument, stored);
}
