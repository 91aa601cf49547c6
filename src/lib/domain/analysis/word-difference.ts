/** A stretch of two texts: in both, only in the earlier, or only in the later. */
export interface Stretch {
	text: string;
	part: 'both' | 'before' | 'after';
}

/** Compares two texts word by word, by the longest common subsequence of their words, so that as little as possible
 *  counts as changed. Joined without `after` the stretches are the earlier text, without `before` the later one. Takes
 *  time and memory by the product of the numbers of words. */
export function wordDifference(before: string, after: string): Stretch[] {
	const [a, b] = [wordsOf(before), wordsOf(after)];
	const common = commonLengths(a, b);
	const stretches: Stretch[] = [];
	const add = (text: string, part: Stretch['part']) => {
		const last = stretches.at(-1);
		if (last?.part === part) last.text += text;
		else stretches.push({ text, part });
	};
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			add(a[i++]!, 'both');
			j++;
		} else if (j === b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) add(a[i++]!, 'before');
		else add(b[j++]!, 'after');
	}
	return stretches;
}

/** Words, each with the space that follows it. */
function wordsOf(text: string): string[] {
	return text.match(/\s*\S+\s*/g) ?? [];
}

/** Number of words that the rests of both have in common, by the places where the rests begin. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
	const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
	return lengths;
}
