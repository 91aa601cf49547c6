import { cutInto, wardHierarchy } from './dendrogram.ts';
import { distanceMatrix, type Profile } from './distance.ts';
import { leafOrder } from './leaf-order.ts';
import { silhouetteWidth } from './silhouette.ts';

export interface ArrangeInput {
	profiles: readonly Profile[];
	/** Weights of the indicators, as they count in the index. */
	weights: readonly number[];
	/** The largest difference that two levels can have. */
	range: number;
	/** Index by code; it decides which end of the order is shown first. */
	index: Readonly<Record<string, number>>;
}

export interface Arrangement {
	/** Codes so that neighbours are alike; begins at the end where the indices are higher. */
	order: string[];
	/** Codes by cluster, in that order; one cluster with all where there are too few profiles to part. */
	clusters: string[][];
	/** Mean silhouette width of the clusters; null where there is one. */
	silhouette: number | null;
}

/** Fewest profiles that are parted into clusters. */
const FEWEST = 6;
/** Most clusters that people keep apart in a meeting. */
const MOST_CLUSTERS = 6;

/** Puts like profiles next to each other and parts them into clusters. The number of clusters, from 2 to 6, is the one
 *  with the largest mean silhouette width; of equal ones the smaller. Nothing depends on the order in which the
 *  profiles come.
 *  @see docs/analysis.md */
export function arrange({ profiles, weights, range, index }: ArrangeInput): Arrangement {
	if (profiles.length === 0) return { order: [], clusters: [], silhouette: null };
	const sorted = profiles.toSorted((a, b) => (a.code < b.code ? -1 : 1));
	const distances = distanceMatrix(sorted, weights, range);
	const { root, joined } = wardHierarchy(distances);
	const codes = (numbers: readonly number[]) => numbers.map((number) => sorted[number]!.code);
	const order = highestFirst(codes(leafOrder(root, distances)), index);
	if (sorted.length < FEWEST) return { order, clusters: [order], silhouette: null };
	let best = { clusters: [root.leaves], silhouette: -Infinity };
	for (let count = 2; count <= Math.min(MOST_CLUSTERS, sorted.length - 1); count++) {
		const clusters = cutInto(root, joined, count);
		const silhouette = silhouetteWidth(clusters, distances);
		if (silhouette > best.silhouette + 1e-9) best = { clusters, silhouette };
	}
	const place = new Map(order.map((code, at) => [code, at]));
	const inOrder = best.clusters
		.map((cluster) => codes(cluster).sort((a, b) => place.get(a)! - place.get(b)!))
		.sort((a, b) => place.get(a[0]!)! - place.get(b[0]!)!);
	return { order, clusters: inOrder, silhouette: best.silhouette };
}

/** Turns the order round when the second half has the higher indices; an order has no direction of its own. */
function highestFirst(order: string[], index: ArrangeInput['index']): string[] {
	const half = Math.floor(order.length / 2);
	const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + (index[code] ?? 0), 0);
	const difference = sum(order.slice(0, half)) - sum(order.slice(order.length - half));
	const isTurned = difference === 0 ? order[0]! > order.at(-1)! : difference < 0;
	return isTurned ? order.toReversed() : order;
}
