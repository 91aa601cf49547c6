import { AsyncLocalStorage } from 'node:async_hooks';
import { availableParallelism } from 'node:os';

/** Bounds of a lane. */
interface Bounds {
	/** Pieces of work under way at the same time. */
	atOnce: number;
	/** Pieces of one person under way, so that nobody has to wait for all that somebody else asked for. */
	ofOne: number;
	/** Pieces that wait; a further one is refused. */
	waiting: number;
}

/** Documents of one person that are laid out at the same time: a process for each, of some 350 MB while it works. */
export const DOCUMENTS_OF_ONE = Math.min(2, availableParallelism());

/** All heavy work, each kind on a lane of its own: none waits for another kind. */
const LANES = {
	/** Files of evidence; a hostile one takes its 30 seconds. */
	inspect: { atOnce: 3, ofOne: 1, waiting: 1_000 },
	plan: { atOnce: 1, ofOne: 1, waiting: 1_000 },
	/** Robustness: in place of persons its turns go by rounds, of which one is simulated at a time. */
	simulate: { atOnce: 2, ofOne: 1, waiting: 1_000 },
	arrange: { atOnce: 1, ofOne: 1, waiting: 1_000 },
	/** PDF, Word and workbook; one place is left for a reader who asks beside a folder of reports. */
	document: { atOnce: DOCUMENTS_OF_ONE + 1, ofOne: DOCUMENTS_OF_ONE, waiting: 1_000 }
} as const satisfies Record<string, Bounds>;

export type LaneName = keyof typeof LANES;

/** Error of a lane where too much waits already. */
export class LaneFull extends Error {}

interface Waiting {
	begin: () => Promise<unknown>;
	refuse: (error: Error) => void;
}

type Person = string | symbol;

/** Work that waits for its turn: first come first served of one person, and one person after the other. */
class Lane {
	readonly bounds: Bounds;
	/** Waiting work by person; the person whose turn is next comes first. */
	readonly waiting = new Map<Person, Waiting[]>();
	readonly under = new Map<Person, number>();

	constructor(bounds: Bounds) {
		this.bounds = bounds;
	}

	add(person: Person, work: Waiting): void {
		if (sum(this.waiting, ({ length }) => length) >= this.bounds.waiting) {
			work.refuse(new LaneFull('too much work is waiting'));
			return;
		}
		this.waiting.set(person, [...(this.waiting.get(person) ?? []), work]);
		this.go();
	}

	private go(): void {
		while (sum(this.under, (count) => count) < this.bounds.atOnce) {
			const next = [...this.waiting].find(([person]) => this.underOf(person) < this.bounds.ofOne);
			if (!next) return;
			const [person, [work, ...others]] = next;
			this.waiting.delete(person);
			if (others.length > 0) this.waiting.set(person, others); // behind everybody else
			this.under.set(person, this.underOf(person) + 1);
			void work!.begin().finally(() => {
				const left = this.underOf(person) - 1;
				if (left > 0) this.under.set(person, left);
				else this.under.delete(person);
				this.go();
			});
		}
	}

	private underOf(person: Person): number {
		return this.under.get(person) ?? 0;
	}
}

function sum<T>(of: ReadonlyMap<Person, T>, count: (each: T) => number): number {
	return [...of.values()].reduce((all, each) => all + count(each), 0);
}

const lanes = Object.fromEntries(Object.entries(LANES).map(([name, bounds]) => [name, new Lane(bounds)])) as Record<
	LaneName,
	Lane
>;

const persons = new AsyncLocalStorage<string>();

/** Does work in the name of a person: its pieces on lanes share that person's turn. */
export function onBehalfOf<T>(person: string, work: () => T): T {
	return persons.run(person, work);
}

/** Does heavy work when its turn comes.
 *  @param person id of the person it is done for; without one it waits for nobody's other work
 *  @throws LaneFull; the error of the work; the error that `refuseWaiting` is given */
export function inLane<T>(lane: LaneName, work: () => Promise<T>, person = persons.getStore()): Promise<T> {
	return new Promise<T>((resolve, refuse) => {
		const begin = async () => {
			try {
				resolve(await work());
			} catch (error) {
				refuse(error as Error);
			}
		};
		lanes[lane].add(person ?? Symbol(), { begin, refuse });
	});
}

/** Refuses all waiting work, on every lane. */
export function refuseWaiting(error: Error): void {
	for (const { waiting } of Object.values(lanes)) {
		const all = [...waiting.values()].flat();
		waiting.clear();
		for (const { refuse } of all) refuse(error);
	}
}
