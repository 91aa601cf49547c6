import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { score } from '#lib/domain/scoring/score.ts';
import { gaussian, randomFor, shuffled, type Random } from './random.ts';

/** Level or not applicable by indicator code. */
export type Levels = Record<string, number | 'na'>;

/** Levels by region code. */
type RegionLevels = Record<string, Levels>;

/** Difficulty of an indicator against the average, in levels: harder (+) or easier (−); others 0. Our judgement. */
const DIFFICULTY: Record<string, number> = {
	...{ A1: -0.2, A2: -0.4, A3: -0.1, A4: 0.1, A6: 0.1 },
	...{ B1: 0.1, B2: 0.1, B3: 0.15, B4: -0.5, B5: 0.2, B6: 0.3 },
	...{ C2: -0.1, C3: 0.1, C4: 0.5, C5: 0.2, C6: 0.1 },
	...{ D1: -0.5, D3: 0.4, D4: 0.1, D5: -0.4, D6: 0.3 },
	...{ E1: 0.1, E2: 0.4, E4: 0.1, E5: 0.1 },
	...{ F1: 0.3, F2: 0.2, F3: -0.3, F4: 0.1, F5: -0.1 },
	...{ G1: -0.1, G2: -0.1, G3: -0.4, G5: 0.1, G6: 0.5 }
};

/** Conditions of the criteria of one level on another indicator: [indicator, from level, other, its least level].
 *  E.g. B2 at 3 speaks of "semua data prioritas", which exist only once B4 is at 3. */
const PRESUPPOSED: readonly [string, number, string, number][] = [
	...atLeast('B4', 3, ['A1@4', 'B1@3', 'B2@3', 'B6@3', 'C1@3', 'C2@3', 'D2@4']),
	...atLeast('B4', 2, ['C2@2', 'C4@3', 'G1@3']),
	...atLeast('A2', 2, ['A3@3', 'A6@3', 'F3@3', 'F5@3']),
	...atLeast('A3', 2, ['B4@3']),
	...atLeast('B2', 2, ['B5@3']),
	...atLeast('B2', 3, ['A1@4']),
	...atLeast('B3', 2, ['B5@3', 'G2@3']),
	...atLeast('C2', 2, ['C3@3']),
	...atLeast('C3', 3, ['A1@4']),
	...atLeast('D1', 2, ['D2@3', 'G5@2']),
	...atLeast('D4', 2, ['D3@3']),
	...atLeast('E1', 2, ['D2@3', 'G5@2']),
	...atLeast('E2', 2, ['G3@3', 'G4@3'])
];

/** Regions known to do better than others of their kind (published statistics assessments of 2024), in standard
 *  deviations; the rest is left to the seed. */
const STANDING: Record<string, number> = {
	...{ '35.78': 4, '35.73': 1.2, '35.74': 0.9, '35.72': 0.8, '35.77': 1 },
	...{ '35.10': 1.4, '35.19': 0.8, '35.25': 1.1, '35.15': 1 }
};

/** Index by share of the kabupaten/kota below it: most 1.7–2.8, a few up to 3.4. */
const INDEX_CURVE: readonly [number, number][] = [
	[0, 1.44],
	[0.1, 1.72],
	[0.5, 2.16],
	[0.9, 2.74],
	[1, 3.36]
];

/** Index aimed at for the province. */
const PROVINCE_INDEX = 3.02;

/** 28 of 38 kabupaten/kota had a Satu Data regulation (February 2022). */
const REGULATED_SHARE = 28 / 38;

/** Not applicable, with a reason: kota without farming; geospatial data kept by the province. */
const NOT_APPLICABLE: Record<string, readonly string[]> = { '35.76': ['G2', 'D6'], '35.77': ['G2'] };

/** Draws levels as an assessor would find them, correlated as real ones are: one ability per region, strong and weak
 *  domains, harder and easier indicators, noise; then made consistent with the criteria.
 *  @returns levels by region code; the same seed always gives the same */
export function sampleLevels(instrument: Instrument, regions: readonly Region[], seed: number): RegionLevels {
	const targets = targetIndices(regions, seed);
	const unregulated = regionsWithoutRegulation(regions, targets, seed);
	return Object.fromEntries(
		regions.map((region) => {
			const drawn = draw(instrument, region, seed);
			const at = (ability: number) =>
				levelsAt(instrument, region, drawn, { ability, unregulated: unregulated.has(region.code) });
			return [region.code, nearest(instrument, at, targets[region.code]!)];
		})
	);
}

/** Draws the levels of the year before: 0.1 to 0.5 lower in index, most indicators the same, a few better than now. */
export function previousLevels(levels: RegionLevels, seed: number): RegionLevels {
	return Object.fromEntries(
		Object.entries(levels).map(([code, now]) => [code, yearBefore(now, randomFor(seed, code, 'previous'))])
	);
}

/** Draws the region's own levels: on average 0.3 above the assessor, never more than one level off. */
export function selfLevels(levels: Levels, random: Random): Levels {
	const optimism = 0.22 + random() * 0.26; // some regions are franker than others
	return Object.fromEntries(
		Object.entries(levels).map(([indicator, level]) => {
			const chance = random();
			if (level === 'na') return [indicator, level];
			const change = chance < optimism ? 1 : chance > 0.97 ? -1 : 0;
			return [indicator, clamp(level + change)];
		})
	);
}

function yearBefore(now: Levels, random: Random): Levels {
	const total = (levels: Levels) => numbers(levels).reduce((sum, level) => sum + level, 0);
	const mean = total(now) / numbers(now).length;
	const drop = Math.min(0.19 + random() * 0.19, (mean - 1) * 0.45) * numbers(now).length; // low regions had less to lose
	const before = { ...now };
	for (const indicator of shuffled(Object.keys(now), random).slice(0, 2)) {
		const level = before[indicator]!;
		// a level that was better then than now; never the regulation, which stays in force
		if (level !== 'na' && level < 4 && indicator !== 'A1') before[indicator] = level + 1;
	}
	for (const indicator of shuffled(Object.keys(now), random)) {
		if (total(now) - total(before) >= drop) break;
		const level = before[indicator]!;
		if (level === 'na' || level !== now[indicator] || level === (indicator === 'A1' ? 2 : 1)) continue;
		before[indicator] = clamp(level - 1);
		makeConsistent(before);
	}
	return before;
}

function targetIndices(regions: readonly Region[], seed: number): Record<string, number> {
	const areas = regions.filter((region) => region.type !== 'province');
	const ability = (region: Region) =>
		gaussian(randomFor(seed, region.code, 'ability')) +
		(region.type === 'kota' ? 0.35 : 0) +
		(STANDING[region.code] ?? 0);
	const ranked = areas.map((region) => ({ region, ability: ability(region) })).sort((a, b) => a.ability - b.ability);
	const targets = Object.fromEntries(
		ranked.map(({ region }, rank) => [region.code, onCurve(rank / Math.max(1, ranked.length - 1))])
	);
	for (const region of regions) targets[region.code] ??= PROVINCE_INDEX;
	return targets;
}

function onCurve(share: number): number {
	const above = Math.max(
		1,
		INDEX_CURVE.findIndex(([at]) => at >= share)
	);
	const [x0, y0] = INDEX_CURVE[above - 1]!;
	const [x1, y1] = INDEX_CURVE[above]!;
	return y0 + ((share - x0) / (x1 - x0)) * (y1 - y0);
}

function regionsWithoutRegulation(regions: readonly Region[], targets: Record<string, number>, seed: number) {
	const areas = regions.filter((region) => region.type !== 'province');
	const inclination = (code: string) => targets[code]! + 0.45 * gaussian(randomFor(seed, code, 'regulation'));
	const codes = areas.map((region) => region.code).sort((a, b) => inclination(a) - inclination(b));
	return new Set(codes.slice(0, Math.round(areas.length * (1 - REGULATED_SHARE))));
}

/** Deviation from the region's ability by indicator, in levels. */
function draw(instrument: Instrument, region: Region, seed: number): Record<string, number> {
	const deviations: Record<string, number> = {};
	for (const domain of instrument.domains) {
		const random = randomFor(seed, region.code, domain.code, 'domain');
		// policy and collection lag in about a third of the regions, which the others do not show
		const weak = ['A', 'C'].includes(domain.code) && random() < 0.33 ? -0.6 : 0;
		const strength = 0.25 * gaussian(random) + weak;
		for (const { code } of domain.indicators) {
			const noise = 0.5 * gaussian(randomFor(seed, region.code, code, 'noise'));
			deviations[code] = strength + noise - (DIFFICULTY[code] ?? 0);
		}
	}
	return deviations;
}

function levelsAt(
	instrument: Instrument,
	region: Region,
	deviations: Record<string, number>,
	{ ability, unregulated }: { ability: number; unregulated: boolean }
): Levels {
	const levels: Levels = {};
	for (const indicator of instrument.domains.flatMap((domain) => domain.indicators)) {
		const excluded = indicator.mayNotApply && NOT_APPLICABLE[region.code]?.includes(indicator.code);
		levels[indicator.code] = excluded ? 'na' : clamp(Math.round(ability + deviations[indicator.code]!));
	}
	if (typeof levels.A1 === 'number') levels.A1 = unregulated ? 1 : Math.max(2, levels.A1);
	return makeConsistent(levels);
}

/** Lowers levels that stand on something that is missing, until none does. */
function makeConsistent(levels: Levels): Levels {
	for (let changed = true; changed;) {
		changed = false;
		for (const [indicator, from, other, least] of PRESUPPOSED) {
			const level = levels[indicator];
			const base = levels[other];
			if (typeof level !== 'number' || typeof base !== 'number' || level < from || base >= least) continue;
			levels[indicator] = from - 1;
			changed = true;
		}
	}
	return levels;
}

/** The levels whose index is nearest the target; the index never falls as ability grows, so halving finds it. */
function nearest(instrument: Instrument, at: (ability: number) => Levels, target: number): Levels {
	const indexAt = (ability: number) => score(instrument, at(ability)).index ?? 0;
	let [low, high] = [0, 6];
	for (let i = 0; i < 14; i++) {
		const middle = (low + high) / 2;
		if (indexAt(middle) < target) low = middle;
		else high = middle;
	}
	return target - indexAt(low) < indexAt(high) - target ? at(low) : at(high);
}

function numbers(levels: Levels): number[] {
	return Object.values(levels).filter((level) => level !== 'na');
}

function clamp(level: number): number {
	return Math.min(5, Math.max(1, level));
}

function atLeast(other: string, least: number, places: string[]): [string, number, string, number][] {
	return places.map((place) => {
		const [indicator, from] = place.split('@') as [string, string];
		return [indicator, Number(from), other, least];
	});
}
