/** Mean silhouette width of a partition (Rousseeuw 1987), −1 to 1: the larger, the better it holds together. A profile
 *  alone in its cluster counts 0, as there.
 *  @param clusters numbers of the profiles; two clusters or more */
export function silhouetteWidth(clusters: readonly (readonly number[])[], distances: readonly Float64Array[]): number {
	const meanTo = (own: number, others: readonly number[]) =>
		others.reduce((sum, other) => sum + distances[own]![other]!, 0) / others.length;
	let sum = 0;
	let count = 0;
	for (const [at, cluster] of clusters.entries())
		for (const own of cluster) {
			count += 1;
			const mates = cluster.filter((other) => other !== own);
			if (mates.length === 0) continue;
			const within = meanTo(own, mates);
			const beside = Math.min(...clusters.flatMap((other, place) => (place === at ? [] : [meanTo(own, other)])));
			const larger = Math.max(within, beside);
			if (larger > 0) sum += (beside - within) / larger;
		}
	return sum / count;
}
