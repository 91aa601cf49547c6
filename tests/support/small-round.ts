import Sqlite from 'better-sqlite3';
import { beforeEach } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { connect } from '#lib/server/foundation/db/connect.ts';
import { type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments, assignments, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';

export const NOW = Date.UTC(2026, 9, 1, 3);

const person = (id: string, role: Viewer['role'], regionCode: string | null, agencyId: string | null): Viewer => ({
	id,
	username: id,
	displayName: id.toUpperCase(),
	role,
	regionCode,
	agencyId
});

/** One of each role; the assessor is assigned to 35.01, `dinkes` is an agency of 35.78. */
export const PEOPLE = {
	admin: person('admin', 'admin', null, null),
	reviewer: person('reviewer', 'reviewer', null, null),
	asesor: person('asesor', 'assessor', null, null),
	pacitan: person('pacitan', 'respondent', '35.01', null),
	surabaya: person('surabaya', 'respondent', '35.78', null),
	dinkes: person('dinkes', 'agency', null, 'opd-dinkes'),
	gubernur: person('gubernur', 'viewer', null, null)
};

/** Fills a database with the open round `uji`: Pacitan, Surabaya, the province, and Surabaya's health agency. */
export function fillSmallRound(db: Db): void {
	storeShippedInstruments(db, NOW);
	const instrumentId = findInstrument(db, 'ikid')!.id;
	const agencyInstrumentId = findInstrument(db, 'ikid-opd')!.id;
	db.insert(agencies).values({ id: 'opd-dinkes', regionCode: '35.78', name: 'Dinas Kesehatan' }).run();
	db.insert(users)
		.values(Object.values(PEOPLE).map((viewer) => ({ ...viewer, passwordHash: '-', createdAt: NOW })))
		.run();
	const round = db
		.insert(rounds)
		.values({
			code: 'uji',
			name: 'Putaran uji',
			status: 'open',
			startsOn: '2026-09-01',
			endsOn: '2026-11-30',
			instrumentId,
			agencyInstrumentId,
			targetClass: 'nearly_ready'
		})
		.returning()
		.get();
	const own = { roundId: round.id, instrumentId };
	db.insert(assessments)
		.values([
			{ ...own, regionCode: '35' },
			{ ...own, regionCode: '35.01' },
			{ ...own, regionCode: '35.78' },
			{ roundId: round.id, instrumentId: agencyInstrumentId, regionCode: '35.78', agencyId: 'opd-dinkes' }
		])
		.run();
	db.insert(assignments).values({ roundId: round.id, regionCode: '35.01', userId: 'asesor' }).run();
}

/** A fresh database with that round before every test of the file. It is filled once a file, then copied. */
export function withSmallRound(): { readonly db: Db } {
	let filled: Buffer | undefined;
	let db: Db;
	beforeEach(() => {
		filled ??= fillOnce();
		const client = new Sqlite(filled);
		client.pragma('foreign_keys = ON');
		db = connect(client);
		return () => client.close();
	});
	return {
		get db() {
			return db;
		}
	};
}

function fillOnce(): Buffer {
	const { db, client, close } = openDatabase(':memory:');
	fillSmallRound(db);
	const copy = client.serialize();
	close();
	return copy;
}
