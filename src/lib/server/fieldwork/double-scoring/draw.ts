import { createHash } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type DrawableRegion, drawSample, type DrawnSample } from '#lib/domain/agreement/draw-sample.ts';
import { randomFor } from '#lib/domain/agreement/seeded-chance.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, assignments, doubleSamples, doubleScores, users } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { findOpenSample, type Sample } from './samples.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Context } from '#lib/server/people/commands/context.ts';

/** An administrator's wish for a sample. */
export const DrawInput = z.object({
	regions: z.coerce.number().int().min(1).max(200),
	/** Indicators in each region. */
	indicators: z.coerce.number().int().min(1).max(500),
	seed: z.string().trim().min(1).max(40)
});
export type DrawInput = z.infer<typeof DrawInput>;

/** States in which the region's own answers can be read; a final result is not scored again. */
const DRAWABLE: AssessmentStatus[] = ['submitted', 'in_review', 'clarification', 'assessed'];

export interface DrawPreview extends DrawnSample {
	/** Numbers that could be drawn at most. */
	possible: { regions: number; indicators: number; assessors: number };
	/** Names of the assessors by id. */
	names: Record<string, string>;
	/** First 16 hex digits of the draw's SHA-256, by which a later draw is known as this one. */
	fingerprint: string;
}

/** The outcome of a draw as things stand now; the same input draws the same as long as neither assignments nor statuses
 *  change. */
export function previewDraw(db: Db, round: Round, { regions, indicators, seed }: DrawInput): DrawPreview {
	const { instrument } = getInstrument(db, round.instrumentId);
	const drawable = listDrawable(db, round.id);
	const people = db
		.select({ id: users.id, name: users.displayName })
		.from(users)
		.where(and(eq(users.role, 'assessor'), eq(users.active, true)))
		.orderBy(users.id)
		.all();
	const questions = instrument.domains.flatMap((domain) =>
		domain.indicators.map(({ code, gate }) => ({ code, gate, domain: domain.code }))
	);
	const assessors = people.map(({ id }) => id);
	const drawn = drawSample(
		{ regions: drawable, indicators: questions, assessors },
		{ regions, indicators },
		randomFor(seed)
	);
	return {
		...drawn,
		possible: { regions: drawable.length, indicators: questions.length, assessors: assessors.length },
		names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
		fingerprint: createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 16)
	};
}

export type DrawResult =
	| { kind: 'drawn'; sample: Sample }
	/** Another sample of the round is still being scored. */
	| { kind: 'open_sample' }
	/** Assignments or statuses changed since the preview. */
	| { kind: 'changed' }
	/** No region is ready, or nobody could score it. */
	| { kind: 'nothing' }
	| { kind: 'round_not_running' }
	| Refused;

/** Draws a sample and gives every item to its second assessor; the audit entry keeps seed and outcome.
 *  @param fingerprint that of the preview which the administrator has seen */
export function drawDouble(context: Acting, roundCode: string, input: DrawInput, fingerprint: string): DrawResult {
	const { actor } = context;
	return command(context, (tx, within): DrawResult => {
		if (!hasPermission(actor, 'double.manage')) return { kind: 'forbidden' };
		const round = findRound(tx, roundCode);
		if (!round) return { kind: 'missing' };
		if (round.status !== 'open' && round.status !== 'plenary') return { kind: 'round_not_running' };
		if (findOpenSample(tx, round.id)) return { kind: 'open_sample' };
		const drawn = previewDraw(tx, round, input);
		if (drawn.regions.length === 0) return { kind: 'nothing' };
		if (drawn.fingerprint !== fingerprint) return { kind: 'changed' };
		const sample = storeSample(within, round, drawn, { seed: input.seed, drawnBy: actor.id });
		const { regions, indicators } = drawn;
		record(within, {
			action: 'double.draw',
			subject: `double/${round.code}`,
			after: { sample: sample.id, seed: input.seed, regions, indicators }
		});
		return { kind: 'drawn', sample };
	});
}

/** Keeps a drawn sample and gives its items to the second assessors. */
export function storeSample(
	{ db: tx, now }: Pick<Context, 'db' | 'now'>,
	round: Round,
	{ regions, indicators }: DrawnSample,
	{ seed, drawnBy }: { seed: string; drawnBy: string }
): Sample {
	const sample = tx
		.insert(doubleSamples)
		.values({
			roundId: round.id,
			seed,
			regions: regions.length,
			indicators: indicators.length,
			drawnBy,
			drawnAt: now
		})
		.returning()
		.get();
	const ids = assessmentIds(
		tx,
		round.id,
		regions.map(({ code }) => code)
	);
	for (const { code, second } of regions)
		for (const indicator of indicators)
			tx.insert(doubleScores)
				.values({ sampleId: sample.id, assessmentId: ids.get(code)!, indicator, userId: second })
				.run();
	return sample;
}

function listDrawable(db: Db, roundId: number): DrawableRegion[] {
	const inCharge = db
		.select()
		.from(assignments)
		.where(eq(assignments.roundId, roundId))
		.orderBy(assignments.userId)
		.all();
	const ready = new Set(
		db
			.select({ code: assessments.regionCode })
			.from(assessments)
			.where(and(eq(assessments.roundId, roundId), isNull(assessments.agencyId), inArray(assessments.status, DRAWABLE)))
			.all()
			.map(({ code }) => code)
	);
	return listRegions(db)
		.filter(({ code }) => ready.has(code))
		.map(({ code, type }) => ({
			code,
			type,
			assessors: inCharge.filter(({ regionCode }) => regionCode === code).map(({ userId }) => userId)
		}));
}

function assessmentIds(db: Db, roundId: number, codes: string[]): Map<string, number> {
	return new Map(
		db
			.select({ code: assessments.regionCode, id: assessments.id })
			.from(assessments)
			.where(
				and(eq(assessments.roundId, roundId), isNull(assessments.agencyId), inArray(assessments.regionCode, codes))
			)
			.all()
			.map(({ code, id }) => [code, id])
	);
}
