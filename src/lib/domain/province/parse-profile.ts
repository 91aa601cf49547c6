import { isNode, LineCounter, parse, parseDocument, visit, type Alias, type Document } from 'yaml';
import type { z } from 'zod';
import type { Region } from '../geography/types.ts';
import { PROFILE_FAULT_CODES, type ProfileFault, type ProfileFaultCode } from './profile-fault.ts';
import { ProfileFile } from './profile-schema.ts';
import type { ProvinceProfile } from './types.ts';

/** Longest profile in characters; the shipped one has some 9,000. */
export const PROFILE_MOST_CHARACTERS = 300_000;

export type ParsedProfile = { profile: ProvinceProfile } | { faults: ProfileFault[] };

type Path = readonly (string | number)[];

/** Reads the profile of a province from YAML.
 *  @returns the profile, or every fault by line; the message of a fault holds its remedy
 *  @see src/lib/provinces for the fields */
export function parseProfile(text: string): ParsedProfile {
	if (text.length > PROFILE_MOST_CHARACTERS)
		return { faults: [{ line: 1, field: '', code: 'too_large', params: { most: PROFILE_MOST_CHARACTERS } }] };
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	if (document.errors.length > 0) {
		const faults = document.errors.map(({ pos, message }): ProfileFault => {
			const detail = message.split('\n')[0] ?? '';
			return { line: lines.linePos(pos[0]).line, field: '', code: 'yaml', params: { detail } };
		});
		return { faults };
	}
	const at = (path: Path, code: ProfileFaultCode, params: ProfileFault['params'] = {}): ProfileFault => ({
		line: lineOf(document, lines, path),
		field: fieldName(path),
		code,
		params
	});
	const aliases = aliasesOf(document);
	if (aliases.length > 0) {
		const faults = aliases.map(({ source, range }): ProfileFault => {
			return { line: lines.linePos(range![0]).line, field: '', code: 'alias', params: { value: `*${source}` } };
		});
		return { faults };
	}
	const parsed = ProfileFile.safeParse(document.toJS() ?? undefined);
	const faults = parsed.success
		? contradictions(parsed.data, at)
		: parsed.error.issues.flatMap((issue) => issueFaults(issue, document, at));
	if (faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) };
	return { profile: toProfile(parsed.data!) };
}

/** Reads the text of an installed profile. How its fields fit together was checked when it was installed; one from
 *  before a rule on that stays readable.
 *  @throws Error when the text has faults */
export function readInstalled(text: string): ProvinceProfile {
	const parsed = ProfileFile.safeParse(parse(text, { prettyErrors: false }));
	if (parsed.success) return toProfile(parsed.data);
	throw new Error(`the stored profile has faults: ${parsed.error.message}`);
}

/** Finds where a value is taken from elsewhere in the file: it could not be edited at its own place, and it blows small
 *  files up. */
function aliasesOf(document: Document): Alias[] {
	const found: Alias[] = [];
	visit(document, { Alias: (_key, node) => void found.push(node) });
	return found;
}

type At = (path: Path, code: ProfileFaultCode, params?: ProfileFault['params']) => ProfileFault;

function issueFaults(issue: z.core.$ZodIssue, document: Document, at: At): ProfileFault[] {
	const path = issue.path as Path;
	if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...path, key], 'unknown'));
	const given = path.length === 0 ? document.toJS() : document.getIn(path);
	if (given === undefined || given === null) return [at(path, 'missing')];
	const code = PROFILE_FAULT_CODES.find((known) => known === issue.message) ?? 'text';
	const value = typeof given === 'string' || typeof given === 'number' ? String(given).slice(0, 80) : '';
	return [at(path, code, { value, ...boundsOf(issue) })];
}

function boundsOf(issue: z.core.$ZodIssue): ProfileFault['params'] {
	if (issue.code === 'too_big') return { bound: `≤ ${issue.maximum}` };
	return issue.code === 'too_small' ? { bound: `≥ ${issue.minimum}` } : { bound: '' };
}

/** Finds faults that no single field shows: the same code, place or letters twice, a group that is in no list, a region
 *  of another province, a kota named as a kabupaten. */
function contradictions({ code, abbreviation, grouping, regions, examples }: ProfileFile, at: At): ProfileFault[] {
	const groups = grouping?.groups ?? [];
	const places = [...regions.keys()];
	const each = (field: keyof ProfileFile['regions'][number]) =>
		places.map((place) => ({ path: ['regions', place, field], value: regions[place]![field]?.toString() }));
	const grouped = places.flatMap((place): ProfileFault[] => {
		const { area } = regions[place]!;
		const path = ['regions', place, 'area'];
		if (!grouping) return area ? [at(path, 'area_ungrouped', { value: area })] : [];
		if (!area) return [at(path, 'area_missing')];
		return groups.includes(area) ? [] : [at(path, 'area_unknown', { value: area, groups: groups.join(', ') })];
	});
	const mistaken = places.flatMap((place): ProfileFault[] => {
		const { code: value, name, type } = regions[place]!;
		const [word] = name.split(' ');
		return [
			...(value.startsWith(`${code}.`)
				? []
				: [at(['regions', place, 'code'], 'region_code_foreign', { value, province: code })]),
			...(word!.toLowerCase() === type ? [] : [at(['regions', place, 'type'], 'type_differs', { value: type, name })])
		];
	});
	const known = new Set(regions.map((region) => region.code));
	const unknown = (['region', 'search'] as const).flatMap((field) => {
		const value = examples?.[field];
		return value && !known.has(value) ? [at(['examples', field], 'example', { value })] : [];
	});
	return [
		...doubles([{ path: ['code'], value: code }, ...each('code')], at),
		...doubles(each('name'), at),
		...doubles(each('tile'), at),
		...doubles([{ path: ['abbreviation'], value: abbreviation ?? undefined }, ...each('abbreviation')], at),
		...doubles(
			groups.map((value, place) => ({ path: ['grouping', 'groups', place], value })),
			at
		),
		...mistaken,
		...grouped,
		...unknown
	];
}

function doubles(values: readonly { path: Path; value: string | undefined }[], at: At): ProfileFault[] {
	const seen = new Set<string>();
	return values.flatMap(({ path, value }) => {
		if (value === undefined) return [];
		if (seen.has(value)) return [at(path, 'twice', { value })];
		seen.add(value);
		return [];
	});
}

function toProfile(file: ProfileFile): ProvinceProfile {
	const { code, name, zone, grouping, offices, examples, map } = file;
	const own: Region = {
		code,
		name: file.region_name,
		type: 'province',
		area: null,
		capital: file.capital,
		lat: file.lat,
		lon: file.lon,
		tile: null,
		abbreviation: file.abbreviation ?? null,
		label: null
	};
	const local = file.regions.map(({ unconfirmed: _unconfirmed, tile, label, ...region }): Region => ({
		code: region.code,
		name: region.name,
		type: region.type,
		area: region.area ?? null,
		capital: region.capital,
		lat: region.lat,
		lon: region.lon,
		tile: tile ? { row: tile[0], col: tile[1] } : null,
		abbreviation: region.abbreviation ?? null,
		label: label ? { lon: label[0], lat: label[1] } : null
	}));
	const [first] = local;
	const search = examples?.search ?? first!.code;
	return {
		code,
		name,
		zone,
		grouping: grouping ? { ...grouping, note: grouping.note ?? null } : null,
		offices: { ...offices, partner: offices.partner ?? null },
		total: local.length,
		examples: {
			region: examples?.region ?? first!.code,
			search: local.find((region) => region.code === search)!.name,
			address: examples?.address ?? null
		},
		regions: [own, ...local],
		unconfirmed: file.regions.filter(({ unconfirmed }) => unconfirmed).map((region) => region.code),
		map: map ? { ...map, insets: map.insets ?? [] } : null
	};
}

/** Line of a field, or of the part that it would stand in where it is missing. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}

/** Name of a field as faults give it: `regions[3].lat`, places from 1. */
function fieldName(path: Path): string {
	return path.reduce<string>(
		(name, part) => (typeof part === 'number' ? `${name}[${part + 1}]` : name === '' ? part : `${name}.${part}`),
		''
	);
}
