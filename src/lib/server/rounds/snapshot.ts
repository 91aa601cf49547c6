import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { type AnswerView, toView } from '../assessments/save-answer.ts';
import { type Result, scoreRound } from '../assessments/results.ts';
import type { Db } from '../db/open.ts';
import { answers, assessments, rounds } from '../db/schema.ts';
import { getInstrument } from '../instruments/stored-instruments.ts';
import { listRegions } from '../regions/list-regions.ts';
import type { Round } from './find-round.ts';

/** A questionnaire with what was answered to it and what came of it. */
interface Frozen {
	instrument: Instrument;
	/** Null = the version was a draft when the round was published. */
	adoption: { adoptedBy: string; decreeNumber: string; decreeDate: string } | null;
	/** Answers on every track, by region code (of agencies: by agency id). */
	answers: Record<string, AnswerView[]>;
	results: Result[];
}

/** What readers of a published round see, whatever happens to the live tables later. */
interface RoundSnapshot extends Frozen {
	/** ISO instant of the publication. */
	at: string;
	round: Pick<Round, 'code' | 'name' | 'startsOn' | 'endsOn' | 'targetClass' | 'dailyCapacity' | 'sample'>;
	regions: Region[];
	/** Null = agencies were not asked. */
	agencies: Frozen | null;
	/** SHA-256 in hex over the JSON of all the rest. */
	hash: string;
}

/** Freezes a round as it stands. Scores are those of the one scoring function. */
export function makeSnapshot(tx: Db, round: Round, now: number): RoundSnapshot {
	const { code, name, startsOn, endsOn, targetClass, dailyCapacity, sample } = round;
	const content = {
		at: new Date(now).toISOString(),
		round: { code, name, startsOn, endsOn, targetClass, dailyCapacity, sample },
		regions: listRegions(tx),
		...freeze(tx, round, 'region', round.instrumentId),
		agencies: round.agencyInstrumentId === null ? null : freeze(tx, round, 'agency', round.agencyInstrumentId)
	};
	return { ...content, hash: hashOf(content) };
}

/** The snapshot of a published round and whether it is still what was published; null where there is none. */
export function readSnapshot(round: { snapshot: string | null }): { snapshot: RoundSnapshot; intact: boolean } | null {
	if (round.snapshot === null) return null;
	const snapshot = JSON.parse(round.snapshot) as RoundSnapshot;
	const { hash, ...content } = snapshot;
	return { snapshot, intact: hash === hashOf(content) };
}

/** The snapshot of a stored round, see `readSnapshot`. */
export function findSnapshot(db: Db, round: Pick<Round, 'id'>) {
	const row = db.select({ snapshot: rounds.snapshot }).from(rounds).where(eq(rounds.id, round.id)).get();
	return row ? readSnapshot(row) : null;
}

function freeze(tx: Db, round: Round, unit: 'region' | 'agency', instrumentId: number): Frozen {
	const { instrument, adoptedBy, decreeNumber, decreeDate } = getInstrument(tx, instrumentId);
	const adoption = adoptedBy && decreeNumber && decreeDate ? { adoptedBy, decreeNumber, decreeDate } : null;
	const scored = scoreRound(tx, round, unit);
	const keys = new Map(scored.map(({ assessmentId, region, agency }) => [assessmentId, agency?.id ?? region.code]));
	const byKey: Record<string, AnswerView[]> = Object.fromEntries([...keys.values()].map((key) => [key, []]));
	for (const { answers: row } of answersOf(tx, round.id)) {
		const key = keys.get(row.assessmentId);
		if (key !== undefined) byKey[key]?.push(toView(row));
	}
	return { instrument, adoption, answers: byKey, results: scored.map(({ result }) => result) };
}

function answersOf(tx: Db, roundId: number) {
	return tx
		.select({ answers })
		.from(answers)
		.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
		.where(eq(assessments.roundId, roundId))
		.orderBy(answers.assessmentId, answers.indicator, answers.track)
		.all();
}

function hashOf(content: Omit<RoundSnapshot, 'hash'>): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
