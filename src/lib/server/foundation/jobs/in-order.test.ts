import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const NUMBERS = [...Array(9).keys()];

/** Work that ends when it is told to, and what of it is under way. */
function heldWork() {
	const under = new Map<number, (outcome: 'done' | 'failed') => void>();
	const make = (each: number) =>
		new Promise<string>((resolve, reject) => {
			under.set(each, (outcome) => {
				under.delete(each);
				if (outcome === 'done') resolve(`made ${each}`);
				else reject(new Error(`${each} failed`));
			});
		});
	return { under, make };
}

test('everything comes, in order, whichever is ready first', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 4 }), async (turns, atOnce) => {
			const made: number[] = [];
			const all = turns.map((turnsToWait, at) => ({ turnsToWait, at }));
			const make = async ({ turnsToWait, at }: (typeof all)[number]) => {
				for (let n = 0; n < turnsToWait; n++) await Promise.resolve();
				return at;
			};
			for await (const at of inOrder(all, atOnce, make)) made.push(at);
			expect(made).toEqual(turns.map((_, at) => at));
		})
	);
});

test('no more are under way than was asked for, and no fewer while there are any', async () => {
	const { under, make } = heldWork();
	const results = inOrder(NUMBERS, 3, make);
	const first = results.next();
	expect([...under.keys()]).toEqual([0, 1, 2]);
	under.get(1)!('done');
	under.get(0)!('done');
	expect(await first).toEqual({ done: false, value: 'made 0' });
	expect([...under.keys()]).toEqual([2, 3]);
	expect(await results.next()).toEqual({ done: false, value: 'made 1' });
	expect([...under.keys()]).toEqual([2, 3, 4]);
});

test('a failure is told in its turn, when nothing is under way any more', async () => {
	const { under, make } = heldWork();
	const results = inOrder(NUMBERS, 2, make);
	const first = results.next();
	under.get(1)!('failed');
	under.get(0)!('done');
	expect((await first).value).toBe('made 0');
	let isTold = false;
	const told = expect(results.next().finally(() => (isTold = true))).rejects.toThrow('1 failed');
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(isTold).toBe(false);
	under.get(2)!('done');
	await told;
});

test('whoever stops listening goes on when nothing is under way any more', async () => {
	const { under, make } = heldWork();
	const results = inOrder(NUMBERS, 2, make);
	const first = results.next();
	under.get(0)!('done');
	await first;
	let hasLeft = false;
	const left = results.return().then(() => (hasLeft = true));
	under.get(1)!('done');
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(hasLeft).toBe(false);
	under.get(2)!('failed');
	await left;
});
