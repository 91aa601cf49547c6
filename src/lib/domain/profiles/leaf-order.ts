import type { Branch } from './dendrogram.ts';

/** Shortest ways between all pairs of leaves: the way from one to the other through all leaves of the smallest branch
 *  that holds both. One table serves all branches, because a pair has one such branch only. */
interface Ways {
	length: Float64Array;
	/** Leaf at which that way leaves the part that it begins in. */
	exit: Int32Array;
	/** Leaf at which it enters the other part. */
	entry: Int32Array;
}

/** Finds the order of the leaves, among all that the hierarchy allows, in which neighbours lie nearest together:
 *  optimal leaf ordering after Bar-Joseph, Gifford and Jaakkola (2001). Of equally short orders, the first found in the
 *  order of the numbers is taken.
 *  @param distances symmetric, those that the hierarchy was made from */
export function leafOrder(root: Branch, distances: readonly Float64Array[]): number[] {
	if (!root.parts) return [...root.leaves];
	const size = distances.length;
	const ways: Ways = {
		length: new Float64Array(size * size),
		exit: new Int32Array(size * size),
		entry: new Int32Array(size * size)
	};
	for (const branch of fromBelow(root)) if (branch.parts) findWays(...branch.parts, ways, distances);
	let best: [number, number] = [0, 0];
	let least = Infinity;
	for (const from of root.parts[0].leaves)
		for (const to of root.parts[1].leaves)
			if (ways.length[from * size + to]! < least) [least, best] = [ways.length[from * size + to]!, [from, to]];
	return walk(root, best, ways, size);
}

/** Branches with their parts before them, without recursion: a hierarchy may be as deep as it has leaves. */
function fromBelow(root: Branch): Branch[] {
	const open = [root];
	const order: Branch[] = [];
	for (let branch = open.pop(); branch; branch = open.pop()) {
		order.push(branch);
		if (branch.parts) open.push(...branch.parts);
	}
	return order.reverse();
}

/** Leaves at which a way through the branch may begin, each list with the leaves at which it then ends. */
function sides({ leaves, parts }: Branch): [begin: number[], end: number[]][] {
	if (!parts) return [[leaves, leaves]];
	const [first, second] = parts;
	return [
		[first.leaves, second.leaves],
		[second.leaves, first.leaves]
	];
}

function findWays(first: Branch, second: Branch, ways: Ways, distances: readonly Float64Array[]): void {
	const size = distances.length;
	const { length, exit, entry } = ways;
	const reach = new Float64Array(size);
	const left = new Int32Array(size);
	for (const [begins, exits] of sides(first))
		for (const from of begins) {
			for (const into of second.leaves) {
				// the shortest way from `from` through the first part and on to `into`
				let best = Infinity;
				for (const out of exits) {
					const whole = length[from * size + out]! + distances[out]![into]!;
					if (whole < best) [best, left[into]] = [whole, out];
				}
				reach[into] = best;
			}
			for (const [ends, entries] of sides(second))
				for (const to of ends) {
					let best = Infinity;
					let chosen = to;
					for (const into of entries) {
						const whole = reach[into]! + length[into * size + to]!;
						if (whole < best) [best, chosen] = [whole, into];
					}
					length[from * size + to] = length[to * size + from] = best;
					exit[from * size + to] = entry[to * size + from] = left[chosen]!;
					entry[from * size + to] = exit[to * size + from] = chosen;
				}
		}
}

function walk(root: Branch, [from, to]: [number, number], { exit, entry }: Ways, size: number): number[] {
	const open: { branch: Branch; from: number; to: number }[] = [{ branch: root, from, to }];
	const order: number[] = [];
	for (let step = open.pop(); step; step = open.pop()) {
		const { branch } = step;
		if (!branch.parts) {
			order.push(branch.leaves[0]!);
			continue;
		}
		const at = step.from * size + step.to;
		const isForward = branch.parts[0].leaves.includes(step.from);
		const [first, second] = isForward ? branch.parts : [branch.parts[1], branch.parts[0]];
		open.push({ branch: second, from: entry[at]!, to: step.to }, { branch: first, from: step.from, to: exit[at]! });
	}
	return order;
}
