import { agencies, answers, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { NOW } from './small-round.ts';

/** Adds agencies of a region to the round `uji` of `small-round.ts`.
 *  @returns the ids of their assessments, in order */
export function addAgencies(db: Db, regionCode: string, ids: readonly string[]): number[] {
	const { id: roundId } = db.select({ id: rounds.id }).from(rounds).get()!;
	const instrumentId = findInstrument(db, 'ikid-opd')!.id;
	return ids.map((id) => {
		db.insert(agencies)
			.values({ id, regionCode, name: `Dinas ${id}` })
			.run();
		return db.insert(assessments).values({ roundId, instrumentId, regionCode, agencyId: id }).returning().get().id;
	});
}

/** Answers every indicator of an assessment on the assessor's track. */
export function answerAll(
	db: Db,
	assessmentId: number,
	unit: 'ikid' | 'ikid-opd',
	level: number,
	justification: string
): void {
	const { instrument } = findInstrument(db, unit)!;
	const written = { assessmentId, track: 'assessor' as const, level, justification };
	db.insert(answers)
		.values(
			instrument.domains
				.flatMap(({ indicators }) => indicators)
				.map(({ code }) => ({ ...written, indicator: code, version: 1, updatedAt: NOW, updatedBy: 'asesor' }))
		)
		.run();
}
