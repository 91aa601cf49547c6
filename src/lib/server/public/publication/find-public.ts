import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRound, listRounds, type Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { makeSnapshot } from '#lib/server/public/life/snapshot.ts';
import { type Publication, readPublication } from './settings.ts';

/** A round that is open to everybody: its snapshot and the depth to which it may be seen. */
export interface PublicRound {
	snapshot: RoundSnapshot;
	publication: Publication & { depth: Exclude<PublicDepth, 'none'> };
	/** False = the snapshot is no longer what was published, and nothing of it must be shown. */
	intact: boolean;
}

/** Tells whether a round is open without log-in, by the one rule: published, opened to some depth, the hour has come.
 *  @param now milliseconds */
export function isOpenToPublic(round: Pick<Round, 'status'>, { depth, embargoUntil }: Publication, now: number) {
	const isPublished = round.status === 'published' || round.status === 'closed';
	return isPublished && depth !== 'none' && (embargoUntil === null || embargoUntil <= now);
}

/** The public part of a round; null where there is none, whatever the reason. */
export function findPublicRound(db: Db, code: string, now: number): PublicRound | null {
	const round = findRound(db, code);
	return round && readPublic(db, round, now);
}

/** All public rounds, newest first. */
export function listPublicRounds(db: Db, now: number): PublicRound[] {
	return listRounds(db).flatMap((round) => readPublic(db, round, now) ?? []);
}

function readPublic(db: Db, round: Round, now: number): PublicRound | null {
	const publication = readPublication(db, round.id);
	if (!isOpenToPublic(round, publication, now)) return null;
	const { depth, ...others } = publication;
	if (depth === 'none') return null;
	return { ...findSnapshot(db, round)!, publication: { ...others, depth } };
}

/** The public part of a round for the administrator beforehand; of one that runs, as it stands now. Callers check
 *  access. Null where nothing is to be opened. */
export function previewRound(db: Db, round: Round, now: number): PublicRound | null {
	const { depth, ...others } = readPublication(db, round.id);
	if (depth === 'none' || round.status === 'draft') return null;
	const read = findSnapshot(db, round) ?? { snapshot: makeSnapshot(db, round, now), intact: true };
	return { ...read, publication: { ...others, depth } };
}
