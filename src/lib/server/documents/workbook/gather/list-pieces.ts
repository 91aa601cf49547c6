import { asc, eq } from 'drizzle-orm';
import { markOf, nameOutside } from '#lib/domain/evidence/printed-piece.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments } from '#lib/server/foundation/db/schema.ts';
import { asPublished } from '#lib/server/fieldwork/evidence/frozen-pieces.ts';
import { type EvidenceView, listEvidence } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { roundRegions } from '#lib/server/rounds/round/round-content.ts';
import type { WorkbookPiece } from '../write/types.ts';

/** Lists the pieces of evidence of a round that the viewer may look at, by region and agency; publication does not
 *  open them. */
export function listPieces(
	db: Db,
	viewer: Viewer,
	round: Round,
	asking: { now: number; locale: Locale }
): WorkbookPiece[] {
	const reach = reachOf(db, viewer, 'evidence.read', round);
	const regions = new Map(roundRegions(db, round).map((region) => [region.code, region]));
	return db
		.select({ id: assessments.id, regionCode: assessments.regionCode, agencyId: agencies.id, agency: agencies.name })
		.from(assessments)
		.leftJoin(agencies, eq(agencies.id, assessments.agencyId))
		.where(eq(assessments.roundId, round.id))
		.orderBy(asc(assessments.regionCode), asc(agencies.name))
		.all()
		.filter((subject) => canReach(reach, subject))
		.flatMap(({ id, regionCode, agencyId, agency }): WorkbookPiece[] => {
			const region = regions.get(regionCode);
			if (!region) return [];
			const of = { round, region, agency: agencyId === null ? null : { id: agencyId, name: agency! } };
			return asPublished(db, of, listEvidence(db, viewer, id, asking)).map((piece) => ({
				region: { code: region.code, name: region.name },
				agency,
				piece: pick(piece)
			}));
		});
}

function pick(piece: EvidenceView): WorkbookPiece['piece'] {
	const { title, kind, documentDate, validUntil, track, late, addedAt, uses, file, link } = piece;
	const named = nameOutside({ title, url: link?.url ?? null, uses });
	const told = file && { type: file.type, mark: markOf(file.sha256) };
	return { ...named, kind, documentDate, validUntil, track, late, addedAt, file: told };
}
