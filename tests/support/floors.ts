/**
 * The plan of the house: its floors from bottom to top (`docs/architecture.md` says what each room is for).
 * Imports go down only, type imports included; `tests/contract/floors.test.ts` holds this list over the real imports,
 * and `npm run draw` draws it.
 */

/** Floors below `src`; folders on one line know nothing of each other. */
export const FLOORS: readonly (readonly string[])[] = [
	['lib/paraglide', 'lib/domain'],
	['lib/words'],
	['lib/charts'],
	['lib/server'],
	['lib/components'],
	['routes', 'cli']
];

/** Wings of `lib/server`. */
export const WINGS = [
	'foundation',
	'people',
	'places',
	'rounds',
	'fieldwork',
	'insight',
	'plans',
	'public',
	'documents',
	'api',
	'top'
] as const;
export type Wing = (typeof WINGS)[number];

/** Rooms at the top of `lib/server` that stand in no wing of their own. */
export const TOP_ROOMS = ['my-work', 'all-jobs', 'backup', 'demo'];

/** The room of a file: `rounds/assessment/results.ts` stands in the room `rounds/assessment`, a file beside the rooms
 *  of its wing is a room of its own: `foundation/log`.
 *  @param file path below `src/lib/server` */
export function roomOf(file: string): string {
	const [first = '', second = '', ...deeper] = file.replace(/(\.svelte)?\.ts$/, '').split('/');
	if (first === 'api' || !isWing(first)) return first;
	return deeper.length > 0 || second !== '' ? `${first}/${second}` : first;
}

/** The wing of a room. */
export function wingOf(room: string): Wing {
	const [first = ''] = room.split('/');
	return isWing(first) ? first : 'top';
}

/** Number of the floor of a file; undefined for hooks and other files beside the floors.
 *  @param file path below `src` */
export function floorOf(file: string): number | undefined {
	const found = FLOORS.findIndex((floor) => floor.some((folder) => file.startsWith(`${folder}/`)));
	return found === -1 ? undefined : found;
}

function isWing(name: string): name is Wing {
	return name !== 'top' && (WINGS as readonly string[]).includes(name);
}
