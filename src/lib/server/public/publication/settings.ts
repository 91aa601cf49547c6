import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import type { Licence } from '#lib/domain/publication/licences.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { publicationOf } from '#lib/server/foundation/db/hot-queries.ts';
import { publications } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** The part of a round that the public may see, with its embargo and licence. */
export interface Publication {
	depth: PublicDepth;
	/** Milliseconds; null = as soon as the round is published. */
	embargoUntil: number | null;
	licence: Licence;
	/** Office or person for questions; empty = not named. */
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

/** Lays down the public part of a round, before or after the round is published, with its audit entry. */
export function savePublication(context: Acting, code: string, wanted: Publication): { kind: 'saved' } | Refused {
	const { actor } = context;
	if (!hasPermission(actor, 'round.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): { kind: 'saved' } | Refused => {
		const round = findRound(tx, code);
		if (!round) return { kind: 'missing' };
		const before = readPublication(tx, round.id);
		if (JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(wanted))) return { kind: 'saved' };
		writePublication(tx, round.id, wanted);
		record(within, { action: 'publication.change', subject: code, before: told(before), after: told(wanted) });
		return { kind: 'saved' };
	});
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

/** The settings for the audit log, which people read: the embargo as an ISO instant. */
function told(publication: Publication) {
	const { embargoUntil } = publication;
	return { ...inOrder(publication), embargoUntil: embargoUntil === null ? null : new Date(embargoUntil).toISOString() };
}
