import type { Assessed, AssessedScore, Comparison } from './types.ts';

export interface Change {
	/** Now − before in index points; null when one of the two has no index or is provisional, or when they cannot be
	 *  compared. */
	index: number | null;
	/** Index points by domain; only comparable domains with an index in both rounds. */
	domains: Record<string, number>;
	/** Levels won or lost by indicator; only comparable indicators with a level in both rounds. */
	indicators: Record<string, number>;
	/** One of the two results is provisional, so the change may still move. */
	provisional: boolean;
}

/** Change since the previous round, in what may be compared; by the codes of the later round. */
export function changeSince(
	before: Pick<Assessed, 'score' | 'answers'>,
	now: Pick<Assessed, 'score' | 'answers'>,
	{ obstacle, domains, indicators }: Comparison
): Change {
	return {
		index: obstacle === null ? indexChange(before.score, now.score) : null,
		domains: differences(before.score.domains, now.score.domains, domains),
		indicators: differences(before.answers, now.answers, indicators),
		provisional: now.score.provisional || before.score.provisional
	};
}

/** Index points won or lost between two comparable results; null when one of the two has no index or is provisional. */
export function indexChange(before: AssessedScore, now: AssessedScore): number | null {
	const from = indexBefore(before, now);
	return now.index === null || from === null ? null : now.index - from;
}

/** The index that a change is counted from; null where there is none, or where then or now is provisional. */
export function indexBefore(before: AssessedScore | null | undefined, now: AssessedScore): number | null {
	return !before || before.provisional || now.provisional ? null : before.index;
}

type Values = Readonly<Record<string, number | 'na' | null | undefined>>;

function differences(before: Values, now: Values, codes: ReadonlyMap<string, string>): Record<string, number> {
	const moved: Record<string, number> = {};
	for (const [code, old] of codes) {
		const [value, earlier] = [now[code], before[old]];
		if (typeof value === 'number' && typeof earlier === 'number') moved[code] = value - earlier;
	}
	return moved;
}
