import Fraction from 'fraction.js';
import type { PreparedIndicator, PreparedParent } from './prepare.ts';
import type { ScoredParent } from './score.ts';
import type { Answers } from './types.ts';

export interface Contribution {
	node: PreparedParent | PreparedIndicator;
	/** Index or level; null = not applicable or without any answer. */
	value: Fraction | null;
	/** Share of the valued weight of the parent, 0 to 1; null = no value, so no part in it. */
	share: Fraction | null;
	/** share × value: its contribution to its parent's index. */
	contribution: Fraction | null;
	/** Contribution to the whole index; those of all indicators add up to it exactly. */
	effective: Fraction | null;
}

export interface ParentContributions {
	node: PreparedParent;
	value: Fraction | null;
	children: Contribution[];
}

const ONE = new Fraction(1);

/** Exact contributions of each child to its parent and to the index; the whole first, then the domains, each followed
 *  by its aspects. A parent without a value is listed too, and so are children without one. */
export function contributions(root: ScoredParent, answers: Answers): ParentContributions[] {
	return walk(root, ONE, answers);
}

/** Lists a parent with all below it.
 *  @param reach the part of the whole index that the parent makes up, 0 to 1; null = it has no value, so none */
function walk(parent: ScoredParent, reach: Fraction | null, answers: Answers): ParentContributions[] {
	const valued = [
		...parent.parents.map(({ node, value }) => ({ node, value })),
		...parent.node.indicators.map((node) => ({ node, value: levelOf(answers[node.code]) }))
	];
	const total = valued.reduce((sum, { node, value }) => (value === null ? sum : sum + node.whole), 0);
	const children = valued.map(({ node, value }): Contribution => {
		if (value === null || reach === null) return { node, value, share: null, contribution: null, effective: null };
		const share = new Fraction(node.whole, total);
		const contribution = share.mul(value);
		return { node, value, share, contribution, effective: contribution.mul(reach) };
	});
	const below = parent.parents.flatMap((child, at) => {
		const share = children[at]?.share ?? null;
		return walk(child, share && reach && share.mul(reach), answers);
	});
	return [{ node: parent.node, value: parent.value, children }, ...below];
}

function levelOf(answer: Answers[string]): Fraction | null {
	return typeof answer === 'number' ? new Fraction(answer) : null;
}
