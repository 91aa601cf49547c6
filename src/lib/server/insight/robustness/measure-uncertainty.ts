import { assessRobustness } from '#lib/domain/robustness/assess.ts';
import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import type { Robustness, RobustSettings } from '#lib/domain/robustness/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { readRobustInput } from './robust-input.ts';
import { awaitJob } from './robust-job.ts';
import type { Uncertainty } from '#lib/domain/robustness/uncertainty.ts';

/** Settings of the first view: 10,000 runs, everything varies, the seed laid down. */
const SETTINGS = parseRobustSettings(new URLSearchParams());

/** A simulation of a round as it stood at a revision; it is frozen only with that revision. */
export interface Measured {
	revision: number;
	uncertainty: Uncertainty;
}

/** Simulates a round's ranking on the worker threads, for the snapshot that is about to be made; null where that
 *  fails: a round is published without rather than not at all. */
export async function measureUncertainty(db: Db, round: Round): Promise<Measured | null> {
	const job = await awaitJob(db, round, SETTINGS);
	return job.result && { revision: round.revision, uncertainty: keep(job.result, SETTINGS) };
}

/** Simulates the same in one go, which takes a second or two: for the sample data, where nobody waits for anything
 *  else. */
export function measureUncertaintyNow(db: Db, round: Round): Uncertainty {
	return keep(assessRobustness(readRobustInput(db, round, SETTINGS).input), SETTINGS);
}

function keep({ runs, meanShift, groups, regions }: Robustness, settings: RobustSettings): Uncertainty {
	return {
		settings,
		runs,
		meanShift,
		groups,
		regions: regions.map(({ code, officialRank, medianRank, rankBand, classes }) => ({
			code,
			officialRank,
			medianRank,
			rankBand,
			classes
		}))
	};
}
