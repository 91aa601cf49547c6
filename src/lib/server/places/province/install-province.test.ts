import { beforeEach, describe, expect, test } from 'vitest';
import { MADE_UP_TEXT } from '../../../../../tests/support/made-up-province.ts';
import { EAST_JAVA_TEXT } from '../../../../../tests/support/east-java.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { boundaries, rounds } from '#lib/server/foundation/db/schema.ts';
import { putProfile } from '#lib/server/foundation/db/stored-province.ts';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { ownProvince } from '#lib/words/province.ts';
import { changeAreas } from './change-areas.ts';
import { findInstalledProfile, findProvince, installedVersion } from './find-province.ts';
import { installProvince } from './install-province.ts';

const actor = PEOPLE.admin;
const now = NOW;

describe('an empty system', () => {
	let connection: Connection;
	beforeEach(() => {
		connection = openDatabase(':memory:');
		return connection.close;
	});

	test('takes another province whole, with its entry in the log', () => {
		const { db } = connection;
		expect(findProvince(db).code).toBe('35');
		const result = installProvince({ db, actor: { id: null, displayName: 'uji' }, now }, MADE_UP_TEXT);
		expect(result).toMatchObject({ kind: 'installed', changes: { added: { length: 8 }, removed: { length: 39 } } });
		expect(listRegions(db).map(({ code }) => code)).toEqual([
			'99',
			'99.01',
			'99.02',
			'99.03',
			'99.04',
			'99.05',
			'99.06',
			'99.71'
		]);
		expect(findProvince(db)).toMatchObject({ code: '99', zone: 'Asia/Jayapura', grouping: null });
		expect(findInstalledProfile(db)).toMatchObject({ text: MADE_UP_TEXT, version: 2, installedAt: now });
		expect(ownProvince().code).toBe('99');
		expect(listAudit(db, { action: 'province.install' }, 1).entries).toMatchObject([
			{ subject: 'province/99', actorName: 'uji', before: { name: 'Jawa Timur' }, after: { name: 'Nusa Baru' } }
		]);
	});

	test('the same once more changes nothing and logs nothing', () => {
		const { db } = connection;
		const context = { db, actor: { id: null, displayName: 'uji' }, now };
		installProvince(context, MADE_UP_TEXT);
		expect(installProvince(context, MADE_UP_TEXT)).toEqual({ kind: 'unchanged' });
		expect(installedVersion(db)).toBe(2);
		expect(listAudit(db, { action: 'province.install' }, 1).total).toBe(1);
	});

	test('outlines of regions that leave go with them', () => {
		const { db } = connection;
		db.insert(boundaries).values({ regionCode: '35.01', geometry: '{}', attribution: 'x', installedAt: now }).run();
		installProvince({ db, actor: { id: null, displayName: 'uji' }, now }, MADE_UP_TEXT);
		expect(db.select().from(boundaries).all()).toEqual([]);
	});
});

describe('a system with a round', () => {
	const small = withSmallRound();
	const context = () => ({ db: small.db, actor, now });
	const state = () => [listRegions(small.db), findInstalledProfile(small.db), listAudit(small.db, {}, 1).total];

	test('a profile without regions that are in use is refused, and names them', () => {
		const before = state();
		const result = installProvince(context(), MADE_UP_TEXT);
		if (result.kind !== 'used') throw new Error(result.kind);
		expect(result.regions.map(({ code }) => code)).toEqual(['35', '35.01', '35.78']);
		expect(result.regions.find(({ code }) => code === '35.78')).toEqual({
			code: '35.78',
			name: 'Kota Surabaya',
			uses: ['agencies', 'assessments', 'users']
		});
		expect(state()).toEqual(before);
	});

	test('a profile with faults is refused', () => {
		const before = state();
		const text = EAST_JAVA_TEXT.replace('zone: Asia/Jakarta', 'zone: WIB');
		expect(installProvince(context(), text)).toMatchObject({ kind: 'invalid', faults: [{ field: 'zone' }] });
		expect(state()).toEqual(before);
	});

	test('a region that nobody uses may go, names and groups may change, and running rounds notice', () => {
		const { revision } = findRound(small.db, 'uji')!;
		const text = EAST_JAVA_TEXT.replace(/^.*'35\.29'.*\n/m, '')
			.replace('Kabupaten Pacitan', 'Kabupaten Pacitan Raya')
			.replace('{ id: Bakorwil, en: Bakorwil }', '{ id: Koridor, en: Corridor }');
		expect(installProvince(context(), text)).toMatchObject({
			kind: 'installed',
			changes: { facts: ['grouping'], removed: [{ code: '35.29' }], changed: [{ code: '35.01' }] }
		});
		expect(findRound(small.db, 'uji')!.revision).toBe(revision + 1);
		expect(findProvince(small.db)).toMatchObject({ total: 37, grouping: { name: { en: 'Corridor' } } });
	});

	test('somebody changed it since the person looked: nothing is installed', () => {
		const text = EAST_JAVA_TEXT.replace('Asia/Jakarta', 'Asia/Makassar');
		const seen = installedVersion(small.db);
		installProvince(context(), text, seen);
		expect(installProvince(context(), EAST_JAVA_TEXT, seen)).toEqual({ kind: 'conflict', current: seen + 1 });
		expect(findProvince(small.db).zone).toBe('Asia/Makassar');
	});

	test('what fails on the way is undone whole', () => {
		small.db.$client.exec("CREATE TRIGGER fail BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'disengaja'); END");
		const before = state();
		const text = EAST_JAVA_TEXT.replace('Kabupaten Pacitan', 'Kabupaten Pacitan Raya');
		expect(() => installProvince(context(), text)).toThrow('disengaja');
		expect(state()).toEqual(before);
		expect(findProvince(small.db).regions[1]!.name).toBe('Kabupaten Pacitan');
	});

	test('a published round is not touched', () => {
		small.db.update(rounds).set({ status: 'closed', snapshot: '{}' }).run();
		const { revision } = findRound(small.db, 'uji')!;
		installProvince(context(), EAST_JAVA_TEXT.replace('Asia/Jakarta', 'Asia/Makassar'));
		expect(findRound(small.db, 'uji')!.revision).toBe(revision);
	});

	test('another group for a region stands in the profile too', () => {
		const { hash } = findInstalledProfile(small.db);
		const { revision } = findRound(small.db, 'uji')!;
		changeAreas(context(), new Map([['35.01', 'Jember']]));
		expect(listRegions(small.db)[1]).toMatchObject({ code: '35.01', area: 'Jember' });
		expect(findProvince(small.db).regions[1]).toMatchObject({ code: '35.01', area: 'Jember' });
		expect(listAudit(small.db, { action: 'region.area' }, 1).entries).toMatchObject([
			{
				subject: 'region/35.01',
				before: { area: 'Madiun', hash },
				after: { area: 'Jember', hash: findInstalledProfile(small.db).hash }
			}
		]);
		expect(findInstalledProfile(small.db).hash).not.toBe(hash);
		expect(findRound(small.db, 'uji')!.revision).toBe(revision + 1);
	});

	test('no other group changes nothing', () => {
		const before = [...state(), findRound(small.db, 'uji')];
		changeAreas(context(), new Map());
		expect([...state(), findRound(small.db, 'uji')]).toEqual(before);
	});

	test('a text that does not take the other group is left whole', () => {
		const text = EAST_JAVA_TEXT.replace('area: Madiun', 'area: &m Madiun').replace('area: Madiun', 'area: *m');
		putProfile(small.db, text, now);
		const before = state();
		expect(() => changeAreas(context(), new Map([['35.02', 'Jember']]))).toThrow('did not take');
		expect(() => changeAreas(context(), new Map([['35.99', 'Jember']]))).toThrow('35.99');
		expect(state()).toEqual(before);
	});
});

test('sentences name the office of the province', () => {
	const connection = openDatabase(':memory:');
	installProvince({ db: connection.db, actor: { id: null, displayName: 'uji' }, now }, MADE_UP_TEXT);
	expect(m.login_lead({ contact: ownProvince().offices.contact.id }, { locale: 'id' })).toContain(
		'Dinas Data Provinsi'
	);
	connection.close();
});
