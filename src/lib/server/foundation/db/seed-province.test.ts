import { expect, test, vi } from 'vitest';
import { MADE_UP_TEXT } from '../../../../../tests/support/made-up-province.ts';
import { ownProvince } from '#lib/words/province.ts';
import { openDatabase } from './open.ts';
import { province, regions } from './schema.ts';
import { seedProvince } from './seed-province.ts';
import { getProvinceRow, putProfile } from './stored-province.ts';

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
