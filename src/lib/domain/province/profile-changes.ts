import type { Region } from '../geography/types.ts';
import type { ProvinceProfile } from './types.ts';

const FACTS = ['code', 'name', 'zone', 'grouping', 'offices', 'examples', 'map'] as const;
export type ChangedFact = (typeof FACTS)[number];

const FIELDS = ['name', 'type', 'area', 'capital', 'place', 'tile', 'abbreviation', 'label'] as const;
export type ChangedField = (typeof FIELDS)[number];

interface Named {
	code: string;
	name: string;
}

/** Changes that another profile would make. */
export interface ProfileChanges {
	facts: ChangedFact[];
	added: Named[];
	removed: Named[];
	/** Changed regions of both; `from` and `to` as a person reads them, empty = nothing. */
	changed: (Named & { fields: { field: ChangedField; from: string; to: string }[] })[];
}

/** Compares two profiles: facts, and regions by code. */
export function profileChanges(before: ProvinceProfile, after: ProvinceProfile): ProfileChanges {
	const [old, wanted] = [before, after].map(({ regions }) => new Map(regions.map((region) => [region.code, region])));
	const missingIn = (others: ReadonlyMap<string, Region>, { regions }: ProvinceProfile) =>
		regions.filter(({ code }) => !others.has(code)).map(({ code, name }) => ({ code, name }));
	return {
		facts: FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact])),
		added: missingIn(old!, after),
		removed: missingIn(wanted!, before),
		changed: after.regions.flatMap((region) => {
			const former = old!.get(region.code);
			if (!former) return [];
			const unsure = (of: ProvinceProfile) => (of.unconfirmed.includes(region.code) ? ' [?]' : '');
			const [from, to] = [shown(former, unsure(before)), shown(region, unsure(after))];
			const fields = FIELDS.filter((field) => from[field] !== to[field]).map((field) => ({
				field,
				from: from[field],
				to: to[field]
			}));
			return fields.length === 0 ? [] : [{ code: region.code, name: former.name, fields }];
		})
	};
}

/** Tells whether two profiles say the same; their comments may differ. */
export function isSameProfile({ facts, added, removed, changed }: ProfileChanges): boolean {
	return [facts, added, removed, changed].every((list) => list.length === 0);
}

function shown(region: Region, unsure: string): Record<ChangedField, string> {
	const { name, type, area, capital, lat, lon, tile, abbreviation, label } = region;
	return {
		name,
		type,
		area: area === null ? '' : area + unsure,
		capital,
		place: `${lat}, ${lon}`,
		tile: tile ? `${tile.row}, ${tile.col}` : '',
		abbreviation: abbreviation ?? '',
		label: label ? `${label.lat}, ${label.lon}` : ''
	};
}
