import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import { writeCsv } from '#lib/server/foundation/tables/write-csv.ts';
import type { Heat } from './heat.ts';

/** Writes the heat table as CSV, in the order asked for.
 *  @returns one row a region; indices unrounded, `na` = not applicable, an empty cell = none; a collapsed domain has
 *  its index only; `cluster` counts from 1 in the order of similarity */
export function heatCsv(round: string, { rows, domains, folded, clusters }: Heat, use?: CsvUse): string {
	const clusterOf = new Map(clusters.flatMap(({ members }, at) => members.map(({ code }) => [code, at + 1] as const)));
	const columns = ['round', 'region_code', 'region_name', 'cluster', 'index', 'readiness_class'];
	for (const { code, indicators } of domains)
		columns.push(`domain_${code}`, ...(folded.includes(code) ? [] : indicators.map((indicator) => indicator.code)));
	const written = rows.map((row) => ({
		round,
		region_code: row.code,
		region_name: row.name,
		cluster: clusterOf.get(row.code) ?? null,
		index: row.index,
		readiness_class: row.readinessClass,
		...Object.fromEntries(
			domains.flatMap(({ code, indicators }, at) => [
				[`domain_${code}`, row.domains[at]],
				...indicators.map((indicator, place) => [indicator.code, row.answers[at]![place]])
			])
		)
	}));
	return writeCsv({ columns, rows: written, marked: true }, use);
}
