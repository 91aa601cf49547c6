import { and, eq } from 'drizzle-orm';
import { randomFor } from '#lib/domain/agreement/seeded-chance.ts';
import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, doubleScores } from '#lib/server/foundation/db/schema.ts';
import { previewDraw, storeSample } from '#lib/server/fieldwork/double-scoring/draw.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';

const DAY = 86_400_000;
const ADMIN = { id: 'demo-admin', name: 'Admin Diskominfo Jatim (contoh)' };
const INPUT = { regions: 14, indicators: 12, seed: 'contoh-2026' };
/** Share of the items that the second assessors have scored so far. */
const SCORED = 0.82;

/** Draws a sample of round 2026 as an administrator would, mostly scored: second assessors agree with the first most
 *  of the time, more on some indicators than on others. The rest waits on their worklists. */
export function seedDouble(tx: Db, now: number, log: AuditEntry[]): void {
	const round = findRound(tx, '2026')!;
	const { regions, indicators } = previewDraw(tx, round, INPUT);
	const drawnAt = now - 9 * DAY;
	const sample = storeSample(
		{ db: tx, now: drawnAt },
		round,
		{ regions, indicators },
		{ seed: INPUT.seed, drawnBy: 'demo-admin' }
	);
	log.push({
		at: drawnAt,
		actor: ADMIN,
		action: 'double.draw',
		subject: 'double/2026',
		after: { sample: sample.id, seed: INPUT.seed, regions, indicators }
	});
	for (const item of tx.select().from(doubleScores).where(eq(doubleScores.sampleId, sample.id)).all()) {
		const { assessmentId, indicator } = item;
		const where = and(eq(answers.assessmentId, assessmentId), eq(answers.indicator, indicator));
		const random = randomFor(INPUT.seed, assessmentId, indicator);
		const first = tx
			.select()
			.from(answers)
			.where(and(where, eq(answers.track, 'assessor')))
			.get();
		const basis = first ?? tx.select().from(answers).where(where).get();
		if (!basis || random() > SCORED) continue;
		const level = basis.level === null ? null : nearby(basis.level, randomFor(INPUT.seed, indicator)(), random);
		tx.update(doubleScores)
			.set({
				level,
				notApplicable: level === null,
				justification:
					level === null
						? 'Indikator ini tidak berlaku bagi wilayah ini.'
						: level === basis.level
							? ''
							: 'Menurut dokumen yang dilampirkan wilayah, kriteria tingkat ini yang terpenuhi.',
				version: 1,
				scoredAt: now - Math.floor(random() * 7 * DAY)
			})
			.where(
				and(
					eq(doubleScores.sampleId, sample.id),
					eq(doubleScores.assessmentId, assessmentId),
					eq(doubleScores.indicator, indicator)
				)
			)
			.run();
	}
}

/** A level, mostly the same; the harder an indicator is to judge, the more often one beside it.
 *  @param hardness 0 to 1 */
function nearby(level: number, hardness: number, random: () => number): number {
	const same = 0.9 - 0.45 * hardness;
	const draw = random();
	if (draw < same) return level;
	const step = draw > 0.97 ? 2 : 1;
	const moved = random() < 0.5 ? level - step : level + step;
	return Math.min(5, Math.max(1, moved));
}
