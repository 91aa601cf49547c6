import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments } from '#lib/server/foundation/db/schema.ts';
import { findFrozenPieces, freezePieces } from '#lib/server/fieldwork/evidence/frozen-pieces.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { EvidenceTally, ReportResult } from '#lib/server/documents/write/types.ts';

/** Counts the evidence behind each region's answers, by region code: as it was published, or as it stands. */
export function tallyEvidence(db: Db, round: Round, results: readonly ReportResult[]): Record<string, EvidenceTally> {
	const own = db
		.select({ id: assessments.id, code: assessments.regionCode })
		.from(assessments)
		.where(and(eq(assessments.roundId, round.id), isNull(assessments.agencyId)))
		.all();
	const ids = new Map(own.map(({ id, code }) => [code, id]));
	return Object.fromEntries(
		results.map(({ region, answers }) => {
			const pieces = findFrozenPieces(db, { round, region, agency: null }) ?? freezePieces(db, ids.get(region.code)!);
			const named = new Set(pieces.flatMap(({ uses }) => uses.map(({ indicator }) => indicator)));
			const answered = Object.keys(answers).filter((code) => answers[code] !== null);
			const supported = answered.filter((code) => named.has(code)).length;
			return [region.code, { pieces: pieces.length, answered: answered.length, supported }];
		})
	);
}
