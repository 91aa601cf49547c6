import { eq } from 'drizzle-orm';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { toView } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, users } from '#lib/server/foundation/db/schema.ts';
import { countEvidence } from '#lib/server/rounds/assessment/count-evidence.ts';
import { freezePieces } from '#lib/server/fieldwork/evidence/frozen-pieces.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { factsOf } from '#lib/domain/province/types.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { listSecondScores } from '#lib/server/insight/robustness/robust-input.ts';
import type { Uncertainty } from '#lib/domain/robustness/uncertainty.ts';
import { findBoundaries } from '#lib/server/places/boundaries/boundaries.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { type Frozen, type FrozenAnswer, hashOf, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';

/** Freezes a round that is not published yet, as it stands. Scores are those of the one scoring function.
 *  @param uncertainty that of the ranking, simulated before because it takes its time; null = not simulated */
export function makeSnapshot(tx: Db, round: Round, now: number, uncertainty: Uncertainty | null = null): RoundSnapshot {
	const { code, name, startsOn, endsOn, targetClass, dailyCapacity, sample } = round;
	const content = {
		format: 1 as const,
		at: new Date(now).toISOString(),
		round: { code, name, startsOn, endsOn, targetClass, dailyCapacity, sample },
		regions: listRegions(tx),
		province: factsOf(findProvince(tx)),
		...freeze(tx, round, 'region', round.instrumentId),
		agencies: round.agencyInstrumentId === null ? null : freeze(tx, round, 'agency', round.agencyInstrumentId),
		boundaries: findBoundaries(tx),
		uncertainty,
		secondScores: listSecondScores(tx, round.id)
	};
	return { ...content, hash: hashOf(content) };
}

function freeze(tx: Db, round: Round, unit: 'region' | 'agency', instrumentId: number): Frozen {
	const { instrument, adoptedBy, decreeNumber, decreeDate } = getInstrument(tx, instrumentId);
	const adoption = adoptedBy && decreeNumber && decreeDate ? { adoptedBy, decreeNumber, decreeDate } : null;
	const frozen: Frozen = { instrument, adoption, answers: {}, results: [], evidence: {}, pieces: {}, statusSince: {} };
	const rows = Map.groupBy(answersOf(tx, round.id), ({ key }) => key);
	const assessmentOf = new Map(assessmentsOf(tx, round.id).map((row) => [keyOf(row), row]));
	for (const { result } of scoreRound(tx, round, unit)) {
		const key = result.agency?.id ?? result.region.code;
		frozen.results.push(result);
		frozen.answers[key] = (rows.get(key) ?? []).map(({ answer }) => answer);
		const { id, statusChangedAt } = assessmentOf.get(key)!;
		frozen.evidence[key] = Object.fromEntries(countEvidence(tx, id));
		frozen.pieces![key] = freezePieces(tx, id);
		frozen.statusSince[key] = statusChangedAt === null ? null : new Date(statusChangedAt).toISOString();
	}
	return frozen;
}

interface KeyColumns {
	regionCode: string;
	agencyId: string | null;
}

function keyOf({ regionCode, agencyId }: KeyColumns): string {
	return agencyId ?? regionCode;
}

function assessmentsOf(tx: Db, roundId: number) {
	return tx.select().from(assessments).where(eq(assessments.roundId, roundId)).all();
}

function answersOf(tx: Db, roundId: number): { key: string; answer: FrozenAnswer }[] {
	return tx
		.select({ answers, assessments, updatedBy: users.username })
		.from(answers)
		.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
		.innerJoin(users, eq(users.id, answers.updatedBy))
		.where(eq(assessments.roundId, roundId))
		.orderBy(answers.assessmentId, answers.indicator, answers.track)
		.all()
		.map((row) => ({ key: keyOf(row.assessments), answer: { ...toView(row.answers), updatedBy: row.updatedBy } }));
}
