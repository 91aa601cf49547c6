import { applicableWeights } from '#lib/domain/analysis/applicable-weights.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Arrangement, ArrangeInput } from '#lib/domain/profiles/arrange.ts';
import type { ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { threadWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

const worker = threadWorker<ArrangeInput, Arrangement>('insight/patterns/profile-worker.ts');

const kept = keeper<Promise<Arrangement>>(20);

/** Arranges the regions with a readiness class in order and in clusters, in a thread. Kept as long as the round's
 *  revision stands, by the set of regions: readers of different reach get different clusters. */
export function arrangeRound(
	db: Db,
	round: Round,
	instrument: Instrument,
	entries: readonly ScoredAssessment[]
): Promise<Arrangement> {
	const ranked = entries.filter(({ result }) => result.readinessClass !== null);
	const of = [round.id, ...ranked.map(({ region }) => region.code)].join('/');
	return kept(db, { of, at: round.revision }, () => inLane('arrange', () => worker.run(inputOf(instrument, ranked))));
}

function inputOf(instrument: Instrument, ranked: readonly ScoredAssessment[]): ArrangeInput {
	const weights = applicableWeights(instrument, {});
	const codes = Object.keys(weights);
	const levels = instrument.levels.map(({ level }) => level);
	return {
		profiles: ranked.map(({ region, answers }) => ({
			code: region.code,
			levels: codes.map((code) => (typeof answers[code] === 'number' ? answers[code] : null))
		})),
		weights: codes.map((code) => weights[code]!),
		range: Math.max(...levels) - Math.min(...levels),
		index: Object.fromEntries(ranked.map(({ region, result }) => [region.code, result.index!]))
	};
}
