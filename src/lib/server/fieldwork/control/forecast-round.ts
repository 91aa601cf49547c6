import { progressOn } from '#lib/domain/forecast/history.ts';
import { type Pace, paces, selfDurations } from '#lib/domain/forecast/pace.ts';
import { type Forecast, type Job, simulate } from '#lib/domain/forecast/simulate.ts';
import { ASSESSOR_SHARE, REGION_SHARE, workDone } from '#lib/domain/forecast/work.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { RegionState } from './read-regions.ts';

/** Appointed assessors: ids by region code. */
export type Assignment = ReadonlyMap<string, readonly string[]>;

export interface RoundForecast extends Forecast {
	jobs: readonly Job[];
	paces: ReadonlyMap<string, Pace>;
}

/** Days of the drawn forecast: every week up to forty; a longer one is said in words. */
const CURVE_DAYS = Array.from({ length: 41 }, (_, week) => week * 7);

/** Forecasts of the present and of what-ifs, which several people look at again. */
const kept = keeper<RoundForecast>(40);

/** The forecast of a round under an assignment, which need not be the present one. It takes a few hundredths of a
 *  second, so it is kept until an answer, a step, the day or the assignment changes.
 *  @param assessors ids of all who can be appointed
 *  @param today day of the round, 0 = the first */
export function forecastRound(
	db: Db,
	round: Round,
	{
		states,
		assignment,
		assessors,
		today
	}: { states: readonly RegionState[]; assignment: Assignment; assessors: readonly string[]; today: number }
): RoundForecast {
	const pairs = states.map(({ region }) => (assignment.get(region.code) ?? []).join(','));
	const of = [round.id, assessors.join(','), ...pairs].join('|');
	return kept(db, { of, at: `${round.revision}/${today}` }, () => {
		const histories = states.map(({ history }) => history);
		const jobs = states.map((state) => toJob(state, assignment.get(state.region.code) ?? [], today));
		const pace = paces(histories, assessors, today);
		const input = { jobs, paces: pace, selfDurations: selfDurations(histories), at: CURVE_DAYS };
		return { jobs, paces: pace, ...simulate(input) };
	});
}

function toJob({ history, region }: RegionState, assessors: readonly string[], today: number): Job {
	const progress = progressOn(history, Infinity);
	const done = workDone(progress);
	const ownTurn = progress.status === 'not_started' || progress.status === 'self_assessment';
	const answered = Math.min(1, progress.self / Math.max(1, progress.indicators));
	const began = Math.min(...history.self.map(({ day }) => day));
	return {
		code: region.code,
		selfLeft: ownTurn ? 1 - answered : 0,
		selfDays: answered > 0 ? Math.max(1, today - began) / answered : null,
		ownWork: clean(REGION_SHARE - done.region),
		work: clean(ASSESSOR_SHARE - done.assessor),
		assessors
	};
}

/** A rest of work, 0 where it is only a rounding error: shares such as 0.6 do not add up exactly. */
function clean(work: number): number {
	return work < 1e-9 ? 0 : work;
}
