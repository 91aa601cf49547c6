import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { counted } from '#lib/domain/analysis/mean.ts';
import { ENOUGH_PAIRS, type LevelPair, observedDisagreement } from '#lib/domain/robustness/disagreement.ts';
import type { RobustInput, RobustRegion, RobustSettings } from '#lib/domain/robustness/types.ts';
import { scoreRound, toAssessed } from '#lib/server/rounds/assessment/results.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, doubleSamples, doubleScores } from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import type { SecondScore } from '#lib/domain/robustness/uncertainty.ts';

/** Input of a simulation with the source of its disagreement. */
export interface RoundInput {
	input: RobustInput;
	/** Levels given twice: by two assessors, or, while those are too few, by the region and its assessor. */
	observed: { source: 'double' | 'tracks'; pairs: number };
	/** Number of levels that vary. */
	uncertain: number;
}

/** Reads the kabupaten and kota of a round for the simulation: those that count in the ranking. As long as the plenary
 *  has not decided it, a level varies where region and assessor differ, and where it was scored twice. */
export function readRobustInput(db: Db, round: Round, settings: RobustSettings): RoundInput {
	const { instrument } = roundInstrument(db, round, 'region');
	const ranked = counted(scoreRound(db, round, 'region').map(toAssessed));
	// A published round gives the content of its snapshot; one from before second scores were kept has none there.
	const frozen = findSnapshot(db, round)?.snapshot;
	const given = frozen ? frozenGiven(frozen) : listGiven(db, round.id);
	const doubles = frozen?.secondScores ?? listSecondScores(db, round.id);
	const tracks: LevelPair[] = [];
	const uncertain = new Map<string, Set<string>>();
	const doubt = (region: string, indicator: string) =>
		uncertain.set(region, (uncertain.get(region) ?? new Set()).add(indicator));
	const decided = new Set(
		given.flatMap(({ region, indicator, final }) => (final === undefined ? [] : [`${region}/${indicator}`]))
	);
	for (const { region, indicator, self, assessor, final } of given) {
		if (self === undefined || assessor === undefined) continue;
		tracks.push({ first: assessor, second: self });
		if (final === undefined && self !== assessor) doubt(region, indicator);
	}
	for (const { region, indicator } of doubles) if (!decided.has(`${region}/${indicator}`)) doubt(region, indicator);
	const source = doubles.length >= ENOUGH_PAIRS ? 'double' : 'tracks';
	const pairs = source === 'double' ? doubles : tracks;
	const regions = ranked.map(({ region, answers }): RobustRegion => ({
		code: region.code,
		answers,
		uncertain: [...(uncertain.get(region.code) ?? [])].sort()
	}));
	return {
		input: { instrument, regions, disagreement: observedDisagreement(pairs), settings },
		observed: { source, pairs: pairs.length },
		uncertain: regions.reduce((sum, region) => sum + region.uncertain.length, 0)
	};
}

function frozenGiven({ answers }: RoundSnapshot): Given[] {
	const byPlace = new Map<string, Given>();
	for (const [region, rows] of Object.entries(answers))
		for (const { indicator, track, level } of rows) {
			if (level === null) continue;
			const key = `${region}/${indicator}`;
			byPlace.set(key, { ...(byPlace.get(key) ?? { region, indicator }), [track]: level });
		}
	return [...byPlace.values()];
}

interface Given {
	region: string;
	indicator: string;
	self?: number;
	assessor?: number;
	final?: number;
}

function listGiven(db: Db, roundId: number): Given[] {
	const rows = db
		.select({
			region: assessments.regionCode,
			indicator: answers.indicator,
			track: answers.track,
			level: answers.level
		})
		.from(answers)
		.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
		.where(and(eq(assessments.roundId, roundId), isNull(assessments.agencyId), isNotNull(answers.level)))
		.all();
	const byPlace = new Map<string, Given>();
	for (const { region, indicator, track, level } of rows) {
		const key = `${region}/${indicator}`;
		const entry = byPlace.get(key) ?? { region, indicator };
		byPlace.set(key, { ...entry, [track]: level! });
	}
	return [...byPlace.values()];
}

/** Lists the levels of two assessors, by region and indicator. Once a sample is closed the first level is that of
 *  the closing: from then on the first assessor sees the second score and may follow it, which is no agreement. */
export function listSecondScores(db: Db, roundId: number): SecondScore[] {
	return db
		.select({
			region: assessments.regionCode,
			indicator: doubleScores.indicator,
			now: answers.level,
			atClosing: doubleScores.firstLevel,
			closedAt: doubleSamples.closedAt,
			second: doubleScores.level
		})
		.from(doubleScores)
		.innerJoin(doubleSamples, eq(doubleSamples.id, doubleScores.sampleId))
		.innerJoin(assessments, eq(assessments.id, doubleScores.assessmentId))
		.leftJoin(
			answers,
			and(
				eq(answers.assessmentId, doubleScores.assessmentId),
				eq(answers.indicator, doubleScores.indicator),
				eq(answers.track, 'assessor')
			)
		)
		.where(and(eq(assessments.roundId, roundId), isNull(assessments.agencyId), isNotNull(doubleScores.level)))
		.all()
		.flatMap(({ now, atClosing, closedAt, second, ...place }) => {
			const first = closedAt === null ? now : atClosing;
			return first === null ? [] : [{ ...place, first, second: second! }];
		});
}
