import type { Instrument } from '../instrument/types.ts';
import { score } from '../scoring/score.ts';
import { basisOf, isProvisional } from '../workflow/basis.ts';
import { officialAnswers, type TrackAnswer } from '../workflow/official-answers.ts';
import type { AssessedScore } from './types.ts';

/** Scores the official ones of some answers, with what the result rests on.
 *  @param answers on all tracks, or on one to score that alone */
export function assessedScore(instrument: Instrument, answers: readonly TrackAnswer[]): AssessedScore {
	const basis = basisOf(instrument, answers);
	return { basis, provisional: isProvisional(basis), ...score(instrument, officialAnswers(answers)) };
}
