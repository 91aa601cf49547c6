import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assessments } from '#lib/server/foundation/db/schema.ts';
import { openWithInstruments } from '../../../../../tests/support/database-copy.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { createRound, moveRound } from '#lib/server/public/life/manage-round.ts';
import { listAgencies } from './list-agencies.ts';
import { addAgency, renameAgency } from './manage-agency.ts';

const NOW = 1_770_000_000_000;
const admin: Viewer = {
	id: 'admin',
	username: 'admin',
	displayName: 'Admin',
	role: 'admin',
	regionCode: null,
	agencyId: null
};

function openRoundWith(agencies: boolean) {
	const { db } = openWithInstruments();
	const agencyInstrumentId = agencies ? findInstrument(db, 'ikid-opd')!.id : null;
	const dates = { startsOn: '2026-03-02', endsOn: '2026-05-31' };
	const instrumentId = findInstrument(db, 'ikid')!.id;
	const rest = { instrumentId, agencyInstrumentId, targetClass: 'ready', dailyCapacity: 2 };
	createRound({ db, actor: admin, now: NOW }, { code: '2026', name: '2026', ...dates, ...rest });
	moveRound({ db, actor: admin, now: NOW }, '2026', { step: 'open' });
	return db;
}

test('an agency that is added while agencies are asked gets its assessment', () => {
	const db = openRoundWith(true);
	const added = addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.78', name: 'Dinas Kesehatan' });
	expect(added).toMatchObject({ kind: 'saved', joined: ['2026'] });
	const { id } = listAgencies(db, '35.78')[0]!;
	expect(db.select().from(assessments).where(eq(assessments.agencyId, id)).all()).toMatchObject([
		{ regionCode: '35.78', status: 'not_started', instrumentId: findInstrument(db, 'ikid-opd')!.id }
	]);
});

test('an agency joins no round that does not ask agencies', () => {
	const db = openRoundWith(false);
	expect(addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.78', name: 'Dinas Kesehatan' })).toMatchObject({
		joined: []
	});
});

test('a name stands once in a region, and may stand in another', () => {
	const db = openRoundWith(false);
	addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.78', name: 'Dinas Kesehatan' });
	expect(addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.78', name: 'dinas kesehatan' })).toEqual({
		kind: 'name_taken'
	});
	expect(addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.01', name: 'Dinas Kesehatan' })).toMatchObject({
		kind: 'saved'
	});
	expect(addAgency({ db, actor: admin, now: NOW }, { regionCode: '11', name: 'Dinas Kesehatan' })).toEqual({
		kind: 'region_unknown'
	});
});

test('an agency can be renamed, also in the case of its letters, but not to another’s name', () => {
	const db = openRoundWith(false);
	addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.78', name: 'dinas kesehatan' });
	addAgency({ db, actor: admin, now: NOW }, { regionCode: '35.78', name: 'Dinas Sosial' });
	const id = listAgencies(db).find(({ name }) => name === 'dinas kesehatan')!.id;
	expect(renameAgency({ db, actor: admin, now: NOW }, id, 'Dinas Kesehatan')).toMatchObject({ kind: 'saved' });
	expect(renameAgency({ db, actor: admin, now: NOW }, id, 'DINAS SOSIAL')).toEqual({ kind: 'name_taken' });
	expect(listAgencies(db).map(({ name }) => name)).toEqual(['Dinas Kesehatan', 'Dinas Sosial']);
});

test('only an administrator manages agencies', () => {
	const db = openRoundWith(false);
	const respondent: Viewer = { ...admin, role: 'respondent', regionCode: '35.78' };
	expect(addAgency({ db, actor: respondent, now: NOW }, { regionCode: '35.78', name: 'X' })).toEqual({
		kind: 'forbidden'
	});
	expect(renameAgency({ db, actor: respondent, now: NOW }, 'x', 'X')).toEqual({ kind: 'forbidden' });
});
