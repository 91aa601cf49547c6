import type { Assessed, AssessedScore } from './types.ts';

export interface Change {
	/** Now − before in index points; null when one of the two has no index, or is provisional. */
	index: number | null;
	/** Index points by domain; only domains with an index in both rounds. */
	domains: Record<string, number>;
	/** Levels won or lost by indicator; only indicators with a level in both rounds. */
	indicators: Record<string, number>;
	/** One of the two results is provisional, so the change may still move. */
	provisional: boolean;
}

/** Change since the previous round. The rounds may use different versions of the instrument: codes that only one of
 *  them has are left out. */
export function changeSince(
	before: Pick<Assessed, 'score' | 'answers'>,
	now: Pick<Assessed, 'score' | 'answers'>
): Change {
	const provisional = now.score.provisional || before.score.provisional;
	return {
		index:
			provisional || now.score.index === null || before.score.index === null
				? null
				: now.score.index - before.score.index,
		domains: differences(before.score.domains, now.score.domains),
		indicators: differences(before.answers, now.answers),
		provisional
	};
}

/** The index that a change is counted from; null where there is none, or where then or now is provisional. */
export function indexBefore(before: AssessedScore | null | undefined, now: AssessedScore): number | null {
	return !before || before.provisional || now.provisional ? null : before.index;
}

type Values = Readonly<Record<string, number | 'na' | null | undefined>>;

function differences(before: Values, now: Values): Record<string, number> {
	const moved: Record<string, number> = {};
	for (const [code, value] of Object.entries(now)) {
		const earlier = before[code];
		if (typeof value === 'number' && typeof earlier === 'number') moved[code] = value - earlier;
	}
	return moved;
}
