import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { VERSION_COLUMNS, versionById } from '#lib/server/foundation/db/hot-queries.ts';
import { instrumentVersions } from '#lib/server/foundation/db/schema.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';

export interface StoredInstrument {
	id: number;
	instrument: Instrument;
	status: 'draft' | 'adopted';
	adoptedBy: string | null;
	decreeNumber: string | null;
	decreeDate: string | null;
}

// A stored version's content never changes, so parsing it once is enough: by its hash, whatever the database.
const parsed = keeper<Instrument>(Infinity);
const EVERYWHERE = {};

/** A version with its content, by the row of `VERSION_COLUMNS`. */
export function toStored(db: Db, row: Omit<typeof instrumentVersions.$inferSelect, 'content'>): StoredInstrument {
	const instrument = parsed(EVERYWHERE, { of: row.contentHash }, () => {
		const content = { content: instrumentVersions.content };
		const found = db.select(content).from(instrumentVersions).where(eq(instrumentVersions.id, row.id)).get()!;
		return JSON.parse(found.content) as Instrument;
	});
	const { id, status, adoptedBy, decreeNumber, decreeDate } = row;
	return { id, instrument, status, adoptedBy, decreeNumber, decreeDate };
}

/** Every stored version, newest first within a code. */
export function listInstruments(db: Db): StoredInstrument[] {
	return db
		.select(VERSION_COLUMNS)
		.from(instrumentVersions)
		.orderBy(instrumentVersions.code, desc(instrumentVersions.id))
		.all()
		.map((row) => toStored(db, row));
}

/** One stored version. @throws Error when there is none with this id: ids come from the database itself */
export function getInstrument(db: Db, id: number): StoredInstrument {
	const row = versionById.get(db, { id });
	if (!row) throw new Error(`instrument version ${id} is missing`);
	return toStored(db, row);
}

/** The version of a code, the newest where none is named; null when there is none. */
export function findInstrument(db: Db, code: string, version?: string): StoredInstrument | null {
	const row = db
		.select(VERSION_COLUMNS)
		.from(instrumentVersions)
		.where(and(eq(instrumentVersions.code, code), version ? eq(instrumentVersions.version, version) : undefined))
		.orderBy(desc(instrumentVersions.id))
		.limit(1)
		.get();
	return row ? toStored(db, row) : null;
}

/** Keeps a checked instrument as a version of its own.
 *  @returns its id; the existing one where the very same content is stored already; null where the code and version
 *  are taken by other content (a version never changes: give it a new version number) */
export function storeInstrument(context: Acting<Actor>, instrument: Instrument): { id: number } | null {
	const { now } = context;
	const content = JSON.stringify(instrument);
	const contentHash = createHash('sha256').update(content).digest('hex');
	return command(context, (tx, within) => {
		const { code, version, unit } = instrument;
		const existing = tx
			.select()
			.from(instrumentVersions)
			.where(and(eq(instrumentVersions.code, code), eq(instrumentVersions.version, version)))
			.get();
		if (existing) return existing.contentHash === contentHash ? { id: existing.id } : null;
		const row = tx
			.insert(instrumentVersions)
			.values({ code, version, unit, content, contentHash, createdAt: now })
			.returning({ id: instrumentVersions.id })
			.get();
		record(within, { action: 'instrument.store', subject: `instrument/${code}/${version}`, after: { contentHash } });
		return row;
	});
}

/** Marks a version as adopted, with its audit entry.
 *  @param decree name of the body that adopted it, number of the decree, ISO date
 *  @throws Error when no version has this id */
export function adoptInstrument(
	context: Acting<Actor>,
	id: number,
	decree: { adoptedBy: string; decreeNumber: string; decreeDate: string }
): void {
	command(context, (tx, within) => {
		const { instrument } = getInstrument(tx, id);
		tx.update(instrumentVersions)
			.set({ status: 'adopted', ...decree })
			.where(eq(instrumentVersions.id, id))
			.run();
		record(within, {
			action: 'instrument.adopt',
			subject: `instrument/${instrument.code}/${instrument.version}`,
			after: decree
		});
	});
}
