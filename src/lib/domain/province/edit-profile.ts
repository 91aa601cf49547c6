import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Region } from '../geography/types.ts';
import type { ProvinceProfile } from './types.ts';

/** Writes other groups for some regions into the text of a profile, in quotes; all else stays as it was written.
 *  @param areas group by region code; a region that is not in it, or has no group in the text, keeps its own */
export function withAreas(text: string, areas: ReadonlyMap<string, string>): string {
	const regions = parseDocument(text).get('regions');
	if (!isSeq(regions)) return text;
	const edits = regions.items.flatMap((item) => {
		const area = isMap(item) ? areas.get(String(item.get('code'))) : undefined;
		const node = isMap(item) ? item.get('area', true) : undefined;
		return area !== undefined && isScalar(node) && node.range && node.value !== area
			? [{ from: node.range[0], to: node.range[1], area }]
			: [];
	});
	return edits.reduceRight(
		(edited, { from, to, area }) => edited.slice(0, from) + JSON.stringify(area) + edited.slice(to),
		text
	);
}

/** Writes a profile for regions that were there before profiles: only known facts, in words that fit any province. */
export function profileTextOf(regions: readonly Region[]): string {
	const own = regions.find(({ type }) => type === 'province');
	const local = regions.filter(({ type }) => type !== 'province');
	const code = own?.code ?? local[0]?.code.slice(0, 2) ?? '00';
	const name = own?.name.replace(/^Provinsi /, '') ?? code;
	const areas = [...new Set(local.flatMap(({ area }) => area ?? []))].sort();
	const isGrouped = areas.length > 0 && local.every(({ area }) => area !== null);
	return stringify(
		{
			code,
			name: { id: name, en: name },
			region_name: own?.name ?? `Provinsi ${code}`,
			capital: own?.capital ?? local[0]?.capital,
			lat: own?.lat ?? local[0]?.lat,
			lon: own?.lon ?? local[0]?.lon,
			zone: 'Asia/Jakarta',
			...(isGrouped && { grouping: { name: { id: 'Kelompok wilayah', en: 'Area' }, groups: areas } }),
			offices: neutralOffices(name),
			regions: local.map(({ tile, area, abbreviation, label, ...region }) => ({
				...region,
				...(isGrouped && { area }),
				...(tile && { tile: [tile.row, tile.col] }),
				...(abbreviation && { abbreviation }),
				...(label && { label: [label.lon, label.lat] })
			}))
		},
		{ lineWidth: 0 }
	);
}

function neutralOffices(name: string): ProvinceProfile['offices'] {
	return {
		government: { id: `Pemerintah Provinsi ${name}`, en: `Government of ${name}` },
		partner: null,
		head: { id: `Gubernur ${name}`, en: `Governor of ${name}` },
		contact: { id: 'Diskominfo Provinsi', en: 'provincial Diskominfo' },
		data_office: { id: 'Diskominfo', en: 'Diskominfo' },
		signer: { id: 'Kepala Dinas Komunikasi dan Informatika', en: 'Head of the Communications and Informatics Agency' }
	};
}
