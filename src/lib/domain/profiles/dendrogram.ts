/** A cluster of the hierarchy: one profile, or the union of two clusters. */
export interface Branch {
	/** Numbers of the profiles in it, ascending. */
	leaves: number[];
	/** Clusters that it joins; null = a single profile. */
	parts: [Branch, Branch] | null;
}

/** Builds a hierarchy of clusters by the least growth of the sum of squares (Ward 1963), with the updating formula of
 *  Lance and Williams (1967). Of equally near pairs the one with the lowest numbers is joined first.
 *  @param distances symmetric, at least one row
 *  @returns the branches as they were joined: after k of them, n − k clusters are left; the last one holds all */
export function wardHierarchy(distances: readonly Float64Array[]): { root: Branch; joined: Branch[] } {
	const branches: (Branch | null)[] = distances.map((_, at) => ({ leaves: [at], parts: null }));
	const squares = distances.map((row) => row.map((distance) => distance * distance));
	const joined: Branch[] = [];
	for (let left = branches.length; left > 1; left--) {
		const [i, j] = nearestPair(branches, squares);
		const [first, second] = [branches[i]!, branches[j]!];
		for (let k = 0; k < branches.length; k++) {
			const other = branches[k];
			if (!other || k === i || k === j) continue;
			const [ni, nj, nk] = [first.leaves.length, second.leaves.length, other.leaves.length];
			const sum = (ni + nk) * squares[i]![k]! + (nj + nk) * squares[j]![k]! - nk * squares[i]![j]!;
			squares[i]![k] = squares[k]![i] = sum / (ni + nj + nk);
		}
		const union: Branch = {
			leaves: [...first.leaves, ...second.leaves].sort((a, b) => a - b),
			parts: [first, second]
		};
		branches[i] = union;
		branches[j] = null;
		joined.push(union);
	}
	return { root: branches.find((branch) => branch !== null)!, joined };
}

function nearestPair(branches: readonly (Branch | null)[], squares: readonly Float64Array[]): [number, number] {
	let nearest: [number, number] = [0, 0];
	let least = Infinity;
	for (let i = 0; i < branches.length; i++) {
		if (!branches[i]) continue;
		for (let j = i + 1; j < branches.length; j++)
			if (branches[j] && squares[i]![j]! < least) {
				least = squares[i]![j]!;
				nearest = [i, j];
			}
	}
	return nearest;
}

/** Cuts the hierarchy so that `count` clusters are left, each as its leaves; in the order of their lowest numbers. */
export function cutInto(root: Branch, joined: readonly Branch[], count: number): number[][] {
	const later = new Set(joined.slice(Math.max(0, joined.length - (count - 1))));
	const open: Branch[] = [root];
	const clusters: number[][] = [];
	for (let branch = open.pop(); branch; branch = open.pop())
		if (branch.parts && later.has(branch)) open.push(...branch.parts);
		else clusters.push(branch.leaves);
	return clusters.sort((a, b) => a[0]! - b[0]!);
}
