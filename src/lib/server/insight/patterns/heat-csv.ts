import { stringify } from 'csv-stringify/sync';
import type { Heat } from './heat.ts';

/** Writes the heat table as CSV, in the order asked for, with a mark that tells spreadsheets it is UTF-8, and no
 *  cell that one would take for a formula.
 *  @returns one row a region; indices unrounded, `na` = not applicable, an empty cell = none; a collapsed domain has
 *  its index only; `cluster` counts from 1 in the order of similarity */
export function heatCsv(round: string, { rows, domains, folded, clusters }: Heat): string {
	const clusterOf = new Map(clusters.flatMap(({ members }, at) => members.map(({ code }) => [code, at + 1] as const)));
	const columns = ['round', 'region_code', 'region_name', 'cluster', 'index', 'readiness_class'];
	for (const { code, indicators } of domains)
		columns.push(`domain_${code}`, ...(folded.includes(code) ? [] : indicators.map((indicator) => indicator.code)));
	return stringify(
		rows.map((row) => ({
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
		})),
		{ header: true, bom: true, escape_formulas: true, columns }
	);
}
