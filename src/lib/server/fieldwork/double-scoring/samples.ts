import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, doubleSamples, doubleScores, users } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

export type Sample = typeof doubleSamples.$inferSelect;

/** The samples of a round, the latest first, with the numbers of their items and of those scored. */
export function listSamples(
	db: Db,
	roundId: number
): (Sample & { drawnByName: string; items: number; scored: number })[] {
	return db
		.select({
			sample: doubleSamples,
			drawnByName: users.displayName,
			items: sql<number>`count(${doubleScores.indicator})`,
			scored: sql<number>`coalesce(sum(${doubleScores.level} IS NOT NULL OR ${doubleScores.notApplicable}), 0)`
		})
		.from(doubleSamples)
		.leftJoin(doubleScores, eq(doubleScores.sampleId, doubleSamples.id))
		.leftJoin(users, eq(users.id, doubleSamples.drawnBy))
		.where(eq(doubleSamples.roundId, roundId))
		.groupBy(doubleSamples.id)
		.orderBy(desc(doubleSamples.id))
		.all()
		.map(({ sample, drawnByName, items, scored }) => ({ ...sample, drawnByName: drawnByName ?? '', items, scored }));
}

/** The sample of a round that is being scored; null when there is none. */
export function findOpenSample(db: Db, roundId: number): Sample | null {
	return (
		db
			.select()
			.from(doubleSamples)
			.where(and(eq(doubleSamples.roundId, roundId), isNull(doubleSamples.closedAt)))
			.get() ?? null
	);
}

export type CloseResult = { kind: 'closed' } | { kind: 'already' } | Refused;

/** Ends the scoring of a sample. The first assessors' answers are kept as they stand now: when they talk about the
 *  differences afterwards and change their minds, the measured agreement stays the same. */
export function closeSample(context: Acting, roundCode: string, sampleId: number): CloseResult {
	const { actor, now } = context;
	return command(context, (tx, within): CloseResult => {
		if (!hasPermission(actor, 'double.manage')) return { kind: 'forbidden' };
		const round = findRound(tx, roundCode);
		const sample = tx.select().from(doubleSamples).where(eq(doubleSamples.id, sampleId)).get();
		if (!round || sample?.roundId !== round.id) return { kind: 'missing' };
		if (sample.closedAt !== null) return { kind: 'already' };
		keepFirstAnswers(tx, sampleId);
		tx.update(doubleSamples).set({ closedAt: now, closedBy: actor.id }).where(eq(doubleSamples.id, sampleId)).run();
		record(within, { action: 'double.close', subject: `double/${round.code}`, after: { sample: sampleId } });
		return { kind: 'closed' };
	});
}

function keepFirstAnswers(tx: Db, sampleId: number): void {
	const first = tx
		.select({ item: doubleScores, answer: answers })
		.from(doubleScores)
		.innerJoin(
			answers,
			and(
				eq(answers.assessmentId, doubleScores.assessmentId),
				eq(answers.indicator, doubleScores.indicator),
				eq(answers.track, 'assessor')
			)
		)
		.where(eq(doubleScores.sampleId, sampleId))
		.all();
	for (const { item, answer } of first)
		tx.update(doubleScores)
			.set({ firstBy: answer.updatedBy, firstLevel: answer.level, firstNotApplicable: answer.notApplicable })
			.where(
				and(
					eq(doubleScores.sampleId, sampleId),
					eq(doubleScores.assessmentId, item.assessmentId),
					eq(doubleScores.indicator, item.indicator)
				)
			)
			.run();
}

/** The sample of a round that an address names, or the latest one.
 *  @param wanted number of the sample as it stands in the address; null = none is named
 *  @returns null when the round has no such sample */
export function chooseSample(db: Db, roundId: number, wanted: string | null): Sample | null {
	const samples = listSamples(db, roundId);
	return (wanted === null ? samples[0] : samples.find(({ id }) => String(id) === wanted)) ?? null;
}
