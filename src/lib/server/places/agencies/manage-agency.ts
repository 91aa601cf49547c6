import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { appendAudit } from '#lib/server/people/audit/append-audit.ts';
import { hasPermission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';

export type AgencySaved =
	/** `joined`: codes of the open rounds that it now takes part in. */
	| { kind: 'saved'; id: string; joined: string[] }
	/** The region has an agency of this name, whatever the case of its letters. */
	| { kind: 'name_taken' }
	| { kind: 'region_unknown' }
	| { kind: 'missing' }
	| { kind: 'forbidden' };

/** Adds an agency to a region. Where a round that asks agencies is open, the agency joins it. */
export function addAgency(
	db: Db,
	actor: Viewer,
	input: { regionCode: string; name: string },
	now: number
): AgencySaved {
	if (!hasPermission(actor, 'region.manage')) return { kind: 'forbidden' };
	return db.transaction(
		(tx): AgencySaved => {
			if (!findRegion(tx, input.regionCode)) return { kind: 'region_unknown' };
			if (findNamesake(tx, input.regionCode, input.name)) return { kind: 'name_taken' };
			const id = randomUUID();
			tx.insert(agencies)
				.values({ id, ...input })
				.run();
			const joined = joinOpenRounds(tx, id, input.regionCode);
			appendAudit(tx, {
				at: now,
				actor: { id: actor.id, name: actor.displayName },
				action: 'agency.add',
				subject: `agency/${id}`,
				after: { ...input, ...(joined.length > 0 && { rounds: joined }) }
			});
			return { kind: 'saved', id, joined };
		},
		{ behavior: 'immediate' }
	);
}

/** Gives an agency another name; its answers stay with it. */
export function renameAgency(db: Db, actor: Viewer, id: string, name: string, now: number): AgencySaved {
	if (!hasPermission(actor, 'region.manage')) return { kind: 'forbidden' };
	return db.transaction(
		(tx): AgencySaved => {
			const before = tx.select().from(agencies).where(eq(agencies.id, id)).get();
			if (!before) return { kind: 'missing' };
			const namesake = findNamesake(tx, before.regionCode, name);
			if (namesake && namesake.id !== id) return { kind: 'name_taken' };
			if (before.name === name) return { kind: 'saved', id, joined: [] };
			tx.update(agencies).set({ name }).where(eq(agencies.id, id)).run();
			appendAudit(tx, {
				at: now,
				actor: { id: actor.id, name: actor.displayName },
				action: 'agency.rename',
				subject: `agency/${id}`,
				before: { name: before.name },
				after: { name }
			});
			return { kind: 'saved', id, joined: [] };
		},
		{ behavior: 'immediate' }
	);
}

function findNamesake(tx: Db, regionCode: string, name: string) {
	return tx
		.select({ id: agencies.id, name: agencies.name })
		.from(agencies)
		.where(eq(agencies.regionCode, regionCode))
		.all()
		.find((agency) => agency.name.toLocaleLowerCase('id') === name.toLocaleLowerCase('id'));
}

function joinOpenRounds(tx: Db, agencyId: string, regionCode: string): string[] {
	const open = tx
		.select({ id: rounds.id, code: rounds.code, instrumentId: rounds.agencyInstrumentId })
		.from(rounds)
		.where(and(eq(rounds.status, 'open'), isNotNull(rounds.agencyInstrumentId)))
		.all();
	for (const { id, instrumentId } of open) {
		tx.insert(assessments).values({ roundId: id, regionCode, agencyId, instrumentId: instrumentId! }).run();
		tx.update(rounds)
			.set({ revision: sql`${rounds.revision} + 1` })
			.where(eq(rounds.id, id))
			.run();
	}
	return open.map(({ code }) => code);
}
