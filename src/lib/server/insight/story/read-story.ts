import { findStory, type Finding } from '#lib/domain/analysis/story.ts';
import { scoreRound, toAssessed } from '#lib/server/rounds/assessment/results.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';

/** One step of the story that a meeting room is told. */
export type StoryStep =
	{ kind: 'map' } | { kind: 'movement' } | { kind: 'finding'; finding: Finding } | { kind: 'plan' };

/** Reads the steps of a round's story: the map, the movement where there is a round before to compare with, the
 *  findings, the plan. Nothing but the map while nothing is assessed. Callers check access. */
export function readStory(db: Db, round: Round): StoryStep[] {
	const { instrument } = roundInstrument(db, round, 'region');
	const results = scoreRound(db, round, 'region').map(toAssessed);
	if (results.every(({ score }) => score.index === null)) return [{ kind: 'map' }];
	return [
		{ kind: 'map' },
		...(findRoundBefore(db, round, 'region')?.comparison.obstacle === null ? [{ kind: 'movement' as const }] : []),
		...findStory(instrument, results, round.targetClass).map((finding) => ({ kind: 'finding' as const, finding })),
		{ kind: 'plan' }
	];
}

/** Reads the place of the step that an address asks for, from 0; the nearest there is. */
export function parseStep(text: string | null, steps: number): number {
	return Math.min(steps, Math.max(1, Math.floor(Number(text)) || 1)) - 1;
}
