import type { Instrument } from '#lib/domain/instrument/types.ts';
import { byCode, type Figures, NONE, NOT_FOUND } from './figures.ts';
import { literal } from './html.ts';
import { indicators } from './instrument-parts.ts';
import { comparedOf, standingsOf } from './region-report.ts';

type Region = { code: string; name: string };

/** Figures of the province's report with its count of evidence, from the text of PDF or Word: each region by its
 *  code. */
export function fromProvinceReport(
	instrument: Instrument,
	regions: readonly Region[],
	text: string
): Record<string, { ranking: Figures; page: Figures }> {
	const ranking = text.slice(text.lastIndexOf('Peringkat kabupaten dan kota No.'), text.lastIndexOf('* sementara:'));
	const tally = text.slice(text.lastIndexOf('Bukti dukung setiap wilayah Wilayah'));
	const pages = pagesOf(regions, text);
	return Object.fromEntries(
		regions.map(({ code, name }) => [
			code,
			{
				ranking: { ...rankOf(instrument, name, ranking), ...tallyOf(name, tally) },
				page: pageOf(instrument, pages.get(code) ?? '')
			}
		])
	);
}

/** Text of each region's page by code: it begins at its name with its index, in order of the codes. */
function pagesOf(regions: readonly Region[], text: string): Map<string, string> {
	const starts = regions.map(({ name }) => {
		const heads = [
			...text.matchAll(new RegExp(`${literal(name)} (?:Keterangan Nilai Indeks )?(?:\\d,\\d\\d|–) `, 'g'))
		];
		return (
			heads.findLast(({ index }) => text.slice(index, index + 1200).includes('Perubahan sejak putaran'))?.index ?? 0
		);
	});
	return new Map(regions.map(({ code }, at) => [code, text.slice(starts[at], starts[at + 1])]));
}

function rankOf(instrument: Instrument, name: string, ranking: string): Figures {
	const one = (list: readonly { name: { id: string } }[], none: string) =>
		`(${[...list.map((item) => literal(item.name.id)), none].join('|')})`;
	const row = new RegExp(
		` (\\d+|–) ${literal(name)} (\\d,\\d\\d|–)\\*? ${one(instrument.predicates, '–')} ${one(instrument.classes, 'Belum dinilai')} (\\S+) (\\S+) (\\S+) (\\d+|–) `
	).exec(ranking);
	if (!row) return {};
	const [, rank, index, predicate, readinessClass, change, median, band, group] = row as unknown as string[];
	return {
		index: index!,
		predicate: predicate!,
		class: readinessClass === 'Belum dinilai' ? NONE : readinessClass!,
		change: change!,
		...(rank !== NONE && { rank: rank! }),
		...(median !== NONE && { median: median!, band: band!, group: group! })
	};
}

function tallyOf(name: string, tally: string): Figures {
	const [, pieces, answered, supported] =
		new RegExp(` ${literal(name)} (\\S+) (\\d+) (\\d+) (?:[\\d,]+[ \u00a0]%|–) `).exec(tally) ?? [];
	return pieces === undefined
		? { pieces: NOT_FOUND }
		: { pieces, ...(answered !== '0' && { answered: answered!, supported: supported! }) };
}

function pageOf(instrument: Instrument, page: string): Figures {
	const index = /(?:Nilai Indeks |^\S+ [^\d–]+)(\d,\d\d|–) /.exec(page)?.[1] ?? NOT_FOUND;
	return {
		index,
		...comparedOf(page),
		...standingsOf(instrument, page),
		...planOf(page),
		...byCode('domain', instrument.domains, (code, name) => cells(code, name, page)?.[1] ?? NOT_FOUND),
		...byCode('domainMean', instrument.domains, (code, name) => cells(code, name, page)?.[2] ?? NOT_FOUND),
		...byCode(
			'level',
			indicators(instrument),
			(code) => new RegExp(`[ ,]${code}[ \u00a0](\\d|–|t\\.b\\.)(?=[ ,])`).exec(page)?.[1] ?? NOT_FOUND
		)
	};
}

/** Number of steps of the plan and their effort, before the first of them. */
function planOf(page: string): Figures {
	const [, steps, effort] = /Langkah pertama:? (?:dari|seluruhnya) (\S+) langkah, (\S+) orang-hari/.exec(page) ?? [];
	return steps === undefined ? {} : { planSteps: steps, planEffort: effort! };
}

function cells(code: string, name: string, page: string): RegExpExecArray | null {
	return new RegExp(` ${code} ${literal(name)} (\\d,\\d\\d|–) (\\d,\\d\\d|–)`).exec(page);
}

/** Figures of the whole in the report: mean, classes, means of domains, dates. */
export function fromProvinceSummary(instrument: Instrument, text: string): Figures {
	const summary = text.slice(text.search(/Ringkasan \d,\d\d rata-rata/));
	const [, mean, ranked, regions] = /Ringkasan (\d,\d\d) rata-rata indeks (\d+) dari (\d+)/.exec(summary) ?? [];
	const [, starts, ends] = /berlangsung dari (\d+ \S+ \d{4}) sampai (\d+ \S+ \d{4})\./.exec(summary) ?? [];
	const chart = text.slice(text.lastIndexOf('Sebaran '));
	const [, certain, groups] = /(\d+) wilayah terbagi menjadi (\d+) kelompok/.exec(text) ?? [];
	const [, reached] = /(\d+) dari \d+ kabupaten\/kota mencapai kelas/.exec(text) ?? [];
	const table = summary.indexOf('Kelas Jumlah ');
	const isTable = table >= 0 && table < 1500;
	const classes = isTable ? summary.slice(table) : summary.slice(summary.search(/\d,\d\d – \d,\d\d/));
	const counts = [...instrument.classes.map(({ name }) => name.id), 'Sementara', 'Belum dinilai'].map((name) => {
		const count = new RegExp(isTable ? `${literal(name)} (\\d+) ` : ` (\\d+) ${literal(name)} `);
		return [`classCount ${name}`, count.exec(classes)?.[1] ?? NOT_FOUND];
	});
	const drawn = instrument.classes.flatMap(({ name }) => {
		const count = new RegExp(`${literal(name.id)}: (\\d+)`).exec(chart)?.[1];
		return count === undefined ? [] : [[`classDrawn ${name.id}`, count]];
	});
	return {
		mean: mean ?? NOT_FOUND,
		ranked: ranked ?? NOT_FOUND,
		regions: regions ?? NOT_FOUND,
		starts: starts ?? NOT_FOUND,
		ends: ends ?? NOT_FOUND,
		reached: reached ?? NOT_FOUND,
		groups: groups ?? NOT_FOUND,
		certain: certain ?? NOT_FOUND,
		printed: /Tanggal cetak (\d+ \S+ \d{4})/.exec(text)?.[1] ?? NOT_FOUND,
		...(Object.fromEntries(counts) as Figures),
		...(Object.fromEntries(drawn) as Figures),
		...byCode(
			'domainMean',
			instrument.domains,
			(code, name) => new RegExp(` ${code} ${literal(name)} (\\d,\\d\\d)`).exec(summary)?.[1] ?? NOT_FOUND
		)
	};
}
