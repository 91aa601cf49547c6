import { describe, expect, test } from 'vitest';
import { EAST_JAVA_PROFILE, EAST_JAVA_TEXT } from '../../../../tests/support/east-java.ts';
import { MADE_UP_TEXT } from '../../../../tests/support/made-up-province.ts';
import { parseProfile, PROFILE_MOST_CHARACTERS, readInstalled } from './parse-profile.ts';
import { profileTextOf, withAreas } from './edit-profile.ts';
import { PROFILE_FAULT_CODES } from './profile-fault.ts';
import { isSameProfile, profileChanges } from './profile-changes.ts';
import { factsOf, type ProvinceProfile } from './types.ts';

function read(text: string): ProvinceProfile {
	const parsed = parseProfile(text);
	if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
	return parsed.profile;
}

function faultsOf(text: string) {
	const parsed = parseProfile(text);
	return 'faults' in parsed ? parsed.faults : [];
}

test('the shipped profile has 38 regions, a grouping and windows', () => {
	const { regions, total, grouping, zone, unconfirmed, map } = EAST_JAVA_PROFILE;
	expect([regions.length, total, zone, map?.insets.length]).toEqual([39, 38, 'Asia/Jakarta', 3]);
	expect(regions[0]).toMatchObject({ code: '35', type: 'province', area: null, tile: null, abbreviation: 'JATIM' });
	expect(grouping?.groups).toEqual(['Bojonegoro', 'Jember', 'Madiun', 'Malang', 'Pamekasan']);
	expect(unconfirmed).toEqual(['35.05', '35.15', '35.25', '35.72', '35.78']);
	expect(regions.find(({ code }) => code === '35.05')?.label).toEqual({ lon: 112.3, lat: -8.18 });
});

test('a province without groups, windows, partner and examples is whole', () => {
	expect(read(MADE_UP_TEXT)).toMatchObject({
		code: '99',
		zone: 'Asia/Jayapura',
		grouping: null,
		map: null,
		offices: { partner: null },
		examples: { region: '99.01', search: 'Kabupaten Pulau Satu', address: null }
	});
});

describe('what is refused, with its line and field', () => {
	const made = (from: string, to: string) => {
		expect(MADE_UP_TEXT).toContain(from);
		return MADE_UP_TEXT.replace(from, to);
	};
	const east = (from: string, to: string) => {
		expect(EAST_JAVA_TEXT).toContain(from);
		return EAST_JAVA_TEXT.replace(from, to);
	};
	const cases: Record<(typeof PROFILE_FAULT_CODES)[number], [text: string, field: string]> = {
		too_large: ['#'.repeat(PROFILE_MOST_CHARACTERS + 1), ''],
		yaml: [made("code: '99'\n", "code: '99\n"), ''],
		alias: [made('name: Kabupaten Pulau Dua', 'name: &dua Kabupaten Pulau Dua').replace('Muara Dua', '*dua'), ''],
		missing: [made('capital: Teluk Damai\nlat', 'lat'), 'capital'],
		unknown: [made('zone:', 'zona: WIT\nzone:'), 'zona'],
		text: [made('name: Kabupaten Pulau Dua', 'name: 12'), 'regions[2].name'],
		number: [made('lat: -3.1,', 'lat: 91,'), 'regions[1].lat'],
		list: [`${MADE_UP_TEXT.split('regions:')[0]}regions: []\n`, 'regions'],
		map: [made('name: { id: Nusa Baru, en: New Isles }', 'name: Nusa Baru'), 'name'],
		province_code: [made("code: '99'\n", "code: '9'\n"), 'code'],
		region_code: [made("code: '99.01'", 'code: 99.01'), 'regions[1].code'],
		region_code_foreign: [made("code: '99.02'", "code: '98.02'"), 'regions[2].code'],
		region_name: [made('name: Kota Teluk', 'name: Teluk'), 'regions[7].name'],
		type: [made('type: kota', 'type: kotamadya'), 'regions[7].type'],
		type_differs: [made('type: kota', 'type: kabupaten'), 'regions[7].type'],
		zone: [made('zone: Asia/Jayapura', 'zone: WIT'), 'zone'],
		extent: [east('main: [110.85, -8.85, 114.7, -6.7]', 'main: [114.7, -8.85, 110.85, -6.7]'), 'map.main'],
		abbreviation: [made('abbreviation: DUA', "abbreviation: 'D-U'"), 'regions[2].abbreviation'],
		twice: [made("code: '99.02'", "code: '99.01'"), 'regions[2].code'],
		area_missing: [east('type: kabupaten, area: Madiun,', 'type: kabupaten,'), 'regions[1].area'],
		area_unknown: [east('area: Madiun', 'area: Maduin'), 'regions[1].area'],
		area_ungrouped: [made('type: kabupaten,', 'type: kabupaten, area: Utara,'), 'regions[1].area'],
		example: [`${MADE_UP_TEXT}examples: { region: '99.09' }\n`, 'examples.region']
	};

	test.each(PROFILE_FAULT_CODES.map((code) => [code, ...cases[code]] as const))('%s', (code, text, field) => {
		const found = faultsOf(text).filter((fault) => fault.code === code && fault.field === field);
		expect(found, JSON.stringify(faultsOf(text).slice(0, 5))).toHaveLength(1);
		expect(found[0]!.line).toBeGreaterThan(0);
	});

	test('a fault stands at the line of its field', () => {
		const text = made('lat: -3.1,', 'lat: 91,');
		expect(faultsOf(text)[0]!.line).toBe(text.split('\n').findIndex((line) => line.includes('lat: 91')) + 1);
	});

	test('an alias stands at its own line', () => {
		const text = made('lat: -3.1,', 'lat: &satu -3.1,').replace('lat: -3.3,', 'lat: *satu,');
		const line = text.split('\n').findIndex((own) => own.includes('*satu')) + 1;
		expect(faultsOf(text)).toEqual([{ line, field: '', code: 'alias', params: { value: '*satu' } }]);
	});

	test("a region with the province's own letters", () => {
		const text = made('abbreviation: DUA', 'abbreviation: NUSA');
		expect(faultsOf(text)).toMatchObject([
			{ code: 'twice', field: 'regions[2].abbreviation', params: { value: 'NUSA' } }
		]);
	});

	test('all faults come at once, by line', () => {
		const text = made('lat: -3.1,', 'lat: 91,').replace('zone: Asia/Jayapura', 'zone: WIT');
		expect(faultsOf(text).map(({ code }) => code)).toEqual(['zone', 'number']);
	});

	test.each(['', '[]', '5', 'null', '&a [*a]', '{"regions": 5}', 'regions: [null]', '? [a]\n: b'])('%j', (text) => {
		expect(faultsOf(text)).not.toEqual([]);
	});
});

test('another group for a region changes nothing else in the text', () => {
	const text = withAreas(EAST_JAVA_TEXT, new Map([['35.01', 'Jember']]));
	const lines = text.split('\n');
	const before = EAST_JAVA_TEXT.split('\n');
	expect(lines.filter((line, at) => line !== before[at])).toHaveLength(1);
	expect(read(text).regions[1]).toMatchObject({ code: '35.01', area: 'Jember' });
	expect(withAreas(EAST_JAVA_TEXT, new Map())).toBe(EAST_JAVA_TEXT);
});

test.each(['true', 'null', 'Utara # dan Timur', 'Utara, Timur', '12', "Ma'dun", '*a'])(
	'the group %j is read as it is',
	(group) => {
		const text = EAST_JAVA_TEXT.replace('groups: [Bojonegoro', `groups: [${JSON.stringify(group)}, Bojonegoro`);
		expect(read(withAreas(text, new Map([['35.01', group]]))).regions[1]!.area).toBe(group);
	}
);

test('the note on the grouping stays with the profile', () => {
	expect(EAST_JAVA_PROFILE.grouping?.note?.id).toContain('belum dipastikan');
	const { name, groups } = EAST_JAVA_PROFILE.grouping!;
	expect(factsOf(EAST_JAVA_PROFILE).grouping).toEqual({ name, groups });
});

test('an installed profile stays readable when its fields do not fit together', () => {
	const text = MADE_UP_TEXT.replace("code: '99.02'", "code: '98.02'");
	expect(faultsOf(text)).toHaveLength(1);
	expect(readInstalled(text).regions[2]!.code).toBe('98.02');
	expect(() => readInstalled(text.replace('lat: -3.1,', 'lat: 91,'))).toThrow('the stored profile has faults');
});

test('regions from before profiles make a profile that can be read again', () => {
	const grouped = read(profileTextOf(EAST_JAVA_PROFILE.regions));
	expect(grouped.regions).toEqual(
		EAST_JAVA_PROFILE.regions.map((region) => ({
			...region,
			abbreviation: region.type === 'province' ? null : region.abbreviation
		}))
	);
	expect(grouped.grouping?.groups).toHaveLength(5);
	const { regions } = read(MADE_UP_TEXT);
	expect(read(profileTextOf(regions)).grouping).toBeNull();
});

test('changes between two profiles', () => {
	const before = read(MADE_UP_TEXT);
	const after = read(
		MADE_UP_TEXT.replace('Kabupaten Pulau Dua', 'Kabupaten Pulau Kembar')
			.replace("'99.03'", "'99.08'")
			.replace('Asia/Jayapura', 'Asia/Makassar')
	);
	expect(profileChanges(before, after)).toEqual({
		facts: ['zone'],
		added: [{ code: '99.08', name: 'Kabupaten Pulau Tiga' }],
		removed: [{ code: '99.03', name: 'Kabupaten Pulau Tiga' }],
		changed: [
			{
				code: '99.02',
				name: 'Kabupaten Pulau Dua',
				fields: [{ field: 'name', from: 'Kabupaten Pulau Dua', to: 'Kabupaten Pulau Kembar' }]
			}
		]
	});
	expect(isSameProfile(profileChanges(before, read(`# catatan\n${MADE_UP_TEXT}`)))).toBe(true);
});
