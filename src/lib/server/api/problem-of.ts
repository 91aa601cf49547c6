import { Problem } from './problem.ts';

/** What a change may end in instead of being made; `current` stands in a conflict. */
interface Refusal {
	kind: string;
	current?: { version: number } | null;
}

type OfKind<R, Kind> = R extends { kind: infer Kinds } ? (Kind extends Kinds ? R & { kind: Kind } : never) : never;

/** The problem of each refusal that no other call says in the same way. */
type Own<R extends Refusal> = {
	[Kind in Exclude<R['kind'], 'forbidden' | 'conflict'>]: (refusal: OfKind<R, Kind>) => Problem;
};

/** The problem document of a change that was not made, for all calls.
 *  @param own what is missing, at fault or in the way, by kind; none may be left out
 *  @returns to be thrown */
export function problemOf<R extends Refusal>(refusal: R, own: Own<R>): Problem {
	const { kind, current = null } = refusal;
	if (kind === 'forbidden') return new Problem('forbidden', {});
	if (kind === 'conflict') return new Problem('stale_version', { version: current?.version ?? 0 }, { current });
	return (own as Record<string, (refusal: never) => Problem>)[kind]!(refusal as never);
}
