import { indexBefore } from '#lib/domain/analysis/change.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { levelGap } from '#lib/domain/analysis/map-measure.ts';
import { daysBetween } from '#lib/domain/planning/working-days.ts';
import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import { shownDifference } from '#lib/domain/scoring/shown-index.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { scoreRound, type ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments } from '#lib/server/foundation/db/schema.ts';
import { earlierMoment, peekJobs, showJob } from '#lib/server/insight/robustness/robust-job.ts';
import type { Obstacle } from '#lib/domain/analysis/types.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { measured, type Measure } from './overview-choice.ts';

interface ShownSimulation {
	state: 'running' | 'done' | 'cancelled' | 'failed';
	progress: number;
	/** Moment of the data in milliseconds, where the bands are of an earlier state of the round; else null. */
	asOf: number | null;
}

/** Values of a map by region. */
export interface MapValues {
	/** Values by region code; absent or null = there is none. */
	values: ReadonlyMap<string, number | null>;
	/** Ends of the band of ranks by region code; empty unless the map shows bands. */
	bands: ReadonlyMap<string, [number, number]>;
	/** The simulation of the bands; null = none is needed. */
	simulation: ShownSimulation | null;
	/** Round that changes are counted from, with the reason where they cannot be; null = none, or not needed. */
	previous: { code: string; name: string; obstacle: Obstacle | null } | null;
}

const NOTHING = { bands: new Map(), simulation: null, previous: null };

/** Reads a measure of all regions of a round, for any reader; callers leave out the regions beyond the viewer's
 *  reach. The bands of ranks come from a simulation that is begun here and not waited for. */
export function readMapValues(db: Db, round: Round, by: Measure, now: number): MapValues {
	switch (by.kind) {
		case 'change':
			return changes(db, round);
		case 'gap':
			return { ...NOTHING, values: gaps(db, round) };
		case 'waiting':
			return { ...NOTHING, values: waits(db, round, now) };
		case 'completeness':
			return { ...NOTHING, values: valuesOf(db, round, ({ result }) => result.completeness) };
		case 'rank':
			return bands(db, round);
		default:
			return { ...NOTHING, values: valuesOf(db, round, (entry) => measured(entry, by)) };
	}
}

function valuesOf(db: Db, round: Round, read: (entry: ScoredAssessment) => number | null) {
	return new Map(scoreRound(db, round, 'region').map((entry) => [entry.region.code, read(entry)]));
}

/** Differences of the indices as they are shown, so that a subtraction on paper gives the same; none of what is
 *  provisional, then or now. */
function changes(db: Db, round: Round): MapValues {
	const before = findRoundBefore(db, round, 'region');
	if (!before) return { ...NOTHING, values: new Map() };
	const { code, name } = before.round;
	const { obstacle } = before.comparison;
	const previous = { code, name, obstacle };
	if (obstacle) return { ...NOTHING, values: new Map(), previous };
	const earlier = new Map(scoreRound(db, before.round, 'region').map(({ region, result }) => [region.code, result]));
	const values = valuesOf(db, round, ({ region, result }) =>
		shownDifference(result.index, indexBefore(earlier.get(region.code), result))
	);
	return { ...NOTHING, values, previous };
}

function gaps(db: Db, round: Round): Map<string, number | null> {
	const self = new Map(scoreRound(db, round, 'region', 'self').map((entry) => [entry.region.code, entry.answers]));
	return new Map(
		scoreRound(db, round, 'region', 'assessor').map(({ region, answers }) => [
			region.code,
			levelGap(self.get(region.code) ?? {}, answers)
		])
	);
}

/** Whole days since the status changed; an assessed region waits for nobody any more. */
function waits(db: Db, round: Round, now: number): Map<string, number | null> {
	const since = new Map(
		db
			.select({ code: assessments.regionCode, at: assessments.statusChangedAt })
			.from(assessments)
			.where(and(eq(assessments.roundId, round.id), isNull(assessments.agencyId)))
			.all()
			.map(({ code, at }) => [code, at])
	);
	const isOver = (status: AssessmentStatus) => status === 'assessed' || status === 'final';
	const published = findSnapshot(db, round) !== null;
	return valuesOf(db, round, ({ region, result }) => {
		if (published || isOver(result.status)) return 0;
		const at = since.get(region.code);
		return Math.max(0, daysBetween(at ? isoDay(at) : round.startsOn, isoDay(now)));
	});
}

function bands(db: Db, round: Round): MapValues {
	const settings = parseRobustSettings(new URLSearchParams());
	const job = showJob(db, round, settings);
	const shown = job.result ? job : peekJobs(db, round, settings).lastDone;
	const ranked = shown?.result?.regions ?? [];
	return {
		...NOTHING,
		values: new Map(ranked.map(({ code, rankBand: [low, high] }) => [code, high - low])),
		bands: new Map(ranked.map(({ code, rankBand }) => [code, rankBand])),
		simulation: { state: job.state, progress: job.progress, asOf: shown && earlierMoment(shown, round) }
	};
}
