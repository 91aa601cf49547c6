import type { Instrument } from '#lib/domain/instrument/types.ts';
import { byCode, type Figures, NOT_FOUND } from './figures.ts';
import { byHead, factsOf, found, markup, plain, tablesOf } from './html.ts';

/** Figures of the page of a published round: each region by its short name, and the whole. */
export function fromPublicRound(
	instrument: Instrument,
	html: string
): { regions: Record<string, Figures>; round: Figures } {
	const page = markup(html);
	const tables = tablesOf(page);
	const table = tables.find(({ head }) => head.includes('Predikat'))!;
	const domains = tables.find(({ head }) => head.includes('Bobot'));
	const text = plain(page);
	const [, moment] = /terbit (.*?[ \u00a0]W[A-Z]+)/.exec(text) ?? [];
	const [, starts, ends] = /, (\d+ \S+ \d{4}) – (\d+ \S+ \d{4}) /.exec(text) ?? [];
	const legend = [
		...page.matchAll(
			/<strong[^>]*>([^<]*)<\/strong>(?:<small.*?<\/small>)?<\/span\s*>\s*<span class="count[^"]*">(\d+)/gs
		)
	];
	return {
		regions: Object.fromEntries(
			table.rows.map((row) => {
				const cells = byHead(table, row);
				return [
					cells['Wilayah']!,
					{
						...(cells['Peringkat'] !== '–' && { rank: cells['Peringkat']! }),
						index: cells['Indeks']!,
						class: cells['Kelas kesiapan']!,
						predicate: cells['Predikat']!,
						...byCode('domain', instrument.domains, (code) => cells[code] ?? NOT_FOUND)
					}
				];
			})
		),
		round: {
			published: moment ?? NOT_FOUND,
			starts: starts ?? NOT_FOUND,
			ends: ends ?? NOT_FOUND,
			mean: factsOf(page)['Rata-rata indeks kabupaten/kota'] ?? NOT_FOUND,
			reached: found(/<p class="figure[^"]*">(\d+)/s, page),
			...Object.fromEntries(legend.map(([, name, count]) => [`classCount ${name}`, count!])),
			...(domains &&
				byCode('domainMean', instrument.domains, (code, name) => cellOf(domains.rows, `${code} ${name}`, 2))),
			...(domains && byCode('weight', instrument.domains, (code, name) => cellOf(domains.rows, `${code} ${name}`, 1)))
		}
	};
}

/** Figures of a region's own page of a publication. */
export function fromPublicRegion(instrument: Instrument, html: string): Figures {
	const page = markup(html);
	const text = plain(page);
	const [, rank, ranked] = /Peringkat (\d+) dari (\d+) kabupaten\/kota\./.exec(text) ?? [];
	const [, mean] = /Rata-rata kabupaten\/kota (\d,\d\d)\./.exec(text) ?? [];
	const [, moment] = /Diterbitkan (.*?[ \u00a0]W[A-Z]+)\./.exec(text) ?? [];
	const rows = tablesOf(page)[0]?.rows ?? [];
	return {
		index: found(/<p class="figure[^"]*">(.*?)<\/p>/s, page),
		class: found(/<span class="(?:class|none)[^>]*>(.*?)<\/span>/s, page),
		predicate: /Predikat ([^.]+)\./.exec(text)?.[1] ?? NOT_FOUND,
		...(rank !== undefined && { rank, ranked: ranked! }),
		mean: mean ?? NOT_FOUND,
		published: moment ?? NOT_FOUND,
		...byCode('domain', instrument.domains, (code, name) => cellOf(rows, `${code} ${name}`, 1)),
		...byCode('domainMean', instrument.domains, (code, name) => cellOf(rows, `${code} ${name}`, 3))
	};
}

function cellOf(rows: readonly string[][], name: string, at: number): string {
	return rows.find(([head]) => head === name)?.[at] ?? NOT_FOUND;
}
