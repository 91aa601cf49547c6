import { beforeEach } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { type Connection, type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments, assignments, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { closedFile, openCopy } from './database-copy.ts';

export const NOW = Date.UTC(2026, 9, 1, 3);

const person = (id: string, role: Viewer['role'], regionCode: string | null, agencyId: string | null): Viewer => ({
	id,
	username: id,
	displayName: id.toUpperCase(),
	role,
	regionCode,
	agencyId
});

/** One person of each role; the assessor is assigned to 35.01, `dinkes` is an agency of 35.78. */
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

let filled: Buffer | undefined;

/** Opens a fresh database with that round before every test of the file: a copy of one that is filled once a test
 *  process. */
export function withSmallRound(): { readonly db: Db } {
	let db: Db;
	beforeEach(() => {
		const copy = openSmallRound();
		({ db } = copy);
		return copy.close;
	});
	return {
		get db() {
			return db;
		}
	};
}

/** Opens a fresh database with that round, to be closed by the caller. */
export function openSmallRound(): Connection {
	filled ??= fillOnce();
	return openCopy(filled);
}

function fillOnce(): Buffer {
	const connection = openDatabase(':memory:');
	fillSmallRound(connection.db);
	return closedFile(connection);
}
