import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { raiseRound } from '#lib/server/foundation/db/hot-queries.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

export type AgencySaved =
	/** `joined`: codes of the open rounds that the agency now takes part in. */
	| { kind: 'saved'; id: string; joined: string[] }
	/** The region has an agency of this name, whatever the case of its letters. */
	| { kind: 'name_taken' }
	| { kind: 'region_unknown' }
	| Refused;

/** Adds an agency to a region. Where a round that asks agencies is open, the agency joins it. */
export function addAgency(context: Acting, input: { regionCode: string; name: string }): AgencySaved {
	const { actor } = context;
	if (!hasPermission(actor, 'region.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): AgencySaved => {
		if (!findRegion(tx, input.regionCode)) return { kind: 'region_unknown' };
		if (findNamesake(tx, input.regionCode, input.name)) return { kind: 'name_taken' };
		const id = randomUUID();
		tx.insert(agencies)
			.values({ id, ...input })
			.run();
		const joined = joinOpenRounds(tx, id, input.regionCode);
		record(within, {
			action: 'agency.add',
			subject: `agency/${id}`,
			after: { ...input, ...(joined.length > 0 && { rounds: joined }) }
		});
		return { kind: 'saved', id, joined };
	});
}

/** Gives an agency another name; its answers stay with it. */
export function renameAgency(context: Acting, id: string, name: string): AgencySaved {
	const { actor } = context;
	if (!hasPermission(actor, 'region.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): AgencySaved => {
		const before = tx.select().from(agencies).where(eq(agencies.id, id)).get();
		if (!before) return { kind: 'missing' };
		const namesake = findNamesake(tx, before.regionCode, name);
		if (namesake && namesake.id !== id) return { kind: 'name_taken' };
		if (before.name === name) return { kind: 'saved', id, joined: [] };
		tx.update(agencies).set({ name }).where(eq(agencies.id, id)).run();
		record(within, {
			action: 'agency.rename',
			subject: `agency/${id}`,
			before: { name: before.name },
			after: { name }
		});
		return { kind: 'saved', id, joined: [] };
	});
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
		raiseRound(tx, { id });
	}
	return open.map(({ code }) => code);
}
