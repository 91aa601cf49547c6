import { expect, test } from 'vitest';
import type { Region } from '#lib/domain/geography/types.ts';
import { makeSnapshot } from '#lib/server/public/life/snapshot.ts';
import { EAST_JAVA_PROFILE } from '../../../../../tests/support/east-java.ts';
import { NOW, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findRound } from './find-round.ts';
import { presentPassage, presentRegion } from './former-content.ts';
import { hashOf, readSnapshot, type RoundSnapshot } from './frozen-round.ts';

const small = withSmallRound();

/** As a version before profiles wrote it. */
function formerSnapshot(): string {
	const { province: _province, hash: _hash, ...now } = makeSnapshot(small.db, findRound(small.db, 'uji')!, NOW);
	const content = {
		...now,
		regions: now.regions.map(({ area, abbreviation: _letters, label: _label, ...region }) => ({
			...region,
			bakorwil: area === 'Madiun' ? 'Nama Lama' : area
		})),
		boundaries: { geometries: {}, credit: 'BIG' }
	} as unknown as Omit<RoundSnapshot, 'hash'>;
	return JSON.stringify({ ...content, hash: hashOf(content) });
}

test('a round that was published before profiles is read with its groups, and is still what was published', () => {
	const { snapshot, intact } = readSnapshot(formerSnapshot(), EAST_JAVA_PROFILE);
	expect(intact).toBe(true);
	expect(snapshot.regions.find(({ code }) => code === '35.01')).toEqual({
		...EAST_JAVA_PROFILE.regions.find(({ code }) => code === '35.01')!,
		area: 'Nama Lama'
	});
	expect(JSON.stringify(snapshot.regions)).not.toContain('bakorwil');
	expect(snapshot.province).toMatchObject({ code: '35', grouping: { name: { id: 'Bakorwil' } } });
	expect(snapshot.boundaries?.windows).toEqual(EAST_JAVA_PROFILE.map);
});

test('a round of today is read as it was written, whatever the profile became', () => {
	const written = makeSnapshot(small.db, findRound(small.db, 'uji')!, NOW);
	const other = { ...EAST_JAVA_PROFILE, grouping: null, map: null };
	expect(readSnapshot(JSON.stringify(written), other)).toEqual({ snapshot: written, intact: true });
});

test('a changed former snapshot is known as changed', () => {
	const text = formerSnapshot().replace('Nama Lama', 'Nama Baru');
	expect(readSnapshot(text, EAST_JAVA_PROFILE).intact).toBe(false);
});

test('a region that the profile of today does not know keeps what it had', () => {
	const frozen = { code: '99.01', name: 'X', bakorwil: 'Utara' } as unknown as Region;
	expect(presentRegion(frozen, EAST_JAVA_PROFILE)).toEqual({
		code: '99.01',
		name: 'X',
		area: 'Utara',
		abbreviation: null,
		label: null
	});
});

test('the passage on the groups is found under its former name', () => {
	expect([presentPassage('distribution.bakorwil'), presentPassage('plan.late')]).toEqual([
		'distribution.area',
		'plan.late'
	]);
});
