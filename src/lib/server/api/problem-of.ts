import { Problem } from './problem.ts';

/** Outcome of a change that was not made; `current` stands in a conflict. */
interface Refusal {
	kind: string;
	current?: { version: number } | null;
}

type OfKind<R, Kind> = R extends { kind: infer Kinds } ? (Kind extends Kinds ? R & { kind: Kind } : never) : never;

/** Problems of the refusals that have no common sentence for all calls. */
type Own<R extends Refusal> = {
	[Kind in Exclude<R['kind'], 'forbidden' | 'conflict'>]: (refusal: OfKind<R, Kind>) => Problem;
};

/** Gives the problem document of a change that was not made, for all calls.
 *  @param own missing thing, fault or obstacle, by kind; none may be left out
 *  @returns problem to be thrown */
export function problemOf<R extends Refusal>(refusal: R, own: Own<R>): Problem {
	const { kind, current = null } = refusal;
	if (kind === 'forbidden') return new Problem('forbidden', {});
	if (kind === 'conflict') return new Problem('stale_version', { version: current?.version ?? 0 }, { current });
	return (own as Record<string, (refusal: never) => Problem>)[kind]!(refusal as never);
}
