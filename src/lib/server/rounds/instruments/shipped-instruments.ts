import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { readInstrument } from './read-instrument.ts';
import { findInstrument, storeInstrument } from './stored-instruments.ts';

const FOLDER = join(process.cwd(), 'src/lib/instruments');

/** Stores the instruments that ship with the product where the database has none of their code yet.
 *  Later versions come through an administrator, never by an update behind their back. */
export function storeShippedInstruments(db: Db, now: number): void {
	for (const entry of readdirSync(FOLDER)) {
		const path = join(FOLDER, entry);
		const isInstrument = entry.endsWith('.yaml') || statSync(path).isDirectory();
		if (!isInstrument || findInstrument(db, entry.replace(/\.yaml$/, ''))) continue;
		const read = readInstrument(path);
		if ('faults' in read) throw new Error(`shipped instrument ${entry} is faulty: ${JSON.stringify(read.faults[0])}`);
		storeInstrument({ db, actor: { id: null, displayName: 'siap' }, now }, read.instrument);
	}
}
