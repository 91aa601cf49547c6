import { expect, test } from 'vitest';
import { DOCUMENTS_OF_ONE, inLane, LaneFull, onBehalfOf, refuseWaiting } from './lanes.ts';

/** Work that is over when it is told so. */
function work(begun: string[], name: string) {
	let end!: () => void;
	const ended = new Promise<void>((resolve) => (end = resolve));
	return {
		end,
		do: async () => {
			begun.push(name);
			await ended;
			return name;
		}
	};
}

/** Lets all go on that can. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a slow piece of work holds up its own person on its own lane, and nobody else', async () => {
	const begun: string[] = [];
	const slow = work(begun, 'slow file');
	const held = inLane('inspect', slow.do, 'ani');
	const next = inLane('inspect', () => Promise.resolve('next file'), 'ani');
	await expect(inLane('inspect', () => Promise.resolve('file'), 'budi')).resolves.toBe('file');
	await expect(inLane('document', () => Promise.resolve('document'), 'ani')).resolves.toBe('document');
	await expect(inLane('plan', () => Promise.resolve('plan'), 'ani')).resolves.toBe('plan');
	slow.end();
	expect(await Promise.all([held, next])).toEqual(['slow file', 'next file']);
});

test('whoever asks beside a whole folder of documents does not wait for it', async () => {
	const begun: string[] = [];
	const folder = Array.from({ length: 10 }, (_, n) => work(begun, `folder ${n}`));
	const all = folder.map((each) => onBehalfOf('ani', () => inLane('document', each.do)));
	await settle();
	expect(begun).toHaveLength(DOCUMENTS_OF_ONE);
	await expect(onBehalfOf('budi', () => inLane('document', () => Promise.resolve('own')))).resolves.toBe('own');
	for (const { end } of folder) end();
	await Promise.all(all);
});

test('people take turns, each with what they asked for first', async () => {
	const begun: string[] = [];
	const first = work(begun, 'first');
	const under = inLane('plan', first.do, 'citra');
	const all = ['a1', 'a2', 'a3', 'b1', 'b2'].map((name) =>
		inLane('plan', () => Promise.resolve(begun.push(name)), name[0])
	);
	first.end();
	await Promise.all([under, ...all]);
	expect(begun).toEqual(['first', 'a1', 'b1', 'a2', 'b2', 'a3']);
});

test('what fails is told to the one who asked, and the next one begins', async () => {
	const failing = inLane('plan', () => Promise.reject(new Error('broken')), 'ani');
	const next = inLane('plan', () => Promise.resolve(1), 'ani');
	await expect(failing).rejects.toThrow('broken');
	expect(await next).toBe(1);
});

test('what waits can be refused, all of it or one too many; what is under way goes on', async () => {
	const first = work([], 'first');
	const under = inLane('arrange', first.do);
	const waiting = Array.from({ length: 1_000 }, () => inLane('arrange', () => Promise.resolve('late')));
	await expect(inLane('arrange', () => Promise.resolve('one too many'))).rejects.toThrow(LaneFull);
	refuseWaiting(new Error('the server ends'));
	const told = await Promise.allSettled(waiting);
	expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['rejected']));
	first.end();
	expect(await under).toBe('first');
});
