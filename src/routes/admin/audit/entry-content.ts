import type { LoggedEntry } from '#lib/server/people/audit/list-audit.ts';

/** Names for the codes that subjects are made of. */
export interface SubjectNames {
	regions: ReadonlyMap<string, string>;
	/** By agency id. */
	agencies: ReadonlyMap<string, string>;
	/** Titles by id. */
	evidence: ReadonlyMap<string, string>;
}

/** An entry of one action as a sentence. */
export type Describer = (entry: LoggedEntry, names: SubjectNames) => string;

/** A region, or an agency with its region. */
export function whereName([region = '', agency]: string[], { regions, agencies }: SubjectNames): string {
	const name = regions.get(region) ?? region;
	return agency === undefined ? name : `${agencies.get(agency) ?? agency}, ${name}`;
}

/** One field of what was logged; undefined where there is none. */
export function field(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The same as text, a dash where there is none. */
export function textOf(value: unknown, key: string): string {
	const found = field(value, key);
	return found === undefined || found === null ? '–' : String(found);
}

/** How many a logged list holds. */
export function countOf(value: unknown, key: string): number {
	const found = field(value, key);
	return Array.isArray(found) ? found.length : 0;
}
