import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import type { Licence } from '#lib/domain/publication/licences.ts';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { publicationOf } from '#lib/server/foundation/db/hot-queries.ts';
import { publications } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';

/** What of a round the public may see, from when and under which licence. */
export interface Publication {
	depth: PublicDepth;
	/** Milliseconds; null = as soon as the round is published. */
	embargoUntil: number | null;
	licence: Licence;
	/** Whom to ask; empty = not named. */
	contact: string;
}

/** Until an administrator decides otherwise, nothing is open. */
const CLOSED: Publication = { depth: 'none', embargoUntil: null, licence: 'CC-BY-4.0', contact: '' };

/** The settings of a round; without any, nothing is open. */
export function readPublication(db: Db, roundId: number): Publication {
	const row = publicationOf.get(db, { roundId });
	if (!row) return CLOSED;
	const { roundId: _, ...publication } = row;
	return publication;
}

/** Lays down what the public may see, before or after the round is published, with its audit entry. */
export function savePublication(
	db: Db,
	actor: Viewer,
	code: string,
	wanted: Publication,
	now: number
): 'saved' | 'missing' | 'forbidden' {
	if (!hasPermission(actor, 'round.manage')) return 'forbidden';
	return db.transaction(
		(tx) => {
			const round = findRound(tx, code);
			if (!round) return 'missing';
			const before = readPublication(tx, round.id);
			if (JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(wanted))) return 'saved';
			writePublication(tx, round.id, wanted);
			appendAudit(tx, {
				at: now,
				actor: { id: actor.id, name: actor.displayName },
				action: 'publication.change',
				subject: code,
				before: told(before),
				after: told(wanted)
			});
			return 'saved';
		},
		{ behavior: 'immediate' }
	);
}

/** Writes the settings of a round as they are given. Callers check access and log. */
export function writePublication(tx: Db, roundId: number, publication: Publication): void {
	tx.insert(publications)
		.values({ roundId, ...publication })
		.onConflictDoUpdate({ target: publications.roundId, set: publication })
		.run();
}

function inOrder({ depth, embargoUntil, licence, contact }: Publication): Publication {
	return { depth, embargoUntil, licence, contact };
}

/** For the audit log, which people read: the instant with its date. */
function told(publication: Publication) {
	const { embargoUntil } = publication;
	return { ...inOrder(publication), embargoUntil: embargoUntil === null ? null : new Date(embargoUntil).toISOString() };
}
