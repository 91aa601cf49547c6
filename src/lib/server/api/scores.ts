import { createHash } from 'node:crypto';
import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { listScored } from '#lib/server/rounds/assessment/results.ts';
import type { Result } from '#lib/domain/analysis/result.ts';
import { type Reach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { type CsvCell, writeCsv } from '#lib/server/foundation/tables/write-csv.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

export interface ScoresChoice {
	track: Track | 'official';
	unit: 'region' | 'agency';
}

interface ScoresBody {
	/** JSON in UTF-8. */
	body: Uint8Array<ArrayBuffer>;
	etag: string;
}

/** Bodies that are kept: more readers at once are rare, and a body that falls out is made again. */
const MOST_BODIES = 500;

const kept = keeper<ScoresBody>(MOST_BODIES);

/** Gives the scores of a round as JSON, with its tag. Kept as long as the round's revision stands: nearly every call
 *  finds it made. The viewer's reach is part of the key, so nobody is given another's list. */
export function scoresBody(db: Db, viewer: Viewer, round: Round, choice: ScoresChoice): ScoresBody {
	const reach = reachKey(reachOf(db, viewer, 'assessment.read', round));
	const of = [round.id, choice.track, choice.unit, reach].join('|');
	return kept(db, { of, at: round.revision }, () => {
		const scores = listScored({ db, actor: viewer }, round, choice.unit, choice.track).map(({ result }) => result);
		const body = new TextEncoder().encode(JSON.stringify({ round: round.code, track: choice.track, scores }));
		return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
	});
}

function reachKey({ all, regions, agencyRegions, agencies }: Reach): string {
	return all ? 'all' : [regions, agencyRegions, agencies].map((codes) => [...codes].sort().join(',')).join(';');
}

/** Gives the same scores as a table: one row a region or agency, one column a domain and a gate; unrounded, empty =
 *  none.
 *  @param choice.for what the table is for; programs when left out */
export function scoresCsv(db: Db, viewer: Viewer, round: Round, choice: ScoresChoice & { for?: CsvUse }): string {
	const results = listScored({ db, actor: viewer }, round, choice.unit, choice.track).map(({ result }) => result);
	const domains = codesOf(results, 'domains');
	const gates = codesOf(results, 'gates');
	const rows = results.map((result): Record<string, CsvCell> => ({
		round: round.code,
		region_code: result.region.code,
		region_name: result.region.name,
		region_type: result.region.type,
		agency: result.agency?.name,
		status: result.status,
		track: result.track,
		index: result.index,
		provisional: result.provisional,
		completeness: result.completeness,
		predicate: result.predicate,
		readiness_class: result.readinessClass,
		...Object.fromEntries(domains.map((code) => [`domain_${code}`, result.domains[code]])),
		...Object.fromEntries(gates.map((code) => [`gate_${code}`, result.gates[code]])),
		...Object.fromEntries(BASIS.map((word) => [`basis_${word}`, result.basis[word]]))
	}));
	const columns = [
		...SCORE_COLUMNS,
		...domains.map((code) => `domain_${code}`),
		...gates.map((code) => `gate_${code}`),
		...BASIS.map((word) => `basis_${word}`)
	];
	return writeCsv({ columns, rows }, choice.for);
}

const SCORE_COLUMNS = [
	...['round', 'region_code', 'region_name', 'region_type', 'agency', 'status', 'track', 'index'],
	...['provisional', 'completeness', 'predicate', 'readiness_class']
];

const BASIS = ['final', 'assessor', 'self', 'none'] as const;

function codesOf(results: readonly Result[], part: 'domains' | 'gates'): string[] {
	return [...new Set(results.flatMap((result) => Object.keys(result[part])))].sort();
}
