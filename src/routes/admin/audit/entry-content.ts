import type { LoggedEntry } from '#lib/server/people/audit/list-audit.ts';

/** Names for the codes that subjects are made of. */
export interface SubjectNames {
	regions: ReadonlyMap<string, string>;
	/** Names by agency id. */
	agencies: ReadonlyMap<string, string>;
	/** Titles by id. */
	evidence: ReadonlyMap<string, string>;
}

/** Puts an entry of one action into a sentence. */
export type Describer = (entry: LoggedEntry, names: SubjectNames) => string;

/** Name of a region, or of an agency with its region. */
export function whereName([region = '', agency]: string[], { regions, agencies }: SubjectNames): string {
	const name = regions.get(region) ?? region;
	return agency === undefined ? name : `${agencies.get(agency) ?? agency}, ${name}`;
}

/** One field of the logged content; undefined where there is none. */
export function field(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** One field of the logged content as text, a dash where there is none. */
export function textOf(value: unknown, key: string): string {
	const found = field(value, key);
	return found === undefined || found === null ? '–' : String(found);
}

/** Number of items in a logged list; 0 where there is none. */
export function countOf(value: unknown, key: string): number {
	const found = field(value, key);
	return Array.isArray(found) ? found.length : 0;
}
