import type { Instrument } from '../instrument/types.ts';
import { officialTracks, type TrackAnswer } from './official-answers.ts';

/** Number of an instrument's indicators by the word that stands behind them. One that an assessor or the plenary found
 *  not applicable is in none of them; one that only the region itself calls so is its own word. */
export interface Basis {
	/** Decided in the plenary. */
	final: number;
	/** Assessed by an assessor. */
	assessor: number;
	/** The region's (or agency's) own answer. */
	self: number;
	/** Not answered. */
	none: number;
}

/** Finds what a result rests on: by the last track (self, assessor, final) on which each indicator has an answer, as
 *  the official answers are found. Answers of indicators that the instrument does not have are ignored. */
export function basisOf(instrument: Instrument, answers: readonly TrackAnswer[]): Basis {
	const tracks = officialTracks(answers);
	const basis: Basis = { final: 0, assessor: 0, self: 0, none: 0 };
	for (const { code } of instrument.domains.flatMap((domain) => domain.indicators)) {
		const official = tracks.get(code);
		if (!official) basis.none++;
		else if (!official.notApplicable || official.track === 'self') basis[official.track]++;
	}
	return basis;
}

/** Whether figures may still change: an indicator is not assessed yet, be it answered by the region itself or by
 *  nobody. */
export function isProvisional({ self, none }: Basis): boolean {
	return self + none > 0;
}
