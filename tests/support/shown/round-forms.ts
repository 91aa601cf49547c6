import { parse } from 'csv-parse/sync';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { renderWord } from '#lib/server/documents/word/render-word.ts';
import { collectRoundWorkbook } from '#lib/server/documents/workbook/gather/collect-workbook.ts';
import { makeWorkbook } from '#lib/server/documents/workbook/print/make-workbook.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listScored } from '#lib/server/rounds/assessment/results.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { callApi } from '../call-api.ts';
import { DEMO_NOW } from '../demo-database.ts';
import { type ReadSheet, readWorkbook } from '../read-workbook.ts';
import { renderRoute } from '../render-route.ts';
import { PEOPLE } from '../small-round.ts';
import { pdfText, wordText } from './document-text.ts';
import type { Figures, Forms } from './figures.ts';
import { fromProvinceReport, fromProvinceSummary } from './province-report.ts';
import { fromMapPage, fromRobustnessPage } from './round-pages.ts';
import { numberOf } from './values.ts';

/** The two tables that the API gives of a round. */
export interface RoundTables {
	/** Rows by codes of regions. */
	scores: Map<string, Record<string, string>>;
	/** Export, one row an answer. */
	exported: Record<string, string>[];
}

/** Forms that are read once of a round and tell of all its regions. */
export interface RoundForms extends RoundTables {
	round: Round;
	instrument: Instrument;
	regions: Region[];
	workbook: ReadonlyMap<string, ReadSheet>;
	/** Figures of each region, by its code. */
	of: Record<string, Forms>;
	/** Figures of the whole. */
	whole: Forms;
}

export const asking = { now: DEMO_NOW, locale: 'id' as const };

/** Renders a page of a round as an administrator gets it.
 *  @param page folder below the round's */
export function roundPage(db: Db, round: string, page: string, rest: { query?: string; params?: object } = {}) {
	const params = { round, ...rest.params };
	const path = page
		.replace(/^\(map\)$/, '')
		.replace(/\[(\w+)(?:=\w+)?\]/g, (_all, name: string) => params[name as 'round']);
	const address = `/rounds/${round}/${path}${rest.query ?? ''}`;
	return renderRoute({ db, viewer: PEOPLE.admin, route: `rounds/[round]/${page}`, params, address });
}

/** Reads a table of the API as rows of named cells. */
async function apiTable(db: Db, address: string): Promise<Record<string, string>[]> {
	const { text } = await callApi(db, address, { viewer: PEOPLE.admin });
	return parse(text, { columns: true, bom: true });
}

/** Reads the tables of the API of a round. */
export async function roundTables(db: Db, code: string): Promise<RoundTables> {
	const scores = await apiTable(db, `/rounds/${code}/scores.csv`);
	return {
		scores: new Map(scores.map((row) => [row.region_code!, row])),
		exported: await apiTable(db, `/rounds/${code}/export.csv`)
	};
}

/** Reads the forms that show all regions of a round. The report comes first: the pages show ranks once it has worked
 *  them out. */
export async function roundForms(db: Db, code: string): Promise<RoundForms> {
	const round = findRound(db, code)!;
	const { instrument } = roundInstrument(db, round, 'region');
	const regions = listScored({ db, actor: PEOPLE.admin }, round).map(({ region }) => region);
	const report = await collectProvinceReport(db, round, DEMO_NOW, { withEvidence: true });
	const [pdf, word, book] = await Promise.all([
		renderPdf('province', report),
		renderWord({ kind: 'province', data: report, locale: 'id' }),
		makeWorkbook(await collectRoundWorkbook(db, PEOPLE.admin, round, asking), 'id')
	]);
	const texts = { Pdf: await pdfText(pdf), Word: wordText(word) };
	const map = fromMapPage(await roundPage(db, code, '(map)'));
	const robust = fromRobustnessPage(await roundPage(db, code, 'robustness'));
	const printed = Object.entries(texts).map(
		([form, text]) => [form, fromProvinceReport(instrument, regions, text)] as const
	);
	const formsOf = (region: Region): Forms => ({
		map: map.regions[region.code] ?? {},
		robustness: robust[shortName(region)] ?? {},
		...Object.fromEntries(
			printed.flatMap(([form, shown]): [string, Figures][] => [
				[`${form.toLowerCase()}Ranking`, shown[region.code]!.ranking],
				[`${form.toLowerCase()}Province`, shown[region.code]!.page]
			])
		)
	});
	return {
		round,
		instrument,
		regions,
		...(await roundTables(db, code)),
		workbook: readWorkbook(book),
		of: Object.fromEntries(regions.map((region) => [region.code, formsOf(region)])),
		whole: {
			map: map.round,
			pdfProvince: fromProvinceSummary(instrument, texts.Pdf),
			wordProvince: fromProvinceSummary(instrument, texts.Word)
		}
	};
}

/** A row of the table of results, as the API's own values. */
export function valuesOf(instrument: Instrument, row: Record<string, string>) {
	return {
		index: numberOf(row.index),
		basis: { self: Number(row.basis_self) },
		provisional: row.provisional === 'true',
		completeness: Number(row.completeness),
		predicate: row.predicate || null,
		readinessClass: row.readiness_class || null,
		domains: Object.fromEntries(instrument.domains.map(({ code }) => [code, numberOf(row[`domain_${code}`])]))
	};
}
