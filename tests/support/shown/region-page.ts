import type { Instrument } from '#lib/domain/instrument/types.ts';
import { byCode, type Figures, NONE, NOT_FOUND } from './figures.ts';
import { byHead, factsOf, found, literal, markup, plain, tablesOf } from './html.ts';
import { indicators, levelIn } from './instrument-parts.ts';

const TRACKS = { mandiri: 'Self', asesor: 'Assessor', pleno: 'Final' };

/** Figures of the page of a region as the server sends it. Without an index it shows only its head. */
export function fromRegionPage(instrument: Instrument, html: string): Figures {
	const page = markup(html);
	const figures = headOf(page);
	const basis = /\(indikator: (.*?)\)\. Angka/.exec(plain(page))?.[1];
	if (figures.index === NONE) return { ...figures, ...blank(instrument) };
	return {
		...figures,
		...ownWord(basis),
		...nextClass(page),
		...domainsOf(instrument, page),
		...indicatorsOf(instrument, page),
		...standings(page),
		...raises(page)
	};
}

/** Number of indicators that a provisional result has by the region's own word, from the sentence on what it rests
 *  on; nothing where there is none. */
export function ownWord(sentence: string | undefined): Figures {
	if (sentence === undefined) return {};
	return { basisSelf: /(\d+) menurut penilaian sendiri/.exec(sentence)?.[1] ?? '0' };
}

function headOf(page: string): Figures {
	const head = page.slice(page.indexOf('<section class="head'));
	const facts = factsOf(head);
	const index = found(/<p class="figure[^"]*">(.*?)<\/p>/s, page);
	const predicate = index === NONE ? NONE : found(/<strong>(.*?)<\/strong>/s, head);
	const readinessClass = found(/<span class="(?:class|none)[^>]*>(.*?)<\/span>/s, page);
	const change = Object.entries(facts).find(([term]) => term.startsWith('Sejak '))?.[1] ?? NOT_FOUND;
	const meaning = found(/<\/span><\/p>\s*<p>(.*?)<\/p>/s, head);
	const [, now = NOT_FOUND, before = NOT_FOUND] = /^(\S+) dari (\S+)$/.exec(change) ?? [];
	const changed: Figures = change.startsWith('Belum dibandingkan') ? { change: NONE } : { change: now, before };
	return {
		index,
		predicate: predicate.startsWith('Belum ada predikat') ? NONE : predicate,
		class: readinessClass === 'Belum ada kelas' ? NONE : readinessClass,
		...(readinessClass !== 'Belum ada kelas' && { meaning }),
		completeness: facts['Terisi'] ?? NOT_FOUND,
		mean: facts['Rata-rata yang dinilai'] ?? NOT_FOUND,
		...changed
	};
}

/** Figures of a region without answers: a sentence stands in the place of all tables. */
function blank(instrument: Instrument): Figures {
	return {
		...byCode('domain', instrument.domains, () => NONE),
		...byCode('level', indicators(instrument), () => NONE)
	};
}

/** Index points missing for the next class, from the list over the table of classes. */
function nextClass(page: string): Figures {
	const path = plain(page.slice(0, page.indexOf('<details>', page.indexOf('menahan kelas'))));
	const [, short, required] = /Indeks kurang (\S+) untuk mencapai (\d,\d\d)\./.exec(path) ?? [];
	return short === undefined ? {} : { short, required: required! };
}

function domainsOf({ domains }: Instrument, page: string): Figures {
	const table = tablesOf(page).find(({ caption }) => caption.startsWith('Bagaimana indeks terbentuk'))!;
	const rows = new Map(table.rows.map((row) => [row[0]!.split(' ')[0], byHead(table, row)]));
	const cell = (head: string) => (code: string) => rows.get(code)?.[head] ?? NOT_FOUND;
	return {
		...byCode('domain', domains, cell('Indeks')),
		...byCode('domainMean', domains, cell('Rata-rata')),
		...(table.head.includes('Perubahan') && byCode('domainChange', domains, cell('Perubahan'))),
		...byCode('weight', domains, cell('Bobot')),
		...byCode('contribution', domains, cell('Sumbangan')),
		sum: table.rows.at(-1)?.at(-1) ?? NOT_FOUND
	};
}

function indicatorsOf(instrument: Instrument, page: string): Figures {
	const part = page.slice(page.indexOf('<section id="domain-'));
	const tables = tablesOf(part);
	const rows = new Map(
		tables.flatMap((table) => table.rows.map((row) => [row[0]!.split(' ')[0]!, byHead(table, row)] as const))
	);
	const all = indicators(instrument);
	const cell = (head: string) => (code: string) => rows.get(code)?.[head] ?? NOT_FOUND;
	const own = [...rows.values()].map((row) => /jalur (\S+)/.exec(row['Tingkat'] ?? '')?.[1]);
	return {
		...byCode('level', all, (code) => levelIn(cell('Tingkat')(code))),
		...byCode('indicatorMean', all, cell('Rata-rata')),
		...byCode('indicatorChange', all, cell('Perubahan')),
		...Object.fromEntries(
			Object.entries(TRACKS).map(([name, track]) => [
				`track ${track}`,
				String(own.filter((one) => one === name).length)
			])
		),
		...byCode('domainHead', instrument.domains, (code, name) =>
			found(new RegExp(`${code} ${literal(name)}</a>\\s*<span>(.*?)</span>`, 's'), part)
		)
	};
}

/** Strengths and gaps: level and mean, told in a line. */
function standings(page: string): Figures {
	const lines = page.matchAll(/<strong>(\w+) [^<]*<\/strong>\s*<br\s*\/?>\s*<span[^>]*>(.*?)<\/span>/gs);
	return Object.fromEntries(
		[...lines].flatMap(([, code, line]) => {
			const [, level, mean] = /^tingkat (\d), rata-rata (\S+)$/.exec(plain(line!)) ?? [];
			return level === undefined ? [] : [[`standing ${code}`, `${level} / ${mean}`]];
		})
	);
}

/** The indicators whose next level adds most. */
function raises(page: string): Figures {
	const table = tablesOf(page).find(({ caption }) => caption.startsWith('Bila hanya satu indikator'));
	return Object.fromEntries(
		(table?.rows ?? []).flatMap(([name, step, gain, after, readinessClass]) => {
			const code = name!.split(' ')[0]!;
			return [
				[`step ${code}`, step!.replace(/^tingkat (\d) ke (\d)$/, '$1 → $2')],
				[`gain ${code}`, gain!],
				[`after ${code}`, after!],
				[`afterClass ${code}`, readinessClass!]
			];
		})
	);
}
