/** Depths to which a published round is open without log-in, from nothing to the levels of the indicators. Each holds
 *  all of those before it. Justifications, evidence, notes and answers of agencies are in none. */
export const PUBLIC_DEPTHS = ['none', 'class', 'index', 'domains', 'indicators'] as const;
export type PublicDepth = (typeof PUBLIC_DEPTHS)[number];

/** Tells whether a depth goes down to another one. */
export function reaches(depth: PublicDepth, to: PublicDepth): boolean {
	return PUBLIC_DEPTHS.indexOf(depth) >= PUBLIC_DEPTHS.indexOf(to);
}
