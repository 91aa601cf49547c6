/** Mean of a cluster, and of all regions, by domain and for the index. */
export interface ClusterMeans {
	index: number;
	domains: Readonly<Record<string, number | null>>;
}

/** Features of a cluster, as codes that the interface turns into words. */
export interface ClusterWords {
	/** Its mean index against that of all. */
	level: 'above' | 'near' | 'below';
	/** Domains that stand out upwards from the cluster's own level, the most first; at most two. */
	strong: string[];
	/** Domains that stand out downwards, likewise. */
	weak: string[];
}

/** Index points from which on a cluster lies above or below all, and a domain stands out from its cluster. */
const STANDS_OUT = 0.2;
const MOST_NAMED = 2;

/** Finds the features of a cluster. Its level is told by the mean index; a domain stands out when its distance from the
 *  mean of all differs from the cluster's own distance by 0.2 points or more, so that a high cluster is not called
 *  strong in everything. */
export function describeCluster(own: ClusterMeans, all: ClusterMeans): ClusterWords {
	const lead = own.index - all.index;
	const relative = Object.entries(own.domains).flatMap(([code, mean]) => {
		const other = all.domains[code] ?? null;
		return mean === null || other === null ? [] : [{ code, by: rounded(mean - other - lead) }];
	});
	const largest = (sign: 1 | -1) =>
		relative
			.filter(({ by }) => sign * by >= STANDS_OUT)
			.sort((a, b) => sign * (b.by - a.by) || (a.code < b.code ? -1 : 1))
			.slice(0, MOST_NAMED)
			.map(({ code }) => code);
	return {
		level: rounded(lead) >= STANDS_OUT ? 'above' : rounded(lead) <= -STANDS_OUT ? 'below' : 'near',
		strong: largest(1),
		weak: largest(-1)
	};
}

/** Removes the error of doubles, so that 0.2 is 0.2. */
function rounded(value: number): number {
	return Math.round(value * 1e9) / 1e9;
}
