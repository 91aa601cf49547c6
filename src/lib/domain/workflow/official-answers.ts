import { type Track, TRACKS } from './types.ts';
import type { Answers, AnswerValue } from '../scoring/types.ts';

/** One answer as it is stored; level null without `notApplicable` = opened but not answered. */
export interface TrackAnswer {
	indicator: string;
	track: Track;
	level: number | null;
	notApplicable: boolean;
}

/** Finds the official answer of every indicator as it is stored: that of the last track (self, assessor, final) which
 *  has one. Until the assessor is through, a result may so rest on the assessor's level for one indicator and on the
 *  region's own for another. An indicator without any is absent. */
export function officialTracks(answers: readonly TrackAnswer[]): Map<string, TrackAnswer> {
	const official = new Map<string, TrackAnswer>();
	for (const track of TRACKS)
		for (const answer of answers)
			if (answer.track === track && isAnswered(answer)) official.set(answer.indicator, answer);
	return official;
}

/** The official answers as `score` takes them; an indicator without any is absent. */
export function officialAnswers(answers: readonly TrackAnswer[]): Answers {
	const official: Record<string, AnswerValue> = {};
	for (const [code, { level, notApplicable }] of officialTracks(answers)) official[code] = notApplicable ? 'na' : level;
	return official;
}

/** Number of official answers from each track, in the order of the tracks; one that gives none is absent. */
export function tracksInUse(answers: readonly TrackAnswer[]): { track: Track; count: number }[] {
	const used = [...officialTracks(answers).values()];
	return TRACKS.map((track) => ({ track, count: used.filter((one) => one.track === track).length })).filter(
		({ count }) => count > 0
	);
}

/** The last track on which anything is answered; null when nothing is. */
export function lastTrack(answers: readonly TrackAnswer[]): Track | null {
	return TRACKS.findLast((track) => answers.some((answer) => answer.track === track && isAnswered(answer))) ?? null;
}

function isAnswered({ level, notApplicable }: TrackAnswer): boolean {
	return notApplicable || level !== null;
}
