import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadOf } from '../analysis/spread.ts';
import { arrange, type ArrangeInput } from './arrange.ts';
import { cutInto, wardHierarchy } from './dendrogram.ts';
import { describeCluster } from './describe.ts';
import { distanceMatrix, type Profile, profileDistance } from './distance.ts';
import { leafOrder } from './leaf-order.ts';
import { silhouetteWidth } from './silhouette.ts';

const WEIGHTS = [2, 1, 1];
const onLine = (...at: number[]) => at.map((a) => Float64Array.from(at, (b) => Math.abs(a - b)));
const length = (order: readonly number[], distances: readonly Float64Array[]) =>
	order.slice(1).reduce((sum, leaf, at) => sum + distances[order[at]!]![leaf]!, 0);

describe('distance between profiles', () => {
	test('is the weighted root mean square, in levels', () => {
		// (2·2² + 1·0² + 1·2²) / 4 = 3
		expect(profileDistance([1, 2, 5], [3, 2, 3], WEIGHTS, 4)).toBeCloseTo(Math.sqrt(3), 12);
	});
	test('leaves out what one of the two lacks, unless too little is left', () => {
		expect(profileDistance([1, null, 5], [1, 4, 3], WEIGHTS, 4)).toBeCloseTo(Math.sqrt(4 / 3), 12);
		expect(profileDistance([1, null, null], [null, 4, 3], WEIGHTS, 4)).toBe(4);
		expect(profileDistance([1, 1], [1, 5], [1, 9], 4)).toBeCloseTo(Math.sqrt(0.9 * 16), 12);
		expect(profileDistance([1, null], [1, 5], [1, 9], 4)).toBe(4);
	});
});

test('Ward joins what adds least to the sum of squares', () => {
	const { root, joined } = wardHierarchy(onLine(0, 1, 5, 6, 20));
	expect(joined.map(({ leaves }) => leaves)).toEqual([
		[0, 1],
		[2, 3],
		[0, 1, 2, 3],
		[0, 1, 2, 3, 4]
	]);
	expect(cutInto(root, joined, 3)).toEqual([[0, 1], [2, 3], [4]]);
	expect(cutInto(root, joined, 1)).toEqual([[0, 1, 2, 3, 4]]);
});

test('the silhouette of two pairs, counted by hand', () => {
	// 0: within 1, beside (5 + 6)/2 = 5.5 → 0.8182; 1: 1, 4.5 → 0.7778; the other pair is its mirror image
	expect(
		silhouetteWidth(
			[
				[0, 1],
				[2, 3]
			],
			onLine(0, 1, 5, 6)
		)
	).toBeCloseTo((4.5 / 5.5 + 3.5 / 4.5) / 2, 12);
	expect(silhouetteWidth([[0], [1]], onLine(0, 1))).toBe(0);
});

test('the order of leaves is the shortest of all that the hierarchy allows', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.double(COORDINATE), fc.double(COORDINATE)), { minLength: 2, maxLength: 7 }),
			(points) => {
				const distances = points.map(([x, y]) => Float64Array.from(points, ([a, b]) => Math.hypot(x - a, y - b)));
				const { root } = wardHierarchy(distances);
				const orders = (branch: typeof root): number[][] =>
					branch.parts
						? orders(branch.parts[0]).flatMap((left) =>
								orders(branch.parts![1]).flatMap((right) => [
									[...left, ...right],
									[...right, ...left]
								])
							)
						: [branch.leaves];
				const found = leafOrder(root, distances);
				const shortest = Math.min(...orders(root).map((order) => length(order, distances)));
				expect(found.toSorted((a, b) => a - b)).toEqual(points.map((_, at) => at));
				expect(length(found, distances)).toBeCloseTo(shortest, 9);
			}
		),
		{ numRuns: 60 }
	);
});
const COORDINATE = { min: 0, max: 100, noNaN: true };

const anyProfiles = fc
	.array(fc.array(fc.constantFrom(1, 2, 3, 4, 5, null), { minLength: 4, maxLength: 4 }), {
		minLength: 1,
		maxLength: 14
	})
	.map((rows) => rows.map((levels, at): Profile => ({ code: `r${String(at).padStart(2, '0')}`, levels })));
const inputOf = (profiles: readonly Profile[]): ArrangeInput => ({
	profiles,
	weights: [4, 3, 2, 1],
	range: 4,
	index: Object.fromEntries(profiles.map(({ code, levels }) => [code, levels[0] ?? 1]))
});

describe('an arrangement', () => {
	test('does not depend on the order in which the profiles come', () => {
		fc.assert(
			fc.property(
				anyProfiles.chain((profiles) =>
					fc.tuple(fc.constant(profiles), fc.shuffledSubarray([...profiles], { minLength: profiles.length }))
				),
				([profiles, shuffled]) => {
					expect(arrange(inputOf(shuffled))).toEqual(arrange(inputOf(profiles)));
				}
			),
			{ numRuns: 60 }
		);
	});

	test('holds every profile once, in the order and in the clusters, which are stretches of it', () => {
		fc.assert(
			fc.property(anyProfiles, (profiles) => {
				const { order, clusters } = arrange(inputOf(profiles));
				expect(order.toSorted()).toEqual(profiles.map(({ code }) => code));
				expect(clusters.flat()).toEqual(order);
			}),
			{ numRuns: 60 }
		);
	});

	test('finds two kinds where there are two, the higher one first', () => {
		const like = (code: string, ...levels: number[]) => ({ code, levels });
		const profiles = [
			like('a', 1, 1, 2, 1), like('b', 4, 5, 4, 4), like('c', 1, 2, 1, 1), like('d', 5, 5, 4, 4),
			like('e', 1, 1, 1, 1), like('f', 4, 4, 4, 5), like('g', 1, 1, 1, 2)
		]; // prettier-ignore
		const { clusters, silhouette } = arrange(inputOf(profiles));
		expect(clusters.map((cluster) => cluster.toSorted().join(''))).toEqual(['bdf', 'aceg']);
		expect(silhouette).toBeGreaterThan(0.7);
	});

	test('of too few is one cluster, of none is nothing', () => {
		expect(arrange(inputOf([{ code: 'a', levels: [1, 1, 1, 1] }]))).toEqual({
			order: ['a'],
			clusters: [['a']],
			silhouette: null
		});
		expect(arrange(inputOf([]))).toEqual({ order: [], clusters: [], silhouette: null });
	});

	test('of a large province is done', () => {
		const profiles = Array.from({ length: 150 }, (_, at) => ({
			code: `r${at}`,
			levels: [0, 1, 2, 3].map((i) => 1 + ((at * 7 + i * at) % 5))
		}));
		expect(arrange(inputOf(profiles)).order).toHaveLength(150);
	});
});

describe('the words for a cluster', () => {
	const all = { index: 3, domains: { A: 3, B: 3, C: 3, D: null } };
	test.each([
		[
			'high as a whole, with nothing standing out',
			{ index: 3.5, domains: { A: 3.5, B: 3.6, C: 3.4, D: 2 } },
			'above',
			[],
			[]
		],
		['low, but less so in one domain', { index: 2.5, domains: { A: 2.9, B: 2.4, C: 2.4 } }, 'below', ['A'], []],
		[
			'in the middle, strong here and weak there',
			{ index: 3.1, domains: { A: 3.4, B: 2.4, C: 3.3 } },
			'near',
			['A', 'C'],
			['B']
		],
		['on the edge of what counts', { index: 3.2, domains: { A: 3.4, B: 3.2, C: 3.0 } }, 'above', ['A'], ['C']]
	] as const)('%s', (_, own, level, strong, weak) => {
		expect(describeCluster(own, all)).toEqual({ level, strong, weak });
	});
	test('name two domains at most, the most outstanding first', () => {
		expect(describeCluster({ index: 3, domains: { A: 3.2, B: 3.9, C: 3.5 } }, all).strong).toEqual(['B', 'C']);
	});
});

test('quartiles as spreadsheets count them', () => {
	expect(spreadOf([4, null, 1, 3, 2])).toEqual({
		n: 4,
		values: [1, 2, 3, 4],
		summary: { min: 1, lower: 1.75, median: 2.5, upper: 3.25, max: 4 }
	});
	expect(spreadOf([2]).summary).toEqual({ min: 2, lower: 2, median: 2, upper: 2, max: 2 });
	expect(spreadOf([null])).toEqual({ n: 0, values: [], summary: null });
});

test('distances are symmetric', () => {
	const matrix = distanceMatrix(
		[
			{ code: 'a', levels: [1, 2, 3] },
			{ code: 'b', levels: [3, 2, 1] }
		],
		WEIGHTS,
		4
	);
	expect(matrix[0]![1]).toBe(matrix[1]![0]);
	expect(matrix[0]![0]).toBe(0);
});
