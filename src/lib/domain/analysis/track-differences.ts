import type { Instrument } from '../instrument/types.ts';
import { officialAnswers, type TrackAnswer } from '../workflow/official-answers.ts';
import { score } from '../scoring/score.ts';
import { differs } from '../workflow/change-reasons.ts';
import { type Track, TRACKS } from '../workflow/types.ts';

/** Index and class with one indicator's answer of one track in place of the official one. */
export interface TrackEffect {
	track: Track;
	index: number | null;
	readinessClass: string | null;
}

/** Index and class for each track that has an answer to the indicator, if that answer counted and all others were the
 *  official ones; in the order of the tracks. */
export function effectsOf(instrument: Instrument, cells: readonly TrackAnswer[], code: string): TrackEffect[] {
	const official = officialAnswers(cells);
	return TRACKS.flatMap((track) => {
		const own = officialAnswers(cells.filter((cell) => cell.indicator === code && cell.track === track))[code];
		if (own === undefined) return [];
		const { index, readinessClass } = score(instrument, { ...official, [code]: own });
		return [{ track, index, readinessClass }];
	});
}

export interface TrackGaps {
	/** Indicators that both region and assessor answered. */
	compared: number;
	/** Those among them with another answer of the assessor. */
	differing: number;
	lower: number;
	higher: number;
	/** Mean of self minus assessor over those with a level on both tracks; null where there is none. */
	meanGap: number | null;
	/** Index and class if the region's own answer counted wherever there is one, and the official ones. */
	bySelf: Omit<TrackEffect, 'track'>;
	official: Omit<TrackEffect, 'track'>;
}

/** Measures how far the region's own answers and the assessor's lie apart. */
export function trackGaps(instrument: Instrument, cells: readonly TrackAnswer[]): TrackGaps {
	const of = (track: Track) =>
		new Map(cells.filter((cell) => cell.track === track).map((cell) => [cell.indicator, cell]));
	const isAnswered = ({ level, notApplicable }: TrackAnswer) => notApplicable || level !== null;
	const self = of('self');
	const pairs = [...of('assessor').values()]
		.map((assessor) => ({ assessor, self: self.get(assessor.indicator) }))
		.filter((pair): pair is { assessor: TrackAnswer; self: TrackAnswer } =>
			Boolean(pair.self && isAnswered(pair.self) && isAnswered(pair.assessor))
		);
	const gaps = pairs.flatMap(({ assessor, self }) =>
		assessor.level === null || self.level === null ? [] : [self.level - assessor.level]
	);
	const official = officialAnswers(cells);
	const own = officialAnswers(cells.filter(({ track }) => track === 'self'));
	return {
		compared: pairs.length,
		differing: pairs.filter(({ assessor, self }) => differs(assessor, self)).length,
		lower: gaps.filter((gap) => gap > 0).length,
		higher: gaps.filter((gap) => gap < 0).length,
		meanGap: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
		bySelf: wholeOf(instrument, { ...official, ...own }),
		official: wholeOf(instrument, official)
	};
}

function wholeOf(instrument: Instrument, answers: Parameters<typeof score>[1]): Omit<TrackEffect, 'track'> {
	const { index, readinessClass } = score(instrument, answers);
	return { index, readinessClass };
}
