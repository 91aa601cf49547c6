import { expect, test, vi } from 'vitest';
import { MADE_UP_TEXT } from '../../../../../tests/support/made-up-province.ts';
import { ownProvince } from '#lib/words/province.ts';
import { openDatabase } from './open.ts';
import { province, regions } from './schema.ts';
import { seedProvince } from './seed-province.ts';
import { getProvinceRow, putProfile, storedProfile } from './stored-province.ts';

test('a province that another process gave in the meantime stays', () => {
	const { db, close } = openDatabase(':memory:');
	db.delete(regions).run();
	db.delete(province).run();
	const transaction = db.transaction.bind(db);
	vi.spyOn(db, 'transaction').mockImplementationOnce((...given) => {
		putProfile(db, MADE_UP_TEXT, 1);
		return transaction(...given);
	});
	seedProvince(db, null);
	expect(ownProvince().code).toBe('99');
	expect(getProvinceRow(db)).toMatchObject({ version: 1, profile: MADE_UP_TEXT });
	close();
});

test('a profile that another form of the program has read is read anew from its text, once', () => {
	const { db, close } = openDatabase(':memory:');
	const { parsed } = getProvinceRow(db);
	const old = JSON.parse(parsed!) as { form: number; profile: { name: { id: string } } };
	old.profile.name.id = 'Lain';
	for (const outdated of [null, JSON.stringify({ ...old, form: old.form - 1 })]) {
		db.update(province).set({ parsed: outdated }).run();
		expect(storedProfile(db)!.name.id).toBe('Jawa Timur');
		seedProvince(db, null);
		expect(getProvinceRow(db)).toMatchObject({ version: 1, parsed });
	}
	// Only so is it seen that what stands there is what is read.
	db.update(province)
		.set({ parsed: JSON.stringify(old) })
		.run();
	expect(storedProfile(db)!.name.id).toBe('Lain');
	close();
});

test('what is kept of a profile has the fields that its form stands for; with others, raise the form', () => {
	const { db, close } = openDatabase(':memory:');
	const { form, profile } = JSON.parse(getProvinceRow(db).parsed!) as {
		form: number;
		profile: Record<string, unknown>;
	};
	const [region] = profile.regions as object[];
	expect({ form, profile: Object.keys(profile).sort(), region: Object.keys(region!).sort() }).toEqual({
		form: 1,
		profile: ['code', 'examples', 'grouping', 'map', 'name', 'offices', 'regions', 'total', 'unconfirmed', 'zone'],
		region: ['abbreviation', 'area', 'capital', 'code', 'label', 'lat', 'lon', 'name', 'tile', 'type']
	});
	close();
});
