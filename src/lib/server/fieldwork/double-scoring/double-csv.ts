import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import { writeCsv } from '#lib/server/foundation/tables/write-csv.ts';
import type { ComparedItem } from './results.ts';

const COLUMNS = [
	'round',
	'sample',
	'seed',
	'region_code',
	'region_name',
	'indicator',
	'first_assessor',
	'first_level',
	'second_assessor',
	'second_level',
	'second_justification'
] as const;

/** Every item of a sample with both scores, `na` where an indicator does not apply, empty where there is none yet. */
export function doubleCsv(round: string, seed: string, items: readonly ComparedItem[], use?: CsvUse): string {
	const rows = items.map(({ sampleId, region, indicator, first, second }) => ({
		round,
		sample: sampleId,
		seed,
		region_code: region.code,
		region_name: region.name,
		indicator,
		first_assessor: first?.name ?? '',
		first_level: first?.value ?? '',
		second_assessor: second.name,
		second_level: second.value ?? '',
		second_justification: second.justification
	}));
	return writeCsv({ columns: COLUMNS, rows, marked: true }, use);
}
