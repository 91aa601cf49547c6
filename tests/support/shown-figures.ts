// What a reader finds in each form of a region's result, read back from the form itself and not from the data behind it.
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { Calculator } from './evaluate-formulas.ts';
import type { ReadSheet } from './read-workbook.ts';
import { unescapeXml, unzipTexts } from './unzip.ts';

/** Figures as they are shown in Indonesian; `–` = none or unanswered, `t.b.` = not applicable. */
export interface ShownFigures {
	index: string;
	predicate: string;
	readinessClass: string;
	/** By domain code. */
	domains: Record<string, string>;
	/** By indicator code. */
	levels: Record<string, string>;
}

const NONE = '–';
const NOT_APPLICABLE = 't.b.';

/** Every place where the forms do not say the same, as `pdf: A1 3, not 4`. */
export function differences(forms: Record<string, ShownFigures>): string[] {
	const [first, ...others] = Object.entries(forms).map(([form, figures]) => [form, flat(figures)] as const);
	return others.flatMap(([form, figures]) => {
		const keys = new Set([...Object.keys(first![1]), ...Object.keys(figures)]);
		return [...keys]
			.filter((key) => figures[key] !== first![1][key])
			.map((key) => `${form}: ${key} ${figures[key]}, not ${first![1][key]}`);
	});
}

function flat({ index, predicate, readinessClass, domains, levels }: ShownFigures): Record<string, string> {
	const coded = (kind: string, values: Record<string, string>) =>
		Object.fromEntries(Object.entries(values).map(([code, value]) => [`${kind} ${code}`, value]));
	return { index, predicate, class: readinessClass, ...coded('domain', domains), ...coded('level', levels) };
}

/** Unrounded figures and codes, of the API or a table, shown as a reader of Indonesian would be shown them. */
export function fromValues(
	instrument: Instrument,
	values: {
		index: number | null;
		predicate: string | null;
		readinessClass: string | null;
		domains: Record<string, number | null | undefined>;
	},
	answers: readonly { indicator: string; track: string; level: number | null; notApplicable: boolean }[]
): ShownFigures {
	const name = (list: readonly { code: string; name: { id: string } }[], code: string | null) =>
		list.find((item) => item.code === code)?.name.id ?? NONE;
	const official = new Map<string, string>();
	for (const track of ['self', 'assessor', 'final'])
		for (const answer of answers)
			if (answer.track === track && (answer.notApplicable || answer.level !== null))
				official.set(answer.indicator, answer.notApplicable ? NOT_APPLICABLE : String(answer.level));
	return {
		index: formatIndex(values.index, 'id'),
		predicate: name(instrument.predicates, values.predicate),
		readinessClass: name(instrument.classes, values.readinessClass),
		domains: byCode(instrument.domains, (code) => formatIndex(values.domains[code] ?? null, 'id')),
		levels: byCode(indicators(instrument), (code) => official.get(code) ?? NONE)
	};
}

/** The page of a region as the server sends it. A region without any answer is told so in a sentence. */
export function fromPage(instrument: Instrument, html: string): ShownFigures {
	const page = html.replace(/<!--.*?-->/gs, '').replace(/<svg.*?<\/svg>/gs, '');
	const found = (pattern: RegExp, part = page) => plain(pattern.exec(part)?.[1] ?? '?');
	const tables = page.slice(page.indexOf('<section id="domain-'));
	const head = page.slice(page.indexOf('<section class="head'));
	const index = found(/<p class="figure[^"]*">(.*?)<\/p>/s);
	const isEmpty = page.includes('Belum ada yang dapat ditampilkan');
	const predicate = index === NONE ? NONE : plain(/<strong>(.*?)<\/strong>/s.exec(head)?.[1] ?? '?');
	const readinessClass = found(/<span class="(?:class|none)[^>]*>(.*?)<\/span>/s);
	return {
		index,
		predicate: predicate.startsWith('Belum ada predikat') ? NONE : predicate,
		readinessClass: readinessClass === 'Belum ada kelas' ? NONE : readinessClass,
		domains: byCode(instrument.domains, (code) =>
			isEmpty ? NONE : found(new RegExp(`href="#domain-${code}".*?</th>\\s*<td[^>]*>(.*?)</td>`, 's'))
		),
		levels: byCode(indicators(instrument), (code) => {
			if (isEmpty) return NONE;
			const cell = found(new RegExp(`<th scope="row"[^>]*>\\s*${code}\\s.*?</th>\\s*<td[^>]*>(.*?)</td>`, 's'), tables);
			return level(/^\d/.exec(cell)?.[0] ?? cell);
		})
	};
}

/** The running text of a report, from PDF or Word. */
export function fromReport(instrument: Instrument, text: string): ShownFigures {
	const all = text.replaceAll('\u200b', '').replace(/\s+/g, ' ');
	const one = (list: readonly { name: { id: string } }[], none: string) =>
		`(${[...list.map(({ name }) => literal(name.id)), none].join('|')})`;
	const summary = new RegExp(
		`Ringkasan (\\d,\\d\\d|–) Predikat:? ${one(instrument.predicates, '–')} (?:Kelas: )?${one(instrument.classes, 'Belum dinilai')} `
	).exec(all) ?? ['', '?', '?', '?'];
	const chapter = all.slice(all.lastIndexOf('Hasil per indikator'));
	const levels = instrument.levels.map(({ level, name }) => `${level} ${literal(name.id)}`);
	return {
		index: summary[1]!,
		predicate: summary[2]!,
		readinessClass: summary[3] === 'Belum dinilai' ? NONE : summary[3]!,
		domains: byCode(instrument.domains, (code, name) => {
			const row = new RegExp(` ${code} ${literal(name)} (?:[\\d,]+ %|–) (\\d,\\d\\d|–) `);
			return row.exec(all)?.[1] ?? '?';
		}),
		levels: byCode(indicators(instrument), (code, name) => {
			const row = new RegExp(
				` ${code} ${literal(name)} (?:Indikator kunci )?(${levels.join('|')}|Tidak berlaku|Belum dijawab) `
			);
			const cell = row.exec(chapter)?.[1] ?? '?';
			return level(/^\d/.exec(cell)?.[0] ?? cell);
		})
	};
}

/** The text of a Word document, paragraph by paragraph. */
export function wordText(bytes: Uint8Array): string {
	const xml = unzipTexts(bytes).get('word/document.xml')!;
	return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
		.map(([paragraph]) => unescapeXml(paragraph.replace(/<w:br\/>/g, ' ').replace(/<[^>]*>/g, '')))
		.join('\n');
}

/** What stands as a result in a workbook, and the levels in its calculation.
 *  @param at place of the region among the workbook's regions, from 0 */
export function fromWorkbook(instrument: Instrument, sheets: ReadonlyMap<string, ReadSheet>, at: number): ShownFigures {
	const results = sheets.get('Hasil')!.cells;
	const shown = (column: string) => results.get(`${column}${at + 2}`)?.value ?? null;
	const index = (value: unknown) => formatIndex(typeof value === 'number' ? value : null, 'id');
	return {
		index: index(shown('F')),
		predicate: String(shown('G') ?? NONE),
		readinessClass: String(shown('H') ?? NONE),
		domains: byCode(instrument.domains, (_code, _name, place) => index(shown(String.fromCharCode(75 + place)))),
		levels: calculation(instrument, sheets.get('Penghitungan')!, at).levels
	};
}

/** What a spreadsheet program makes of the workbook's formulas. */
export function fromFormulas(instrument: Instrument, sheets: ReadonlyMap<string, ReadSheet>, at: number): ShownFigures {
	return calculation(instrument, sheets.get('Penghitungan')!, at);
}

function calculation(instrument: Instrument, { cells }: ReadSheet, at: number): ShownFigures {
	const calculator = new Calculator(cells);
	const column = columnOf(at + 6);
	const value = (row: number) => calculator.valueOf(`${column}${row}`);
	const text = (row: number) => String(value(row) || NONE);
	const index = (row: number) => {
		const computed = value(row);
		return formatIndex(typeof computed === 'number' ? computed : null, 'id');
	};
	const rowOf = (kind: string, code: string) => {
		for (let row = 8; ; row += 1)
			if (cells.get(`A${row}`)?.value === code && cells.get(`B${row}`)?.value === kind) return row;
	};
	return {
		index: index(2),
		predicate: text(4),
		readinessClass: text(5),
		domains: byCode(instrument.domains, (code) => index(rowOf('domain', code))),
		levels: byCode(indicators(instrument), (code) => String(value(rowOf('indikator', code)) ?? NONE))
	};
}

function columnOf(number: number): string {
	const before = Math.floor((number - 1) / 26);
	return (before > 0 ? columnOf(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

function indicators({ domains }: Instrument) {
	return domains.flatMap((domain) => domain.indicators);
}

function byCode(
	items: readonly { code: string; name: { id: string } }[],
	read: (code: string, name: string, place: number) => string
): Record<string, string> {
	return Object.fromEntries(items.map(({ code, name }, place) => [code, read(code, name.id, place)]));
}

function level(cell: string): string {
	if (/^tidak berlaku$/i.test(cell)) return NOT_APPLICABLE;
	return /^belum dijawab$/i.test(cell) ? NONE : cell;
}

function plain(html: string): string {
	return unescapeXml(html.replace(/<[^>]*>/g, ' '))
		.replace(/\s+/g, ' ')
		.trim();
}

function literal(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
