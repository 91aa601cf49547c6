import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { awaitJob, earlierMoment, peekJobs, showJob } from './robust-job.ts';
import type { Uncertainty } from '#lib/domain/robustness/uncertainty.ts';

/** Settings for tables and reports: 10,000 runs from one seed, everything varied, so that the same figures printed
 *  again get the same bands. */
const STANDARD = parseRobustSettings(new URLSearchParams());

/** Number of regions from which on a page does not begin the simulation of itself: it takes many seconds. */
const MOST_UNASKED = 100;

/** Certainty of the ranks of a round. */
export interface RankCertainty {
	runs: number;
	/** Codes of regions by group that cannot be told apart; best group first. */
	groups: string[][];
	regions: Pick<Uncertainty['regions'][number], 'code' | 'medianRank' | 'rankBand'>[];
}

/** Gives the certainty of the ranking of a round, by the standard settings, once it is known: of a published round
 *  the one that was frozen with it. Callers check access.
 *  @throws Error when the simulation cannot be made */
export async function standardCertainty(db: Db, round: Round): Promise<RankCertainty> {
	const frozen = frozenCertainty(db, round);
	if (frozen) return frozen;
	const job = await awaitJob(db, round, STANDARD);
	if (job.result) return job.result;
	throw new Error(`robustness of round ${round.code}: ${job.state}`);
}

/** Certainty of the ranking without waiting. */
interface KnownCertainty {
	certainty: RankCertainty | null;
	/** State of the certainty; `done`: of the round as it stands. */
	state: 'done' | 'pending' | 'none';
	/** Moment of the data in milliseconds, where they are of an earlier state; else null. */
	asOf: number | null;
}

/** Gives the certainty for a page that does not wait. Where that of the present state is missing, its simulation
 *  begins once the page is on its way and the one before it is over, so that no page gets slower by it.
 *  @param regions number of regions in the round
 *  @returns certainty of the round as it stands, else of its last state that was simulated, or null */
export function knownCertainty(db: Db, round: Round, regions: number): KnownCertainty {
	const frozen = frozenCertainty(db, round);
	if (frozen) return { certainty: frozen, state: 'done', asOf: null };
	const { exact, lastDone, isBusy } = peekJobs(db, round, STANDARD);
	if (exact?.result) return { certainty: exact.result, state: 'done', asOf: null };
	const before = { certainty: lastDone?.result ?? null, asOf: lastDone && earlierMoment(lastDone, round) };
	if (exact && exact.state !== 'running') return { ...before, state: 'none' };
	if (!isBusy && regions > MOST_UNASKED) return { ...before, state: 'none' };
	if (!isBusy) setImmediate(() => beginQuietly(db, round));
	return { ...before, state: 'pending' };
}

function frozenCertainty(db: Db, round: Round): RankCertainty | null {
	return findSnapshot(db, round)?.snapshot.uncertainty ?? null;
}

function beginQuietly(db: Db, round: Round): void {
	try {
		showJob(db, round, STANDARD);
	} catch {
		// the database was closed meanwhile: nobody waits for the answer
	}
}
