import { z } from 'zod';
import type { RobustSettings } from './types.ts';

const flag = z.enum(['', '1']).optional();

/** Settings as they stand in an address; a missing one has its default, an unreadable one counts as missing.
 *  Without any of the three flags, everything varies. */
const Query = z.object({
	runs: z.coerce.number().int().min(10_000).max(200_000).catch(10_000),
	seed: z.coerce.number().int().min(0).max(999_999).catch(2026),
	strength: z.coerce.number().int().min(5).max(500).catch(50),
	weights: flag.catch(undefined),
	levels: flag.catch(undefined),
	aggregation: flag.catch(undefined)
});

/** Reads `?runs=&seed=&strength=&weights=1&levels=1&aggregation=1`. */
export function parseRobustSettings(search: URLSearchParams): RobustSettings {
	const { runs, seed, strength, ...flags } = Query.parse(Object.fromEntries(search));
	const vary = { weights: flags.weights === '1', levels: flags.levels === '1', aggregation: flags.aggregation === '1' };
	const isAny = vary.weights || vary.levels || vary.aggregation;
	return { runs, seed, strength, vary: isAny ? vary : { weights: true, levels: true, aggregation: true } };
}
