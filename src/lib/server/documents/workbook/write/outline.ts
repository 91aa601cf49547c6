import type { Instrument, Text } from '#lib/domain/instrument/types.ts';
import { nearestDouble } from '#lib/domain/scoring/exact.ts';
import { prepare } from '#lib/domain/scoring/prepare.ts';
import { type ScoredParent, scoreParent } from '#lib/domain/scoring/score.ts';
import type { Answers } from '#lib/domain/scoring/types.ts';

/** A row of the calculation: a domain, an aspect or an indicator. */
export interface OutlineRow {
	kind: 'domain' | 'aspect' | 'indicator';
	code: string;
	name: Text;
	weight: number;
	gate: boolean;
	/** Number of rows below that belong to it, those of its aspects included. */
	below: number;
	/** The children are aspects, which have an index of their own. */
	hasAspects: boolean;
}

/** Lists the instrument as rows: every domain before its content, every aspect before its indicators. */
export function outlineOf(instrument: Instrument): OutlineRow[] {
	return instrument.domains.flatMap((domain) => {
		const held = domain.aspects
			? domain.aspects.flatMap((aspect): OutlineRow[] => [
					{ ...part('aspect', aspect), below: aspect.indicators.length },
					...aspect.indicators.map((indicator) => part('indicator', indicator))
				])
			: domain.indicators.map((indicator) => part('indicator', indicator));
		return [{ ...part('domain', domain), below: held.length, hasAspects: domain.aspects !== null }, ...held];
	});
}

function part(
	kind: OutlineRow['kind'],
	{ code, name, weight, gate = false }: { code: string; name: Text; weight: number; gate?: boolean }
): OutlineRow {
	return { kind, code, name, weight, gate, below: 0, hasAspects: false };
}

/** Index and completeness, 0 to 1, as the app has them; null where nothing has a value, or nothing applies. */
export interface ParentValue {
	index: number | null;
	completeness: number | null;
}

/** Calculates the app's values of every parent, by kind and code (`domain A`); the whole is `instrument CODE`. */
export function parentValues(instrument: Instrument, answers: Answers): Map<string, ParentValue> {
	const values = new Map<string, ParentValue>();
	const visit = ({ node, value, completeness, parents }: ScoredParent) => {
		values.set(`${node.kind} ${node.code}`, {
			index: value && nearestDouble(value),
			completeness: completeness && nearestDouble(completeness)
		});
		parents.forEach(visit);
	};
	visit(scoreParent(prepare(instrument).root, answers));
	return values;
}
