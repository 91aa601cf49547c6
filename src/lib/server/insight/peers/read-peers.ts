import { shortName } from '#lib/domain/geography/region-name.ts';
import { type Assessment, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { readEvidenceRow } from '#lib/server/fieldwork/evidence/find-evidence.ts';
import { asPublished } from '#lib/server/fieldwork/evidence/frozen-pieces.ts';
import { type EvidenceView, listEvidence } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { roundRegions } from '#lib/server/rounds/round/round-content.ts';
import { peersOf } from '#lib/server/fieldwork/sharing/peer-access.ts';
import { listShares } from '#lib/server/fieldwork/sharing/sharing.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** A piece of a peer's evidence, without the person who added it. */
export type SharedPiece = Pick<EvidenceView, 'id' | 'title' | 'kind' | 'documentDate' | 'file' | 'link'> & {
	/** Page, article; empty where none was named. */
	place: string;
};

/** Finds for each indicator in which a region is weak the peers that can help, with their evidence. Callers have
 *  checked that the viewer may read the region. */
export function readPeers({ db, actor: viewer, now, locale }: Context, assessment: Assessment) {
	const { round, region, stored } = assessment;
	const { instrument } = stored;
	const shares = listShares(db, round.id);
	const names = new Map(roundRegions(db, round).map((each) => [each.code, shortName(each)]));
	const levelName = new Map(instrument.levels.map(({ level, name }) => [level, name[locale]]));
	const evidenceOf = lazily((code: string) => piecesOf({ db, actor: viewer, now, locale }, assessment, code));
	const readable = reachOf(db, viewer, 'assessment.read', round);
	const own = shares.find(({ regionCode }) => regionCode === region.code) ?? null;
	return {
		region: { code: region.code, name: region.name },
		share: own && { agreedAt: own.agreedAt, agreedBy: own.agreedBy },
		mayShare: canReach(reachOf(db, viewer, 'evidence.share', round), { regionCode: region.code, agencyId: null }),
		/** Other regions that share. */
		sharing: shares.filter(({ regionCode }) => regionCode !== region.code).length,
		help: peersOf(db, round, region.code).map(({ indicator: code, domain, gate, level, weight, peer }) => {
			const indicator = instrument.domains.flatMap(({ indicators }) => indicators).find((each) => each.code === code)!;
			return {
				code,
				domain,
				name: indicator.name[locale],
				gate,
				level,
				levelName: levelName.get(level) ?? null,
				weight,
				peer: peer && {
					...peer,
					name: names.get(peer.code) ?? peer.code,
					levelName: levelName.get(peer.level) ?? null,
					criteria: indicator.levels[peer.level]?.criteria[locale] ?? '',
					/** The viewer may read its result, so that the two can be compared. */
					mayRead: canReach(readable, { regionCode: peer.code, agencyId: null }),
					/** Evidence of the peer; null = not for this viewer to read. */
					pieces:
						evidenceOf(peer.code)
							?.filter(({ indicators }) => indicators.has(code))
							.map(toShared(code)) ?? null
				}
			};
		})
	};
}

interface Piece {
	view: EvidenceView;
	indicators: ReadonlySet<string>;
}

/** Evidence that a region shares and the viewer may open; null where the region does not share it with the viewer. */
function piecesOf(
	{ db, actor: viewer, now, locale }: Context,
	{ round, region: own }: Assessment,
	region: string
): Piece[] | null {
	const subject = (regionCode: string) => ({ regionCode, agencyId: null });
	const isAsking = canReach(reachOf(db, viewer, 'evidence.read_shared', round), subject(own.code));
	if (!isAsking && !canReach(reachOf(db, viewer, 'evidence.read', round), subject(region))) return null;
	const found = findAssessment(db, viewer, 'evidence.read', { round: round.code, region, agency: null });
	if (!found) return null;
	const pieces = listEvidence(db, viewer, found.assessment.id, { now, locale });
	return asPublished(db, found.assessment, pieces)
		.filter(({ track, file, id }) => track === 'self' && !file?.findings?.length && isReadable(db, viewer, id))
		.map((view) => ({ view, indicators: new Set(view.uses.map(({ indicator }) => indicator)) }));
}

function isReadable(db: Db, viewer: Viewer, id: string): boolean {
	return readEvidenceRow(db, viewer, id).kind === 'readable';
}

function toShared(indicator: string) {
	return ({ view: { id, title, kind, documentDate, file, link, uses } }: Piece): SharedPiece => ({
		id,
		title,
		kind,
		documentDate,
		file,
		link,
		place: uses.find((use) => use.indicator === indicator)?.place ?? ''
	});
}

function lazily<Value>(make: (key: string) => Value): (key: string) => Value {
	const made = new Map<string, Value>();
	return (key) => {
		if (!made.has(key)) made.set(key, make(key));
		return made.get(key)!;
	};
}
