/** Makes a result of each item and yields them in order, while the next ones are already under way. A caller that
 *  stops listening, or is told of a failure, goes on when nothing is under way any more.
 *  @param atOnce items under way at most
 *  @throws the error of `make`, at the place of the item that failed */
export async function* inOrder<T, R>(
	all: readonly T[],
	atOnce: number,
	make: (each: T) => Promise<R>
): AsyncGenerator<R, void> {
	const under = new Map<number, Promise<R>>();
	let next = 0;
	const begin = () => {
		if (next === all.length) return;
		const made = make(all[next]!);
		made.catch(() => undefined); // a failure is told when its turn comes
		under.set(next++, made);
	};
	try {
		for (let n = 0; n < atOnce; n++) begin();
		for (const at of all.keys()) {
			const made = await under.get(at)!;
			under.delete(at);
			begin();
			yield made;
		}
	} finally {
		await Promise.allSettled(under.values());
	}
}
